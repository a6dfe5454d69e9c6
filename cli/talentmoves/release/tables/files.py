"""Write the flat tables."""

from __future__ import annotations

from ..edition import Edition
from ..staging import Staging


def write(edition: Edition, staging: Staging) -> None:
    """Write every table as CSV with its metadata, and as Parquet."""
