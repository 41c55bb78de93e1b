"""What a wrong code was probably meant to be, as an addition to the message."""

from collections.abc import Iterable
from difflib import get_close_matches

from data.model.dimensions import AREA_NAMES, AREAS


def nearest(text: str, known: Iterable[str]) -> str:
    """The nearest known code in brackets; empty where none is near."""
    near = get_close_matches(text, list(known), n=1)
    return f" (nearest: {near[0]})" if near else ""


def nearest_area(text: str) -> str:
    """The code and name of the area whose code or name is nearest, in brackets; empty where none is near."""
    codes = {name: code for code, name in AREA_NAMES.items()}
    near = get_close_matches(text, [*codes, *AREAS], n=1, cutoff=0.5)
    if not near:
        return ""
    code = codes.get(near[0], near[0])
    return f" (nearest: {code} {AREA_NAMES.get(code, '')}".rstrip() + ")"
