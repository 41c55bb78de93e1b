"""The table that all formats write: rows, what their columns are called, and everything needed to read them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.exports.provenance.model import Provenance


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
    words by key (sheet names, README lines); `filters`: what was chosen, in words."""

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
