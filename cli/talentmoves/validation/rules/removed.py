"""TM141: somebody who was taken out. No shape enforces this rule: it takes the key of the hashes."""

from __future__ import annotations

from ...vocabulary import BASE
from ..findings import Level
from .examples import Example
from .rule import Rule

CODE = "TM141"
GROUP = {"en": "People who were taken out", "zh": "已移除的人"}
RULE = Rule(
    CODE,
    Level.ERROR,
    {"en": "Somebody who was taken out", "zh": "已移除的人"},
    {
        "en": "This names somebody who was taken out of the data and is not to be entered again.",
        "zh": "此处提到一位已从数据中移除、不得再录入的人。",
    },
    {
        "en": "Delete what is said of this person. If it is somebody else of the same name, write to the maintainers before you go on.",
        "zh": "请删去有关此人的内容。若为同名的另一人，请先联系维护者。",
    },
    (),
)
#: The removal that the examples break, under a key that a test knows.
EXAMPLE_KEY = "00" * 32
_HEAD = f"""\
@prefix person: <{BASE}person/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix tm: <{BASE}ns#> .

"""
_WRONG = f'{_HEAD}person:ada-example\n  a tm:Person ;\n  rdfs:label "Ada Example"@en .'
_RIGHT = f'{_HEAD}person:bea-example\n  a tm:Person ;\n  rdfs:label "Bea Example"@en .'
_PRINTED = f"""\
error[TM141]: Ada Example: This names somebody who was taken out of the data and is not to be entered again.
 --> example.ttl:7:14
  |
7 |   rdfs:label "Ada Example"@en .
  |              ^^^^^^^^^^^^^^^^
  = help: Delete what is said of this person. If it is somebody else of the same name, write to the maintainers before you go on.
  = {RULE.page}"""

#: A test holds the words of the program against these.
EXAMPLE = Example(_WRONG, _RIGHT, _PRINTED)
