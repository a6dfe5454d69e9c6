"""What the reader raises."""

from __future__ import annotations

from ..errors import InputError


class TurtleError(InputError):
    """A text is not Turtle 1.1, or goes beyond a limit of the reader.

    :param message: what is wrong
    :param offset: the character of the text at which it shows, counted from 0
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset
