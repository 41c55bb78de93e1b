"""The two ways a release can fail: wrong sources, or a wrong release folder."""

from dataclasses import dataclass
from typing import Final

LONGEST: Final = 300  # characters of what was found that a message tells


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a source: where it stands, what was expected there and what was found.

    `row` is the line as counted in the file (0 where a line means nothing, as in a catalogue block);
    `column` is the column, or the block and its key. Where one kind of problem is too frequent to be listed, the last
    of the kind stands for `more` of them and has no row.
    """

    file: str
    row: int
    column: str
    expected: str
    found: str
    more: int = 0

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, f"row {self.row}" if self.row else "", self.column) if part)
        if self.more:
            return f"{place}: and {self.more} more of this kind, expected {self.expected}"
        found = self.found if len(self.found) <= LONGEST else f"{self.found[: LONGEST - 1]}…"
        return f"{place}: expected {self.expected}, found {found}"


class SourceError(Exception):
    """The sources cannot become a release; the message lists every problem, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        count = sum(problem.more or 1 for problem in problems)
        heading = f"{count} problem{'s' if count != 1 else ''} in the sources"
        super().__init__("\n".join([heading, *map(str, problems)]))


class ReleaseError(Exception):
    """A release folder is not what its own description says."""
