"""What a wrong code was probably meant to be, as an addition to the message."""

from collections.abc import Iterable
from difflib import get_close_matches

from data.ingest.microdata.drafting.plain import plain
from data.model.dimensions import AREA_NAMES, AREAS


def nearest(text: str, known: Iterable[str]) -> str:
    """The nearest known code in brackets; empty where none is near. Case, accents and punctuation count for nothing."""
    near = _nearest(text, known, 0.6)
    return f" (nearest: {near})" if near else ""


def nearest_area(text: str) -> str:
    """The code and name of the area whose code or name is nearest, in brackets; empty where none is near."""
    codes = {name: code for code, name in AREA_NAMES.items()}
    near = _nearest(text, [*codes, *AREAS], 0.5)
    if not near:
        return ""
    code = codes.get(near, near)
    return f" (nearest: {code} {AREA_NAMES.get(code, '')}".rstrip() + ")"


def _nearest(text: str, known: Iterable[str], cutoff: float) -> str:
    """The nearest as it is written: first among the words as they stand, then among their plain forms."""
    words = list(known)
    written = get_close_matches(text, words, n=1, cutoff=cutoff)
    forms = {plain(word): word for word in reversed(words) if plain(word)}
    if written and plain(text) not in forms:
        return written[0]
    near = get_close_matches(plain(text), forms, n=1, cutoff=cutoff)
    return forms[near[0]] if near else "".join(written)
