"""What a deck is made of: every word already in the deck's language, every figure as the release has it."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Bar:
    """One figure of a chart. `value` is None where none is shown; `label` is the figure as the release words it, with
    its base; `state` the state's word where the figure is hidden, missing or unreliable, otherwise ''."""

    value: float | None
    low: float | None
    upp: float | None
    label: str
    state: str = ""
    is_unreliable: bool = False


@dataclass(frozen=True)
class Side:
    """One series of a chart: a bar a category, in the chart's order. `name` is '' where there is only one side."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class NativeChart:
    """Bars with their intervals. `categories` are areas (bars lie, the first at the top) or periods (bars stand).

    `title` and `filters` say what is measured, of whom and when, wherever the chart is pasted; `number_format` is a
    format of Excel for whole numbers on the axis; `wholes` are the places of categories that are no county; `described`
    is the text for a screen reader.
    """

    title: str
    filters: str
    categories: tuple[str, ...]
    sides: tuple[Side, ...]
    number_format: str
    described: str
    wholes: tuple[int, ...] = ()
    is_series: bool = False


@dataclass(frozen=True)
class Picture:
    """A PNG with its text for a screen reader; `label` stands above it, '' for none. `shape`: width to height."""

    png: bytes
    described: str
    shape: float
    label: str = ""


@dataclass(frozen=True)
class MapKey:
    """The classes of a map: a colour each, and the values between which they lie (one more than colours)."""

    colours: tuple[str, ...]
    ticks: tuple[str, ...]


@dataclass(frozen=True)
class TableSlide:
    """A native table; the first column names its rows."""

    title: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    short_source: str
    notes: tuple[str, ...]
    citations: tuple[str, ...]
    described: str
    is_demonstration: bool = False


@dataclass(frozen=True)
class Slide:
    """One exhibit: what is shown and said of it, on one or two pages or more.

    `limits` is what cannot be said, `short_source` one line for the foot, `notes` the speaker's paragraphs (figures,
    sources in full, method, address, release), `citations` what the last page of the deck lists. `maps` are upright
    pictures, `pictures` wide ones.
    """

    title: str
    caption: str
    filters: str
    sentences: tuple[str, ...]
    limits: tuple[str, ...]
    short_source: str
    notes: tuple[str, ...]
    citations: tuple[str, ...]
    is_demonstration: bool
    legend: str = ""
    maps: tuple[Picture, ...] = ()
    key: MapKey | None = None
    pictures: tuple[Picture, ...] = ()
    chart: NativeChart | None = None
    table: TableSlide | None = None


@dataclass(frozen=True)
class DeckWords:
    """The words of the deck itself. `language`: `sq` or `en`. `licence`: the last page's lines under the sources."""

    language: str
    product: str
    title: str
    subtitle: str
    made: str
    release: str
    demonstration: str
    has_demonstration: str
    limits: str
    sources: str
    continued: str
    licence: tuple[str, ...]
    figure: str
    low: str
    upp: str
    below: str
    above: str
    label: str
    state: str
    keywords: tuple[str, ...] = field(default=())
