"""The two ways a release can fail: wrong sources, or a wrong release folder."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a source: where it stands, what was expected there and what was found.

    `row` is the line as counted in the file (0 where a line means nothing, as in a catalogue block);
    `column` is the column, or the block and its key.
    """

    file: str
    row: int
    column: str
    expected: str
    found: str

    def __str__(self) -> str:
        place = [self.file, f"row {self.row}" if self.row else "", self.column]
        return f"{', '.join(part for part in place if part)}: expected {self.expected}, found {self.found}"


class SourceError(Exception):
    """The sources cannot become a release; the message lists every problem, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        heading = f"{len(problems)} problem{'s' if len(problems) != 1 else ''} in the sources"
        super().__init__("\n".join([heading, *map(str, problems)]))


class ReleaseError(Exception):
    """A release folder is not what its own description says."""
