"""The table of sources."""

import re
from pathlib import Path

from data.facts.second_hand import FILE as SECOND_HAND
from data.facts.second_hand import with_second_hand
from data.model.errors import Problem
from data.model.frames import rows_of
from data.model.provenance import Source
from data.reading.csv_rows import read_rows

HEADER = ("id", "title", "publisher", "year", "address")
FILE = "sources.csv"


def read_sources(path: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Sources by id, and the problems of the file and of `second_hand.csv` beside it."""
    if not path.exists():
        return {}, [Problem(FILE, 0, "", "a file", "none")]
    rows, problems = read_rows(path, FILE, HEADER)
    sources: dict[str, Source] = {}
    for each in rows_of(rows):
        for column in ("id", "title", "publisher"):
            if not str(each[column]).strip():
                problems.append(Problem(FILE, each["row"], column, "a text", "nothing"))
        if not re.fullmatch(r"(https?://\S+)?", str(each["address"])):
            problems.append(
                Problem(FILE, each["row"], "address", "one address, https://…, or nothing", f"{each['address']!r}")
            )
        if each["id"] in sources:
            problems.append(Problem(FILE, each["row"], "id", "an id of its own", f"{each['id']!r} again"))
        sources[each["id"]] = Source(**{column: each[column] for column in HEADER})
    told, found = with_second_hand(path.with_name(SECOND_HAND), sources)
    return told, [*problems, *found]
