"""Throwing hostile input at a surface, and counting what was thrown.

`HARTA_FUZZ=10` throws ten times as much, other input at each run; without it every run throws the same.
"""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

TIMES = int(os.environ.get("HARTA_FUZZ", "1"))
CORPORA = Path(__file__).parent / "corpora"
MARK = "hostile7f3"  # stands in most recorded input: where it comes back, something was echoed


def lines_of(name: str) -> list[str]:
    """A corpus of one input a line."""
    return (CORPORA / name).read_text(encoding="utf-8").splitlines()


TEXTS: list[str] = json.loads((CORPORA / "texts.json").read_text(encoding="utf-8"))
FORMULAS: list[str] = json.loads((CORPORA / "formulas.json").read_text(encoding="utf-8"))
VALUES, PATHS = lines_of("values.txt"), lines_of("paths.txt")

# At least so many inputs are thrown at each surface by the tests; docs/hostile-input.md says the same numbers.
COUNTS = {
    "address: codes": 2600,
    "address: views": 1800,
    "address: a session": 800,
    "address: pages": 144,
    "server: shell": 800,
    "server: paths": 300,
    "upload: mutated": 800,
    "upload: claims": 200,
    "upload: bombs": 16,
    "upload: tables": 200,
    "upload: words in tables": 100,
    "text: search": 1000,
    "text: search on pages": 48,
    "text: minutes": 800,
    "text: pages": 400,
    "text: documents": 30,
    "text: spreadsheets": 80,
    "text: slides": 12,
    "text: pictures": 200,
    "text: names of files": 400,
    "import: files": 400,
    "import: codebooks": 300,
    "release: descriptions": 500,
    "log: secrets": 400,
    "log: requests": 160,
}

recorded = st.sampled_from([*TEXTS, *FORMULAS])
texts = st.one_of(recorded, st.text(), st.lists(st.one_of(recorded, st.text(max_size=8)), max_size=4).map("".join))


def throw(surface: str, cases: st.SearchStrategy[Any], check: Callable[[Any], object]) -> None:
    """Runs the check on as many cases as the surface is to get, and fails where it got fewer."""
    thrown = 0

    @seed(random.randrange(2**32) if TIMES > 1 else 6)
    @settings(max_examples=COUNTS[surface] * TIMES, database=None, suppress_health_check=list(HealthCheck))
    @given(cases)
    def each(case: Any) -> None:
        nonlocal thrown
        thrown += 1
        check(case)

    each()
    assert thrown >= COUNTS[surface]


def flipped(content: bytes, draw: Callable[[st.SearchStrategy[Any]], Any]) -> bytes:
    """The bytes with some of them changed, cut out, doubled or cut off."""
    spoiled = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(spoiled) - 1)))
        match draw(st.sampled_from(["flip", "cut", "double", "end", "put"])):
            case "flip" if spoiled:
                spoiled[place] ^= draw(st.integers(1, 255))
            case "cut":
                del spoiled[place : place + draw(st.integers(1, 64))]
            case "double":
                spoiled[place:place] = spoiled[place : place + draw(st.integers(1, 64))]
            case "end":
                del spoiled[place:]
            case _:
                spoiled[place:place] = draw(st.binary(max_size=16))
    return bytes(spoiled)
