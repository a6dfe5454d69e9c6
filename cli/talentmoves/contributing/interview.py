"""The questions of ``moves add``, one after another, as few as will do."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

from . import adding
from .errors import RowsError
from .fields import BY_NAME, DATES, SIDES, Field
from .interview_words import words_of
from .prompting import Prompter
from .register import Known, KnownMove, Register
from .resolving import Resolved, twin
from .rows import Row, form_problem

_ROW_NAME = "answers"


class Interview:
    """Asks for one move and one source.

    :param folder: the folder of the data set
    :param language: ``en`` or ``zh``
    :raises InputError: if the data set cannot be read
    """

    def __init__(self, folder: Path, prompter: Prompter, language: str, today: datetime.date) -> None:
        self._folder = folder
        self._prompter = prompter
        self._language = language
        self._today = today
        self._words = words_of(language)
        self._register = Register(folder)
        self._values: dict[str, str] = {}

    def run(self, confirm: bool = True) -> adding.Plan | None:
        """Ask, and return what is to be written; nothing if the person says no.

        :param confirm: whether to ask before writing
        :raises Stopped: if the person ends the questions
        :raises InputError: if the data set cannot be read
        """
        self._prompter.tell(self._words["hello"])
        self._person()
        while True:
            for side in SIDES:
                self._company(side)
            if self._values.get("from_company") or self._values.get("to_company"):
                break
            self._prompter.tell(self._words["no company"])
        for side in SIDES:
            if self._values.get(f"{side}_company"):
                self._role(side)
        self._choice(BY_NAME["kind"], self._likely_kind())
        for name in DATES:
            if (name != "left" or self._values.get("from_company")) and (name != "joined" or self._values.get("to_company")):
                self._field(BY_NAME[name])
        if not self._duplicate():
            return None
        self._source()
        return self._result(confirm)

    def _person(self) -> None:
        known = self._named(BY_NAME["person"], self._register.person, self._register.like_person)
        if known is None:
            self._field(BY_NAME["person_zh"])
            return
        moves = self._register.moves(known.slug)
        self._prompter.tell(self._words["known person"].format(name=known.shown, number=len(moves)))
        for move in moves:
            self._prompter.tell(f"  {self._shown(move)}")

    def _company(self, side: str) -> None:
        field = BY_NAME[f"{side}_company"]
        known = self._named(field, self._register.company, self._register.like_company)
        if known is None and self._values.get(field.name):
            self._choice(BY_NAME[f"{field.name}_kind"])
            self._field(BY_NAME[f"{field.name}_zh"])
            if self._values[f"{field.name}_kind"] in ("unit", "researchLab"):
                self._owner(BY_NAME[f"{field.name}_part_of"])

    def _owner(self, field: Field) -> None:
        while True:
            answer = self._field(field, suggest=self._suggestions(self._register.like_company))
            if not answer or self._register.company(answer):
                return
            self._prompter.tell(self._words["not here"].format(name=answer))

    def _role(self, side: str) -> None:
        field = BY_NAME[f"{side}_role"]
        if self._field(field):
            self._choice(BY_NAME[f"{field.name}_function"])

    def _source(self) -> None:
        url = self._field(BY_NAME["source_url"])
        if self._register.source(url):
            self._prompter.tell(self._words["known source"].format(name=self._register.source(url)))
            for name in ("source_publisher", "source_title"):
                self._values[name] = "-"  # of a source that is here nothing is written again
        else:
            for name in ("source_publisher", "source_title", "source_published", "source_language"):
                self._field(BY_NAME[name])
            self._choice(BY_NAME["source_tier"])
            if self._values["source_tier"] == "repetition":
                self._field(BY_NAME["credited_to"], required=True)
        self._choice(BY_NAME["stance"])
        if self._values["stance"] == "confirms":
            self._field(BY_NAME["speaker"], suggest=self._suggestions(self._register.like_person))
        self._field(BY_NAME["says"])
        if self._language == "zh" or self._values.get("source_language", "").startswith("zh"):
            self._field(BY_NAME["says_zh"])
        self._field(BY_NAME["locator"])

    def _result(self, confirm: bool) -> adding.Plan | None:
        while True:
            try:
                plan = adding.plan(self._folder, [self._row()], Path(_ROW_NAME), self._today, self._language)
                break
            except RowsError as error:
                for mistake in error.mistakes:
                    self._prompter.tell(f"{mistake.message}\n  {mistake.hint}")
                names = [mistake.field for mistake in error.mistakes if mistake.field in BY_NAME]
                if not names:
                    return None
                for name in dict.fromkeys(names):
                    self._values.pop(name, None)
                    self._field(BY_NAME[name])
        self._prompter.tell(f"\n{plan.told()}")
        plan.warn()
        if confirm and not self._yes(self._words["write"]):
            return None
        return plan

    def _row(self) -> Row:
        return Row(1, _ROW_NAME, dict(self._values))

    def _duplicate(self) -> bool:
        """Ask what to do about moves that are like this one; tell whether to go on."""
        resolved = self._resolved()
        known, like = twin(resolved, self._register) if resolved else (None, [])
        if known is not None:
            self._prompter.tell(self._words["same move"].format(move=self._shown(known)))
            self._values["move"] = known.slug
            return self._yes(self._words["add source"])
        if not like:
            return True
        self._prompter.tell(self._words["like moves"])
        for number, move in enumerate(like, 1):
            self._prompter.tell(f"  {number}  {self._shown(move)}")
        while True:
            answer = self._prompter.ask(self._words["which"], "n")
            if answer.lower() in ("n", "new"):
                self._values["move"] = "new"
                return True
            if answer.isdigit() and 0 < int(answer) <= len(like):
                self._values["move"] = like[int(answer) - 1].slug
                return True

    def _resolved(self) -> Resolved | None:
        people = self._register.person(self._values["person"])
        if not people:
            return None
        companies = {}
        for side in SIDES:
            found = self._register.company(self._values.get(f"{side}_company", ""))
            companies[side] = found[0].slug if found else self._values.get(f"{side}_company", "")
        return Resolved(self._row(), people[0].slug, companies, "")

    def _likely_kind(self) -> str:
        if not self._values.get("to_company"):
            return "departure"
        tops = [self._register.top(found[0].slug) for side in SIDES if (found := self._register.company(self._values.get(f"{side}_company", "")))]
        if len(tops) == 2 and len(set(tops)) == 1:
            return "internal"
        return "founding" if "founder" in self._values.get("to_role", "").casefold() else "hire"

    def _named(self, field: Field, exact: Callable[[str], list[Known]], like: Callable[[str], list[Known]]) -> Known | None:
        """Ask for something that has a name; return it if it is here."""
        while True:
            answer = self._field(field, suggest=self._suggestions(like))
            if not answer:
                return None
            found = exact(answer)
            if len(found) == 1:
                self._values[field.name] = found[0].label if exact(found[0].label) == found else found[0].slug
                return found[0]
            offered = found or like(answer)[:5]
            if offered:
                self._prompter.tell(self._words["similar"].format(name=answer))
                for number, one in enumerate(offered, 1):
                    self._prompter.tell(f"  {number}  {one.shown}")
                chosen = self._prompter.ask(self._words["similar which"], "n")
                if chosen.isdigit() and 0 < int(chosen) <= len(offered):
                    one = offered[int(chosen) - 1]
                    self._values[field.name] = one.label if exact(one.label) == [one] else one.slug
                    return one
                if chosen.lower() not in ("n", "new"):
                    continue
                self._values["new"] = f"{self._values.get('new', '')} {field.name}".strip()
            if not any(letter.isascii() and letter.isalpha() for letter in answer):
                self._prompter.tell(self._words["latin"].format(name=answer))
                if field.name == "person":
                    self._values["person_zh"] = answer
                continue
            return None

    def _field(self, field: Field, required: bool = False, suggest: Callable[[str], Iterable[tuple[str, str]]] | None = None) -> str:
        must = field.required or required
        hint = "" if must else self._words["optional"]
        default = field.default or self._values.get(field.name, "")
        while True:
            answer = self._prompter.ask(f"{field.label(self._language)}{hint}", default, suggest)
            if answer == "?":
                self._prompter.tell(f"  {field.help(self._language)}")
                continue
            problem = form_problem(field, answer) if answer and field.name != "person" else None
            if problem or (must and not answer):
                self._prompter.tell(f"  {self._words['wrong']}{field.help(self._language)}")
                continue
            self._values[field.name] = answer
            return answer

    def _choice(self, field: Field, likely: str = "") -> None:
        names = [choice.value for choice in field.choices]
        self._prompter.tell(field.label(self._language))
        for number, choice in enumerate(field.choices, 1):
            self._prompter.tell(f"  {number}  {choice.zh if self._language == 'zh' else choice.en}")
        default = str(names.index(likely or field.default or names[0]) + 1)
        while True:
            answer = self._prompter.ask(self._words["number"], default)
            if answer in names:
                self._values[field.name] = answer
                return
            if answer.isdigit() and 0 < int(answer) <= len(names):
                self._values[field.name] = names[int(answer) - 1]
                return
            self._prompter.tell(f"  {self._words['one to'].format(number=len(names))}")

    def _yes(self, question: str) -> bool:
        return self._prompter.ask(question, "y").strip().casefold() in ("y", "yes", "是", "好")

    def _suggestions(self, like: Callable[[str], list[Known]]) -> Callable[[str], Iterable[tuple[str, str]]]:
        return lambda typed: [(one.label, one.shown) for one in like(typed)]

    def _shown(self, move: KnownMove) -> str:
        names = {one.slug: one.shown for one in self._register.companies}
        left, joined = (names.get(move.values.get(name, ""), "…") for name in ("fromCompany", "toCompany"))
        day = next((move.values[name] for name in ("joined", "left", "announced") if move.values.get(name)), "")
        return f"{left} → {joined}  {day}  ({move.slug})"
