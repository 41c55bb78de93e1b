"""The figures that an entry was decided on: in words, and held against those of today."""

import os
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pandas as pd

from components import state
from components.address.selection import KINDS
from components.downloads.tables.measures import measured
from components.exports.provenance.model import Provenance
from components.exports.provenance.parsing import provenance_of
from components.exports.provenance.problems import ProvenanceProblem
from components.sections.data.check_figures import figure_name, is_measured
from components.sections.data.check_wording import area_name, period_name
from components.wording.labels import base_text, figure_text, interval_text
from data import Release, recheck
from data.model.observations import SHOWN
from data.releasing.recheck import SAME
from i18n import Text
from minutes import Entry

COLUMNS = ("figure", "area", "gender", "age", "population", "period", "value", "interval", "base", "status")
ALWAYS = ("area", "value", "status")


def provenance_in(entry: Entry) -> Provenance | None:
    """What the card said of itself when it was decided on; None where the text in the store is no longer that."""
    try:
        return provenance_of(entry.provenance)
    except (ProvenanceProblem, ValueError):
        return None


def is_withheld(entry: Entry) -> bool:
    """Whether the entry's card is made up, and the reader or the operator wants published figures only."""
    published_only = state.recall("kind", KINDS) == "published" or os.environ.get("HARTA_DEMONSTRATION") == "off"
    return entry.demonstration and published_only


def figure_table(t: Text, release: Release, provenance: Provenance) -> pd.DataFrame:
    """The figures in words under their headings; a column that says the same in every row, as the filters do, or that
    says nothing, is left out."""
    told = [figure_words(t, release, figure) for figure in provenance.figures]
    frame = pd.DataFrame(told, columns=list(COLUMNS))
    kept = [name for name in COLUMNS if name in ALWAYS or tells(name, frame[name])]
    return frame[kept].rename(columns={name: t(f"minutes_column.{name}") for name in kept})


def tells(name: str, cells: pd.Series) -> bool:
    """Whether a column adds something."""
    return bool(cells.ne("").any()) if name in ("interval", "base") else cells.nunique() > 1


def figure_words(t: Text, release: Release, figure: Mapping[str, Any]) -> dict[str, str]:
    """One figure in the columns of COLUMNS; the state's name where there is no figure."""
    row = SimpleNamespace(**{"note": "", **figure}, reason="", kind="published")
    state_name = t(f"state.{row.status}.name")
    value, interval = figure_and_interval(t, release, row) if is_shown(row) else (state_name, "")
    return {
        "figure": figure_name(t, release, figure),
        "area": area_name(t, row.area),
        "gender": t(f"gender.{row.gender}") if t.has(f"gender.{row.gender}") else row.gender,
        "age": t.age(row.age),
        "population": t(f"population.{row.population}") if t.has(f"population.{row.population}") else row.population,
        "period": period_name(t, row.period),
        "value": value,
        "interval": interval,
        "base": base_text(row, t) if is_shown(row) else "",
        "status": state_name,
    }


def is_shown(row: Any) -> bool:
    """Whether there is a figure to show."""
    return row.status in SHOWN and row.value is not None


def figure_and_interval(t: Text, release: Release, row: Any) -> tuple[str, str]:
    """Both with their unit; as bare numbers where the release no longer knows the measure."""
    if is_measured(release, row.indicator, row.answer):
        measure = measured(release, row.indicator, row.answer)
        return figure_text(row, measure, t), interval_text(row, measure, t)
    bounds = [bare(t, bound) for bound in (row.value_low, row.value_upp) if bound is not None]
    return bare(t, row.value), "–".join(bounds)


def bare(t: Text, number: float) -> str:
    """The number with the decimals that it has."""
    return t.number(number, len(f"{number:.4f}".rstrip("0").partition(".")[2]))


def changed_since(t: Text, entry: Entry, rows: pd.DataFrame, release: str) -> str:
    """Whether the card's figures are still those decided on; '' where the release is the same, or there are none."""
    provenance = provenance_in(entry)
    if provenance is None or entry.release == release or not provenance.figures:
        return ""
    changed = int(recheck(provenance.figures, rows)["verdict"].ne(SAME).sum())
    return t.plural("minutes.changed", changed) if changed else t("minutes.unchanged")
