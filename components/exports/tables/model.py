"""The table that all formats write: rows, what their columns are called, and everything needed to read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import pandas as pd

from components.exports.codes import in_file
from components.exports.provenance.model import Provenance
from components.exports.tables.columns import made_up, safe_words
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
    """A source as it is cited, whole and in its parts; `year` is '' where none is known."""

    id: str
    citation: str
    address: str
    publisher: str = ""
    title: str = ""
    year: str = ""

    @property
    def listed(self) -> tuple[str, str, str]:
        """As the lists of sources have it: code, citation, address."""
        return self.id, self.citation, self.address


@dataclass(frozen=True)
class Table:
    """`rows`: the columns of an observation (data.model.observations), then columns in words; `headings`: each column's
    name in the reader's language; `states`: (code, name, meaning) of the closed list; `words`: the formats' own fixed
    words by key (sheet names, README lines); `filters`: what was chosen, in words; `meanings`: what each column holds;
    `decimals`: of a wide table, its columns of figures, at most so many; where the rows name their measure, each its
    own (a column `x` may have beside it its base `x_n`, and its state as `x_state` and in words, `x_state_text`).

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

    @cached_property
    def written(self) -> pd.DataFrame:
        """The rows as every format but SDMX writes them: with the codes and words of files."""
        return safe_words(in_file(self.rows))

    @property
    def has_observations(self) -> bool:
        """Whether every column of an observation is there."""
        return set(OBSERVED) <= set(self.rows.columns)

    @property
    def warning(self) -> str:
        """The line that stands first wherever there are demonstration figures; '' where there are none."""
        return f"{self.words['demonstration']}. {self.words['demonstration_long']}" if self.is_demonstration else ""

    @property
    def marked_title(self) -> str:
        """The title as citations have it, marked where figures are made up."""
        return f"{self.words['demonstration']}: {self.title}" if self.is_demonstration else self.title

    def heading(self, column: str) -> str:
        """The column's name in the reader's language, or its code where it has none."""
        return self.headings.get(column, column)

    def own_decimals(self, column: str) -> list[int]:
        """Of a wide table's column of figures, how many decimals each row's figure is shown with."""
        if {"indicator", "answer"} <= set(self.rows.columns):
            return self.decimals_of(self.rows)
        return [self.decimals[column]] * len(self.rows)

    def decimals_of(self, rows: pd.DataFrame) -> list[int]:
        """How many decimals each row's figure is shown with (`rows` are observations of this table): as many as its
        measure has, of a mean score at least two."""
        known = {measure.code: measure.decimals for measure in self.measures}
        pairs = zip(rows["indicator"], rows["answer"], strict=True)
        return [max(known.get(code, 1), MEAN_DECIMALS if answer == MEAN else 0) for code, answer in pairs]
