"""The table that all formats write: rows, what their columns are called, and everything needed to read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from components.exports.provenance.model import Provenance
from components.exports.tables.columns import made_up
from data.model.observations import COLUMNS as OBSERVED
from data.model.observations import SHOWN
from data.model.questionnaire import MEAN

MEAN_DECIMALS: Final = 2


@dataclass(frozen=True)
class MeasureNote:
    """An indicator or survey question in words, for the codebook."""

    code: str
    label: str
    definition: str
    universe: str
    unit: str
    decimals: int
    direction: str
    method: str
    interval: str
    comparability: str


@dataclass(frozen=True)
class SourceNote:
    """A source as it is cited."""

    id: str
    citation: str
    address: str


@dataclass(frozen=True)
class Table:
    """`rows`: the columns of an observation (data.model.observations), then columns in words; `headings`: each column's
    name in the reader's language; `states`: (code, name, meaning) of the closed list; `words`: the formats' own fixed
    words by key (sheet names, README lines); `filters`: what was chosen, in words; `meanings`: what each column holds;
    `decimals`: of a wide table, its columns of figures (a column `x` may have its state in words beside it, `x_state`).

    ValueError: a hidden figure bears a number, or demonstration figures are not marked row by row.
    """

    rows: pd.DataFrame
    headings: Mapping[str, str]
    title: str
    caption: str
    filters: tuple[str, ...]
    measures: tuple[MeasureNote, ...]
    sources: tuple[SourceNote, ...]
    states: tuple[tuple[str, str, str], ...]
    words: Mapping[str, str]
    citation: str
    licence: str
    provenance: Provenance
    meanings: Mapping[str, str] = field(default_factory=dict)
    decimals: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.rows
        if {"status", "value"} <= set(rows.columns) and rows.loc[~rows["status"].isin(SHOWN), "value"].notna().any():
            raise ValueError("a hidden figure bears a number")
        if self.provenance.demonstration and not {"kind", "demonstration"} & set(rows.columns):
            raise ValueError("demonstration figures, but no column says which")

    @property
    def is_demonstration(self) -> bool:
        """Whether any figure is made up to demonstrate."""
        return self.provenance.demonstration or bool(made_up(self.rows).any())

    @property
    def has_observations(self) -> bool:
        """Whether every column of an observation is there."""
        return set(OBSERVED) <= set(self.rows.columns)

    @property
    def warning(self) -> str:
        """The line that stands first wherever there are demonstration figures; '' where there are none."""
        return f"{self.words['demonstration']}. {self.words['demonstration_long']}" if self.is_demonstration else ""

    def heading(self, column: str) -> str:
        """The column's name in the reader's language, or its code where it has none."""
        return self.headings.get(column, column)

    def decimals_of(self, rows: pd.DataFrame) -> list[int]:
        """How many decimals each row's figure is shown with (`rows` are observations of this table): as many as its
        measure has, of a mean score at least two."""
        known = {measure.code: measure.decimals for measure in self.measures}
        pairs = zip(rows["indicator"], rows["answer"], strict=True)
        return [max(known.get(code, 1), MEAN_DECIMALS if answer == MEAN else 0) for code, answer in pairs]
