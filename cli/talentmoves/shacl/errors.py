"""What is wrong with shapes, in sentences that name the shape."""

from __future__ import annotations

from ..errors import ShapesError
from .graph import Term


def ill_formed(shape: Term, what: str) -> ShapesError:
    """Return the error for a shape that breaks a syntax rule of SHACL (https://www.w3.org/TR/shacl/#syntax-rules)."""
    return ShapesError(
        f"The shape {shape} is ill-formed: {what}.", "Mend the shapes graph; https://www.w3.org/TR/shacl/#syntax-rules lists what it may hold."
    )


def unsupported(shape: Term, construct: str) -> ShapesError:
    """Return the error for a construct that we do not evaluate; nothing is skipped in silence."""
    return ShapesError(
        f"The shape {shape} uses {construct}, which is not supported.", "Only SHACL Core and SHACL-SPARQL are evaluated; nothing was checked."
    )
