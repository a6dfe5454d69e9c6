"""What is wrong with a file that cannot be read, where, and what to do about it; in English and Chinese."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..places import display
from ..turtle.lines import Lines
from . import syntax_hints
from .syntax_hints import Said

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SAVE = Said("Save the file in the encoding UTF-8.", "请以 UTF-8 编码保存文件。")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069]")
_QUOTED = re.compile("'(.)'", re.DOTALL)
#: Unicode has no names for the controls; these are the ones that people meet (Unicode, C0 controls).
_CONTROLS = {0: "NUL", 7: "BELL", 8: "BACKSPACE", 11: "LINE TABULATION", 12: "FORM FEED", 0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE"}


class Problem(NamedTuple):
    """Why a file cannot be read; lines and columns count from 1, and are 0 where no place is known."""

    file: Path
    line: int
    column: int
    length: int
    message: Said
    repair: Said
    #: Turtle to paste, where a line is missing.
    block: str = ""
    #: The line of the file, where it is known.
    text: str = ""


class UnreadableFileError(InputError):
    """One file cannot be read or is not well-formed."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        place = f"{display(problem.file)}:{problem.line}:{problem.column}" if problem.line else display(problem.file)
        shown = f"\n  | {problem.text}\n  | {' ' * (problem.column - 1)}^" if problem.text else ""
        hint = f"{problem.repair.en}\n  {problem.block}" if problem.block else problem.repair.en
        super().__init__(f"{place}: {problem.message.en}{shown}", hint)


def not_well_formed(file: Path, error: SyntaxError) -> UnreadableFileError:
    """Return what to raise for a file that the parser refuses."""
    content = _content(file)
    if content.startswith(_BYTE_ORDER_MARK):
        message = Said("the file starts with a byte order mark.", "文件以字节顺序标记（BOM）开头。")
        return UnreadableFileError(
            Problem(file, 1, 1, 1, message, Said("Save it as UTF-8 without a byte order mark (BOM).", "请另存为不带 BOM 的 UTF-8。"))
        )
    if not _is_utf8(content):
        return not_utf8(file)
    reason = str(error.msg).strip().rstrip(".")
    if re.match(r"Parser error (?:at|between) line ", reason):  # the position is in front already
        reason = reason.split(": ", 1)[-1]
    text = content.decode("utf-8")
    if not error.lineno:
        return UnreadableFileError(Problem(file, 0, 0, 0, _ill_formed(reason), syntax_hints.repair(reason, text, len(text)).said))
    lines = Lines(text)
    line, column = error.lineno, error.offset or 1
    start = max(lines.offset(line, column), 0)
    end = lines.offset(error.end_lineno or line, error.end_offset or column)
    shown = lines.all()[line - 1].rstrip("\r\n") if line <= len(lines.all()) else ""
    unseen = _unseen(reason, text, start)
    if unseen:
        message, repair, block = _of_unseen(unseen), _without(content), ""
    else:
        message, (repair, block) = _ill_formed(reason), syntax_hints.repair(reason, text, start)
    return UnreadableFileError(Problem(file, line, column, max(end - start, 1), message, repair, block, _UNSEEN.sub("\ufffd", shown)))


def not_utf8(file: Path) -> UnreadableFileError:
    """Return what to raise for a file in another encoding."""
    content = _content(file)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        byte = f"0x{content[error.start]:02X}"
        return UnreadableFileError(Problem(file, line, column, 1, Said(f"not UTF-8 (byte {byte}).", f"不是 UTF-8 编码（字节 {byte}）。"), _SAVE))
    return UnreadableFileError(Problem(file, 0, 0, 0, Said("not readable as UTF-8.", "无法按 UTF-8 读取。"), _SAVE))


def unreadable(file: Path, error: Exception) -> UnreadableFileError:
    """Return what to raise for a file that the system does not hand out, or that the parser gives up on."""
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        message = Said(f"cannot be read ({reason}).", f"无法读取（{reason}）。")
        return UnreadableFileError(
            Problem(file, 0, 0, 0, message, Said("Check the path and the permissions of the file.", "请检查文件的路径与权限。"))
        )
    if not _is_utf8(_content(file)):
        return not_utf8(file)
    repair = Said("Check that the ending of the file name fits its content.", "请检查文件扩展名是否与内容相符。")
    return UnreadableFileError(Problem(file, 0, 0, 0, _ill_formed(str(error)), repair))


def other_graph(file: Path, graph: str) -> UnreadableFileError:
    """Return what to raise for a file that names a graph which is not the project's."""
    message = Said(f"names the graph {graph}, which is none of the project's.", f"写有图 {graph}，它不属于本项目。")
    return UnreadableFileError(
        Problem(file, 0, 0, 0, message, Said("Write Turtle, or leave out the name of the graph.", "请改写为 Turtle，或删去图名。"))
    )


def _ill_formed(reason: str) -> Said:
    reason = _UNSEEN.sub("\ufffd", reason)
    return Said(f"not well-formed: {reason}.", f"不合语法：{syntax_hints.translated(reason)}。")


def _unseen(reason: str, text: str, start: int) -> str:
    """Return the character that the parser stumbled over, if it is one that nobody sees."""
    quoted = _QUOTED.search(reason)
    character = quoted[1] if quoted else text[start : start + 1]
    return character if character not in " \t\r\n" and unicodedata.category(character or "a") in ("Cc", "Cf", "Zs", "Zl", "Zp") else ""


def _of_unseen(character: str) -> Said:
    name = _CONTROLS.get(ord(character)) or unicodedata.name(character, "")
    code = f"U+{ord(character):04X}{' ' if name else ''}{name}"
    if unicodedata.category(character) == "Cc":
        return Said(f"not well-formed: the control character {code} stands here.", f"不合语法：此处有控制字符 {code}。")
    return Said(f"not well-formed: {code} stands here, a character that cannot be seen.", f"不合语法：此处有看不见的字符 {code}。")


def _without(content: bytes) -> Said:
    if content.count(0) * 4 > len(content):  # every other byte of ASCII text in UTF-16
        return Said("The file looks like UTF-16: save it in the encoding UTF-8.", "文件像是 UTF-16 编码：请以 UTF-8 编码保存。")
    return Said("Delete that character; an ordinary space or nothing belongs there.", "请删去该字符；此处应为普通空格或什么都没有。")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise unreadable(file, error) from None


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
