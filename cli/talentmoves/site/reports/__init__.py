"""The pages of the reports, and the files that go with them."""

from .writing import write

__all__ = ["write"]
