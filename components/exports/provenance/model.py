"""What every file says of itself: release, query, figures and how they were made."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from components.exports.codes import gender_in_file
from data.model.observations import KEY

FORMAT = "harta-tqnj/1"
FIGURE = (*KEY, "value", "value_low", "value_upp", "n", "status")
NOTE = "note"  # codes, one of which may say that the base is told in bands; files made before them have none


@dataclass(frozen=True)
class Provenance:
    """`view` is the view's code ('' for a table built on the data page); `figures` one mapping a figure, with the
    columns of FIGURE and NOTE, an empty number as None. `made` is an ISO date."""

    release: str
    version: str
    rules: Mapping[str, str]
    view: str
    address: str
    language: str
    made: str
    title: str
    caption: str
    filters: tuple[str, ...]
    method: str
    sources: tuple[str, ...]
    licence: str
    demonstration: bool
    figures: tuple[Mapping[str, Any], ...]

    @property
    def record(self) -> dict[str, Any]:
        """Everything by name, as files have it: genders in their codes."""
        figures = [{**figure, "gender": gender_in_file(figure["gender"])} for figure in self.figures]
        return {**asdict(self), "figures": figures}

    @property
    def checksum(self) -> str:
        """The checksum of the record."""
        return checksum_of(self.record)

    def to_json(self) -> str:
        """The record as one JSON text, with the format's name and the checksum."""
        return json.dumps({"format": FORMAT, **self.record, "checksum": self.checksum}, ensure_ascii=False)


def checksum_of(told: Mapping[str, Any]) -> str:
    """SHA-256 of everything that a record says: tells a file in which any of it was edited (and not who wrote it)."""
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def figures_of(rows: pd.DataFrame) -> tuple[dict[str, Any], ...]:
    """The rows (observation columns) as figures of a provenance; () for rows of another kind."""
    if not {*FIGURE, NOTE} <= set(rows.columns):
        return ()
    plain = rows.loc[:, [*FIGURE, NOTE]].astype(object)
    return tuple(
        {str(key): None if pd.isna(cell) else cell for key, cell in row.items()} for row in plain.to_dict("records")
    )
