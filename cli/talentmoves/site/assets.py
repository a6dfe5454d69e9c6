"""The style sheet, the scripts and the icon of the site, which the package ships ready to be served.

The scripts are bundled from ``frontend/`` when they change, not when a release is made.
"""

from __future__ import annotations

from pathlib import Path

from .rendering import Site

_FOLDER = Path(__file__).with_name("assets")


def write(site: Site) -> None:
    """Write the assets of a release."""
    # What every page shares comes first, so that a kind of page can depart from it.
    sheets = sorted((_FOLDER / "css").glob("*.css"), key=lambda sheet: (sheet.name != "base.css", sheet.name))
    site.staging.write("assets/site.css", b"\n".join(sheet.read_bytes() for sheet in sheets))
    for file in sorted(_FOLDER.iterdir()):
        if file.is_file():
            site.staging.write(f"assets/{file.name}", file.read_bytes())
