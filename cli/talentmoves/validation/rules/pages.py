"""The rules' pages in ``docs/rules/``, English and Chinese, made from the shapes and the cases.

``python -m talentmoves.validation.rules.pages`` writes them.
"""

from __future__ import annotations

from pathlib import Path

from ... import places
from ..findings import LANGUAGES
from ..levels import LEVELS
from .all_rules import BY_CODE
from .catalogue import catalogue
from .explanation import HEADINGS, all_groups, explanation
from .rule import Rule

COMMAND = "python -m talentmoves.validation.rules.pages"
_FOLDERS = {"en": "", "zh": "zh/"}
_OTHER = {"en": ("zh", "中文"), "zh": ("en", "English")}
_INDEX = {
    "en": (
        "The rules",
        "What `moves validate` finds, and how to mend it. `moves explain TM012` prints the same.",
        "All rules",
    ),
    "zh": ("规则", "`moves validate` 能发现的问题及修正方法。`moves explain TM012 --lang zh` 会输出同样的内容。", "全部规则"),
}
_COLUMNS = {"en": ("rule", "level", "title"), "zh": ("规则", "级别", "标题")}
_MADE = f"<!-- Made from shapes/ and tests/cases/ by {COMMAND}; edit those. -->"


def folder() -> Path:
    """Return the folder of the pages."""
    return places.material() / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return the text of every page by its path in the folder."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        found[f"{_FOLDERS[language]}index.md"] = _index(language)
        for rule in (*(one.rule for one in BY_CODE.values()), *catalogue().values()):
            found[f"{_FOLDERS[language]}{rule.code}.md"] = page(rule, language)
    return found


def stale() -> list[str]:
    """Return the paths of the pages that are missing, old, or of no rule."""
    wanted = pages()
    present = {file.relative_to(folder()).as_posix(): file.read_text(encoding="utf-8") for file in sorted(folder().rglob("*.md"))}
    return sorted(path for path in wanted.keys() | present.keys() if wanted.get(path) != present.get(path))


def write() -> list[str]:
    """Write the pages that are not as they should be, delete those of no rule, and return their paths."""
    wanted = pages()
    changed = stale()
    for path in changed:
        file = folder() / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            file.unlink()
    return changed


def page(rule: Rule, language: str) -> str:
    """Return the page of a rule as Markdown.

    :param language: ``en`` or ``zh``
    """
    words = HEADINGS[language]
    told = explanation(rule, language)
    parts = [
        _MADE,
        f"# {rule.code}: {rule.title[language]}",
        f"{told.level} · {told.group} · [{_INDEX[language][2]}](index.md) · {_link(f'{rule.code}.md', language)}",
        "\n".join(f"- {message}" for message in told.messages) if len(told.messages) > 1 else told.messages[0],
        f"**{words['mend']}**: {rule.repair[language]}",
    ]
    if told.example:
        parts += [f"## {words['wrong']}", _code("turtle", told.example.wrong)]
        parts += [f"## {words['right']}", _code("turtle", told.example.right) if told.example.right else words["left out"]]
        parts += [f"## {words['prints']}", _code("text", told.example.printed)]
    if told.concerns:
        parts += [f"## {words['concerns']}", "\n".join(f"- `{line}`" for line in told.concerns)]
    if told.related:
        parts += [f"## {words['related']}", "\n".join(f"- [{other.code}]({other.code}.md) {other.title[language]}" for other in told.related)]
    return "\n\n".join([*parts, f"{words['address']}: <{rule.page}>"]) + "\n"


def _index(language: str) -> str:
    title, text, _ = _INDEX[language]
    parts = [_MADE, f"# {title}", f"{text} {_link('index.md', language)}"]
    for group, rules in all_groups(language):
        rows = [f"| [{rule.code}]({rule.code}.md) | {LEVELS[language][rule.level]} | {rule.title[language]} |" for rule in rules]
        parts += [f"## {group}", "\n".join([f"| {' | '.join(_COLUMNS[language])} |", "|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def _link(path: str, language: str) -> str:
    other, words = _OTHER[language]
    return f"[{words}]({'../' if language == 'zh' else ''}{_FOLDERS[other]}{path})"


def _code(kind: str, text: str) -> str:
    return f"```{kind}\n{text}\n```"


if __name__ == "__main__":
    print(f"{len(write())} pages written.")
