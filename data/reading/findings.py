"""What the checks of the rows find, and how it becomes a list of problems that a person can read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from data.model.errors import Problem
from data.reading.cells import cell
from data.reading.raw_table import RawTable

LISTED = 20  # problems of one kind that are listed; the others are counted


@dataclass(frozen=True)
class Finding:
    """One kind of fault in one column.

    `kind` is what was expected in words that hold for every column, `expected` in this one. `found` holds the faulty
    cells' texts; its index is their position in the table. `say` words a cell's text for the message.
    """

    kind: str
    column: str
    expected: str
    found: pd.Series
    say: Callable[[str], str] = cell


def listed(table: RawTable, findings: Iterable[Finding]) -> list[Problem]:
    """The problems kind by kind: the first LISTED of each, and one more line that counts the others."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        if len(finding.found):
            kinds.setdefault(finding.kind, []).append(finding)
    return [problem for kind, of_kind in kinds.items() for problem in _of_kind(table, kind, of_kind)]


def _of_kind(table: RawTable, kind: str, findings: Sequence[Finding]) -> list[Problem]:
    chosen = pd.concat([_candidates(number, finding.found) for number, finding in enumerate(findings)])
    chosen = chosen.sort_values(["again", "finding", "position"]).head(LISTED).sort_values(["finding", "position"])
    problems = [
        Problem(table.place, table.row_of(position), findings[number].column, findings[number].expected, said)
        for number, position, said in (
            (number, int(position), findings[number].say(text))
            for number, position, text in zip(chosen["finding"], chosen["position"], chosen["text"], strict=True)
        )
    ]
    more = sum(len(finding.found) for finding in findings) - len(problems)
    if more:
        column = findings[0].column if len(findings) == 1 else ""
        problems.append(Problem(table.place, 0, column, kind, "", more))
    return problems


def _candidates(number: int, found: pd.Series) -> pd.DataFrame:
    """The rows of one column worth listing: each different text once before any text twice."""
    again = found.groupby(found).cumcount()
    rows = pd.DataFrame({"finding": number, "position": found.index, "text": found.to_numpy(), "again": again})
    return rows.sort_values(["again", "position"]).head(LISTED)
