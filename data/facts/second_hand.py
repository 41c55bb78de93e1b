"""Sources that quote somebody else, or of which a copy was read: whom, and where."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from data.model.errors import Problem
from data.model.frames import rows_of
from data.model.provenance import Source
from data.reading.csv_rows import read_rows

FILE: Final = "second_hand.csv"
HEADER: Final = ("id", "cites", "copy")


def with_second_hand(path: Path, sources: Mapping[str, Source]) -> tuple[dict[str, Source], list[Problem]]:
    """The sources, those of the file with whom they cite and where their copy was read, and the problems of the file.

    Where there is no file, every source was read at first hand.
    """
    told = dict(sources)
    if not path.exists():
        return told, []
    rows, problems = read_rows(path, FILE, HEADER)
    for each in rows_of(rows):
        id, cites, copy = (str(each[column]) for column in HEADER)
        if id not in told:
            problems.append(Problem(FILE, each["row"], "id", "an id in sources.csv", f"{id!r}"))
        elif told[id] != sources[id]:
            problems.append(Problem(FILE, each["row"], "id", "an id of its own", f"{id!r} again"))
        elif not cites.strip() and not copy.strip():
            problems.append(Problem(FILE, each["row"], "cites", "whom it cites or where a copy was read", "neither"))
        else:
            told[id] = replace(sources[id], cites=cites, copy=copy)
    return told, problems
