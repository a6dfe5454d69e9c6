"""TM000: a file that cannot be read. No shape enforces this rule; the parser does."""

from __future__ import annotations

from ...vocabulary import BASE
from ..findings import Level
from .examples import Example
from .rule import Rule

CODE = "TM000"
GROUP = {"en": "Files", "zh": "文件"}
RULE = Rule(
    CODE,
    Level.ERROR,
    {"en": "File that cannot be read", "zh": "文件无法读取"},
    {
        "en": "The file is not well-formed Turtle, is not UTF-8, or cannot be read at all. What it holds was not checked.",
        "zh": "文件不是合乎语法的 Turtle，或不是 UTF-8 编码，或根本无法读取。其内容未经检查。",
    },
    {
        "en": "Mend the place that is shown, and run the same command again: the parser stops at the first mistake of each file.",
        "zh": "请修正所示位置，再运行同一命令：每个文件只报告第一处语法错误。",
    },
    (),
)

_HEAD = f"""\
@prefix company: <{BASE}company/> .
@prefix move: <{BASE}move/> .
@prefix tm: <{BASE}ns#> .

move:ada-example-2024
  a tm:Move ;
"""
_WRONG = f"{_HEAD}  tm:fromCompany compnay:sample-systems ."
_RIGHT = f"{_HEAD}  tm:fromCompany company:sample-systems ."
_PRINTED = f"""\
error[TM000]: example.ttl: Not well-formed: The prefix compnay: has not been declared.
 --> example.ttl:7:18
  |
7 |   tm:fromCompany compnay:sample-systems .
  |                  ^^^^^^^^^^^^^^^^^^^^^^
  = note: the file was left out; what refers to its entries may show as missing
  = help: Did you mean company:?
  = {RULE.page}"""

#: A test holds the words of the program against these.
EXAMPLE = Example(_WRONG, _RIGHT, _PRINTED)
