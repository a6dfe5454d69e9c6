"""shacl-rust with shapes written so that it answers right: the same conditions without what it gets wrong.

``sh:node`` becomes ``sh:and`` with one member; "one value at least conforms" becomes "not every value fails".
Its reports then name other constraint components and paths; only rules and nodes can be compared.
"""

from __future__ import annotations

import re
from pathlib import Path

from engines import Outcome, shacl_rust
from prepared import Task

_NODE = re.compile(r"sh:node (\S+) ;")
_PROPERTY = re.compile(r"sh:property (shape:[^;.\[\]]*[^ ;.\[\]]) ?([;.])")
_QUALIFIED = re.compile(
    r"a sh:PropertyShape ;(?P<rest>[^.]*?)sh:path (?P<path>\S+) ;\s+sh:qualifiedValueShape (?P<shape>\S+) ;\s+sh:qualifiedMinCount 1 (?P<end>[;.])"
)


def validate(task: Task) -> Outcome:
    return shacl_rust.validate(task._replace(parts=tuple(part._replace(shapes=_mended(part.shapes)) for part in task.parts)))


def _mended(shapes: Path) -> Path:
    text = _NODE.sub(r"sh:and ( \1 ) ;", shapes.read_text(encoding="utf-8"))
    text = _PROPERTY.sub(r"sh:node \1 \2", text)  # some of those become node shapes in the next line
    text = _QUALIFIED.sub(r"a sh:NodeShape ;\g<rest>sh:not [ a sh:PropertyShape ; sh:path \g<path> ; sh:not \g<shape> ] \g<end>", text)
    target = shapes.with_name(f"mended-{shapes.name}")
    target.write_text(text, encoding="utf-8")
    return target
