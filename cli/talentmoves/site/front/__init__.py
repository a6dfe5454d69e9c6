"""The front page, and the names that the search box knows."""

from .writing import write

__all__ = ["write"]
