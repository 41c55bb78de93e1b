"""The exhibit: everything about one view that a file, a slide, a brief or a meeting shows."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from components.address.view import View
from components.charts.palette import Palette
from components.charts.plots.theme import Figure
from components.exports.provenance.model import Provenance, figures_of
from data import Indicator, ReleaseInfo, Source
from i18n import Text


@dataclass(frozen=True)
class Drawing:
    """Our own SVG pictures beside each other, each with its share of the width (shares add up to 1); `narrow` draws
    them for a telephone, where they would be too small to read otherwise."""

    draw: Callable[[Palette], Sequence[tuple[str, float]]]
    narrow: Callable[[Palette], Sequence[tuple[str, float]]] | None = None


@dataclass(frozen=True)
class Plot:
    """A Plotly figure, unmarked."""

    draw: Callable[[Palette], Figure]


Picture = Drawing | Plot


@dataclass(frozen=True)
class Heading:
    """What stands above a picture, and the sentences below it."""

    title: str
    caption: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exhibit:
    """One view, worked out: `rows` are the worded rows as its table shows them, `limits` what cannot be said,
    `pictures` by name (`map`, `chart`, …), drawn when asked for; `indicator` is None where the view is no measure;
    `headings` of the pictures that do not show what the exhibit's title says."""

    view: View
    info: ReleaseInfo
    title: str
    caption: str
    pills: tuple[str, ...]
    sentences: tuple[str, ...]
    limits: tuple[str, ...]
    rows: pd.DataFrame
    indicator: Indicator | None
    sources: tuple[Source, ...]
    source_lines: tuple[str, ...]
    method: str
    pictures: Mapping[str, Picture]
    is_demonstration: bool
    headings: Mapping[str, Heading] = field(default_factory=dict)

    def heading(self, picture: str) -> Heading:
        """What stands above and below the picture."""
        return self.headings.get(picture) or Heading(self.title, self.caption, self.sentences)

    def provenance(self, t: Text, address: str) -> Provenance:
        """What a file of this exhibit made today says of itself."""
        return Provenance(
            release=self.info.id,
            version=self.info.version,
            rules=self.info.rules,
            view=self.view.code,
            address=address,
            language=t.language,
            made=datetime.date.today().isoformat(),
            title=self.title,
            caption=self.caption,
            filters=self.pills,
            method=self.method,
            sources=tuple(source.id for source in self.sources),
            licence=t("download.licence"),
            demonstration=self.is_demonstration,
            figures=figures_of(self.rows),
        )
