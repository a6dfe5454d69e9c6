"""The errors that users see: one sentence each, with the next step, and the exit code they lead to.

Everything that can go wrong through a user's input or surroundings is raised as a
:class:`MovesError`; the command line prints its text and exits with its code. Any other exception
that reaches the top is a defect of ours.
"""

from __future__ import annotations

from typing import Any


class MovesError(Exception):
    """Wrong use or unreadable input (exit code 2).

    :param message: what is wrong, in one sentence that names the place
    :param hint: the next step, in one sentence, or nothing where the message says it
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        # It may be raised in another process, and subclasses are made from other things than its texts.
        return _again, (type(self), self.message, self.hint, self.__dict__)

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


def _again(kind: type[MovesError], message: str, hint: str, attributes: dict[str, Any]) -> MovesError:
    error = kind.__new__(kind, message, hint)
    error.__dict__.update(attributes)
    return error


class InputError(MovesError):
    """A file cannot be read: it is missing, not UTF-8, or not well-formed."""


class DataError(MovesError):
    """The data set as a whole cannot be used: it is empty, or a part of it is missing."""


class UnknownNameError(MovesError):
    """A report, entity, rule or parameter that does not exist; the text offers the nearest names."""


class ParameterError(MovesError):
    """A parameter has a value of the wrong type."""


class QueryError(MovesError):
    """A SPARQL text that is not a well-formed query."""


class ShapesError(MovesError):
    """Shapes that are ill-formed, or that use a construct which is not evaluated."""


class EngineError(MovesError):
    """The endpoint or the engine failed: out of reach, too slow, or answering with an error (exit code 3)."""

    exit_code = 3
