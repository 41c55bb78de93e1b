"""The parts of a brief: figures, rows, services, pictures and sources, in words."""

from dataclasses import dataclass
from typing import Final

VERDICTS: Final = ("worse", "better", "mixed", "lower", "higher", "between", "alike", "untested", "no_data")


@dataclass(frozen=True)
class Told:
    """One figure in words. `status` is the state's code, `state` its name with the reason ('' where sound and
    published), `mark` the name alone; `interval` and `base` are '' where there is none; `sources` are numbers of the
    brief's list; `spoken` says all of it."""

    area: str
    text: str
    interval: str
    base: str
    period: str
    status: str
    state: str
    mark: str
    spoken: str
    demonstration: bool
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One measure: the county's figure, those of the other three counties, the whole's, and what the test says.

    `strip` is an SVG of the four figures on the measure's scale, '' where the county has none; `sources` are those of
    all figures of the row. `corrected`: a difference of the county is not told apart only because so many are tested;
    `fragile`: one is told apart only at the assumed design effect."""

    code: str
    label: str
    told: Told
    others: tuple[Told, ...]
    whole: Told
    verdict: str
    verdict_text: str
    strip: str
    sources: tuple[int, ...]
    corrected: bool = False
    fragile: bool = False

    @property
    def demonstration(self) -> bool:
        """Whether any of the row's figures is made up."""
        return any(each.demonstration for each in (self.told, *self.others, self.whole))


@dataclass(frozen=True)
class Block:
    """Rows under a name, and what has to be said of them."""

    name: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServiceCell:
    """A service in one cycle: `state` is the code of its sign, `word` its name, `who` the providers named or ''."""

    state: str
    word: str
    who: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class ServiceRow:
    """One service, a cell a cycle."""

    name: str
    note: str
    cells: tuple[ServiceCell, ...]


@dataclass(frozen=True)
class Services:
    """`heads` name the cycles; `rows` is empty where the release knows of no services."""

    heads: tuple[str, ...]
    rows: tuple[ServiceRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A map: the SVG, what it shows for those who do not see it, its caption, the numbers of its sources."""

    svg: str
    alt: str
    caption: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Cited:
    """A source of the list; `address` is '' where it has none."""

    number: int
    citation: str
    address: str
