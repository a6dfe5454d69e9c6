"""GitHub's issue forms for a move, in English and Chinese, made from the fields.

``python -m talentmoves.contributing.form`` writes them.
https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import places
from .fields import FIELDS

_TEXTS = {
    "en": (
        "A move (no RDF needed)",
        "Tell us of a move that a published page reports.",
        "One form is one move as one page tells it. Only professional facts that are published; nothing about health, family, pay or addresses. "
        "Maintainers save the text of the issue as `move.md` and run `moves add --from move.md`.",
    ),
    "zh": (
        "人才流动（无需了解 RDF）",
        "提交一次有公开网页报道的流动。",
        "一份表单对应一次流动及其一个来源。仅限已公开的职业事实；不收健康、家庭、薪酬与住址。"
        "维护者将表单文本存为 `move.md` 并运行 `moves add --from move.md`。",
    ),
}
_LONG = ("says", "says_zh")
_NAMES = {"en": "move.yml", "zh": "move-zh.yml"}
_MADE = "# Made from cli/talentmoves/contributing/fields.py by python -m talentmoves.contributing.form; edit that.\n"


def forms() -> dict[str, str]:
    """Return the texts of the forms by file name."""
    import yaml

    return {
        _NAMES[language]: _MADE + yaml.safe_dump(_form(language), allow_unicode=True, sort_keys=False, width=150, explicit_start=False)
        for language in _NAMES
    }


def folder() -> Path:
    """Return the folder of the forms."""
    return places.material() / ".github" / "ISSUE_TEMPLATE"


def _form(language: str) -> dict[str, Any]:
    name, description, about = _TEXTS[language]
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": about}}]
    for field in FIELDS:
        if not field.in_form:
            continue
        attributes: dict[str, Any] = {"label": field.label(language), "description": field.help(language)}
        kind = "input"
        if field.choices:
            kind = "dropdown"
            attributes["options"] = [choice.zh if language == "zh" else choice.en for choice in field.choices]
            if field.default:
                attributes["default"] = [choice.value for choice in field.choices].index(field.default)
        elif field.name in _LONG:
            kind = "textarea"
        elif field.example:
            attributes["placeholder"] = field.example
        made: dict[str, Any] = {"type": kind, "id": field.name, "attributes": attributes}
        if field.required:
            made["validations"] = {"required": True}
        body.append(made)
    return {"name": name, "description": description, "title": "Move: ", "labels": ["move"], "body": body}


def main() -> None:
    """Write the forms."""
    folder().mkdir(parents=True, exist_ok=True)
    for name, text in forms().items():
        (folder() / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
