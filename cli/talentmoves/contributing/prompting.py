"""Ask people questions: with suggestions as they type on a terminal, line by line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Protocol

#: Returns suggestions for what has been typed: what to put in, and what to show beside it.
Suggest = Callable[[str], Iterable[tuple[str, str]]]


class Stopped(Exception):  # noqa: N818 - it is no error
    """The person ended the questions."""


class Prompter(Protocol):
    """Asks one question after another."""

    def ask(self, question: str, default: str = "", suggest: Suggest | None = None) -> str:
        """Return the answer, without blanks around it; the default where it is empty.

        :raises Stopped: if the person ends the questions
        """

    def tell(self, text: str) -> None:
        """Show a text."""


class LinePrompter:
    """Reads answers from standard input, one a line."""

    def ask(self, question: str, default: str = "", suggest: Suggest | None = None) -> str:
        """Return the next line."""
        self.tell(f"{question}{f' [{default}]' if default else ''}: ", end="")
        line = sys.stdin.readline()
        if not line:
            raise Stopped
        return line.strip() or default

    def tell(self, text: str, end: str = "\n") -> None:
        """Write to standard error, so that only what is added goes to standard output."""
        print(text, file=sys.stderr, end=end, flush=True)


class TerminalPrompter:
    """Suggests answers while they are typed."""

    def __init__(self) -> None:
        from prompt_toolkit import PromptSession

        self._session: PromptSession[str] = PromptSession(complete_while_typing=True, reserve_space_for_menu=6)

    def ask(self, question: str, default: str = "", suggest: Suggest | None = None) -> str:
        """Return what is typed or chosen."""
        from prompt_toolkit.completion import Completer, Completion

        class _Suggestions(Completer):
            def get_completions(self, document, complete_event):  # type: ignore[no-untyped-def]
                typed = document.text_before_cursor
                for text, shown in suggest(typed) if suggest and typed.strip() else ():
                    yield Completion(text, start_position=-len(typed), display=shown)

        try:
            shown = f"{question}{f' [{default}]' if default else ''}: "
            return self._session.prompt(shown, completer=_Suggestions(), complete_in_thread=False).strip() or default
        except (KeyboardInterrupt, EOFError):
            raise Stopped from None

    def tell(self, text: str) -> None:
        """Write to standard error."""
        print(text, file=sys.stderr, flush=True)


def prompter() -> Prompter:
    """Return what suits the place: suggestions need a terminal on both sides."""
    if sys.stdin.isatty() and sys.stderr.isatty() and sys.stdout.isatty():
        return TerminalPrompter()
    return LinePrompter()
