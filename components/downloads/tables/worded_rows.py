"""Rows of figures in words, as every data format writes them."""

from collections.abc import Callable

import pandas as pd

from components.downloads.tables.measures import measure_name, measured, part_name
from components.wording.labels import base_text, figure_text, interval_text, status_text
from components.wording.provenance import citation
from data import Release
from data.model.service_counts import PART_OF_CYCLE
from i18n import Text

SIDE = "side"  # in a comparison: which of the two the row belongs to


def worded_rows(t: Text, release: Release, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows (observation columns) with their words, source and release; index and order untouched.

    Columns: those of an observation, `side` where there is one, then those of components.exports.tables.columns.
    A hidden figure has its word in `text`; `demonstration` is 1 or 0.
    """
    kept = rows.loc[:, [*release.observations.columns, *([SIDE] if SIDE in rows else [])]]
    unit_codes = pd.Series(units(release, kept), index=kept.index, dtype=object)
    return kept.assign(
        indicator_name=by_code(kept["indicator"], lambda code: measure_name(t, release, code)),
        answer_name=part_names(t, release, kept),
        name=by_code(kept["area"], t.area),
        gender_name=by_code(kept["gender"], lambda code: t(f"gender.{code}")),
        age_name=by_code(kept["age"], t.age),
        population_name=by_code(kept["population"], lambda code: t(f"file_population.{code}")),
        cycle_name=by_code(kept["cycle"], lambda code: t(f"cycle.{code}.name")),
        period_text=by_code(kept["period"], t.period),
        **figures_in_words(t, release, kept),
        reason_text=by_code(kept["reason"], lambda code: t(f"reason.{code}") if code else ""),
        kind_text=by_code(kept["kind"], lambda code: t(f"file_kind.{code}")),
        note_text=by_code(kept["note"], lambda codes: " ".join(note(t, code) for code in codes.split())),
        unit=by_code(unit_codes, lambda code: t(f"unit.{code}.name")),
        unit_code=unit_codes,
        demonstration=kept["kind"].eq("demonstration").astype(int),
        citation=by_code(kept["source"], lambda ids: cited(t, release, ids)),
        address=by_code(kept["source"], lambda ids: " ".join(release.sources[id].address for id in ids.split())),
        release=release.info.id,
    )


def by_code(codes: pd.Series, name: Callable[[str], str]) -> pd.Series:
    """Each code's name; every code is named once."""
    return codes.map({code: name(code) for code in codes.unique()})


def part_names(t: Text, release: Release, rows: pd.DataFrame) -> list[str]:
    """The name of each row's answer or group of services."""
    pairs = list(zip(rows["indicator"], rows["answer"], strict=True))
    names = {pair: part_name(t, release, *pair) for pair in set(pairs)}
    return [names[pair] for pair in pairs]


def units(release: Release, rows: pd.DataFrame) -> list[str]:
    """The code of the unit of each row's measure."""
    pairs = list(zip(rows["indicator"], rows["answer"], strict=True))
    codes = {pair: measured(release, *pair).unit for pair in set(pairs)}
    return [codes[pair] for pair in pairs]


def figures_in_words(t: Text, release: Release, rows: pd.DataFrame) -> dict[str, list[str]]:
    """`text`, `interval_text`, `base_text` and `status_text`: as the screen says the figure and its state."""
    pairs = set(zip(rows["indicator"], rows["answer"], strict=True))
    measures = {pair: measured(release, *pair) for pair in pairs}
    told = [(row, measures[row.indicator, row.answer]) for row in rows.itertuples()]
    return {
        "text": [figure_text(row, measure, t) for row, measure in told],
        "interval_text": [interval_text(row, measure, t) for row, measure in told],
        "base_text": [base_text(row, t) for row, _ in told],
        "status_text": [status_text(row, t) for row, _ in told],
    }


def note(t: Text, code: str) -> str:
    """What has to be kept in mind of a figure."""
    return t("services.part_of_cycle") if code == PART_OF_CYCLE else t(f"note.{code}")


def cited(t: Text, release: Release, ids: str) -> str:
    """The publications that ids joined by spaces stand for, as they are cited."""
    return "; ".join(citation(t, release.sources[id]) for id in ids.split())
