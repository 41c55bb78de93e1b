"""What an address asks for: the codes that are known here, and of all others as much as may be shown.

Whoever makes a link decides what stands in it; so of a code that is not known only a short piece is repeated, made of
the signs that codes are made of.
"""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

LONGEST = 8_000  # characters of a code; that of a table of everything there is takes a third of them
SHOWN = 48  # characters of a code that is not known
NAMED = 5  # such codes of one parameter
LIKE_A_CODE = re.compile(r"[A-Za-z0-9À-ɏ_.~/+-]+")  # no sign that HTML or Markdown knows


@dataclass(frozen=True)
class Part:
    """Of a code that names several things: the part that is known, what is not, and how many there was no room for."""

    known: str
    unknown: tuple[str, ...] = ()
    beyond: int = 0


@runtime_checkable
class InParts(Protocol):
    """The codes of a parameter that names several things at once."""

    def part(self, code: str) -> Part:
        """What is known of the code."""


@dataclass(frozen=True)
class NotTaken:
    """What a parameter of an address says that is not known here: its codes, cut to what may be shown, and how many
    known ones there was no room for."""

    key: str
    codes: tuple[str, ...]
    beyond: int = 0


def read_asked(
    written: Mapping[str, str], known: Mapping[str, Container[str]]
) -> tuple[dict[str, str], tuple[NotTaken, ...]]:
    """The known codes of an address by parameter, and what is not known. A parameter that is none of ours says nothing
    to us: links are given such by those who count clicks."""
    taken, left = {}, []
    for key, code in written.items():
        if key not in known or not code:
            continue
        part = part_of(code, known[key])
        if part.known:
            taken[key] = part.known
        if part.unknown or part.beyond:
            left.append(NotTaken(key, shown_codes(part.unknown), part.beyond))
    return taken, tuple(left)


def part_of(code: str, options: Container[str]) -> Part:
    """What the options know of a code."""
    if len(code) > LONGEST:
        return Part("", (code,))
    if isinstance(options, InParts):
        return options.part(code)
    return Part(code) if code in options else Part("", (code,))


def shown_codes(codes: Sequence[str]) -> tuple[str, ...]:
    """What may be shown of them; of many the first."""
    pieces = tuple(dict.fromkeys(shown_code(code) for code in codes[:NAMED]))
    return pieces if len(codes) <= NAMED else (*pieces, "…")


def shown_code(code: str) -> str:
    """The first piece of a text that looks like a code, cut short; `…` stands for all that is left out."""
    text = unicodedata.normalize("NFC", code[: 4 * SHOWN])
    found = LIKE_A_CODE.search(text)
    piece = found[0][:SHOWN] if found else ""
    return piece if piece == code else f"{piece}…"
