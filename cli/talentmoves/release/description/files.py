"""Write every description of a release."""

from __future__ import annotations

from ..edition import Edition
from ..staging import Staging


def write(edition: Edition, staging: Staging) -> None:
    """Write the descriptions; every download is written by then, so that they can give sizes and checksums."""
