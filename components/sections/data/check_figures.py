"""The figures of a file as a table of words: which figure, then, now, and what became of it."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pandas as pd

from components.address.known import SERVICE_GROUPS
from components.downloads.tables.measures import measure_name, measured, part_name
from components.sections.data.check_wording import area_name, people_name, period_name
from components.widgets.tables import two_lines
from components.wording.labels import base_text
from data import Indicator, Release
from data.model.frames import rows_of
from data.model.observations import SHOWN
from data.model.service_counts import PEOPLE
from data.releasing.recheck import MOVED
from i18n import Text

COLUMNS = ("figure", "area", "period", "then", "now", "verdict")
SMALL = {"figure": "people", "then": "then_details", "now": "now_details"}  # a column's second line
Side = tuple[str, str]  # the figure; its interval and base
FINER = (0, 1, 2, 4, 9)  # decimals added until two figures that differ also look different


def worded_figures(t: Text, release: Release, figures: pd.DataFrame) -> pd.DataFrame:
    """The rows of `recheck` in words: the columns of COLUMNS and their second lines."""
    rows = [worded_figure(t, release, row) for row in rows_of(figures)]
    return pd.DataFrame(rows, columns=[*COLUMNS, *SMALL.values()])


def cells_of(worded: pd.DataFrame) -> list[dict[str, str]]:
    """The worded rows as cells of HTML, in which every sign of the text is only a sign."""
    return [
        {name: two_lines(row[name], row[SMALL[name]] if name in SMALL else "") for name in COLUMNS}
        for row in rows_of(worded)
    ]


def worded_figure(t: Text, release: Release, row: Mapping[str, Any]) -> dict[str, str]:
    """One figure in words."""
    then, now = both_sides(t, release, row)
    return {
        "figure": figure_name(t, release, row),
        "area": area_name(t, row["area"]),
        "people": people_name(t, row["gender"], row["age"], row["population"]),
        "period": period_name(t, row["period"]),
        "then": then[0],
        "then_details": then[1],
        "now": now[0],
        "now_details": now[1],
        "verdict": t(f"check.verdict.{row['verdict']}"),
    }


def figure_name(t: Text, release: Release, row: Mapping[str, Any]) -> str:
    """Indicator, question and answer, or people reached and the group of services."""
    code, answer = row["indicator"], row["answer"]
    if not is_measured(release, code, answer):
        return t("check.unknown", code=f"{code} / {answer}")
    name, part = measure_name(t, release, code), part_name(t, release, code, answer)
    return f"{name}: {part}" if part else name


def is_measured(release: Release, code: str, answer: str) -> bool:
    """Whether the release has the measure that the codes name."""
    if code == PEOPLE:
        return answer in SERVICE_GROUPS
    question = release.survey.questions.get(code)
    return code in release.catalogue or (question is not None and answer in question.answer_codes)


def both_sides(t: Text, release: Release, row: Mapping[str, Any]) -> tuple[Side, Side]:
    """The figure then and now, with as many decimals as it takes to see that they differ."""
    known = is_measured(release, row["indicator"], row["answer"])
    measure = measured(release, row["indicator"], row["answer"]) if known else None
    finer = FINER if row["verdict"] == MOVED else FINER[:1]
    pairs = [(side(t, measure, row, "then", more), side(t, measure, row, "now", more)) for more in finer]
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[0])


def side(t: Text, measure: Indicator | None, row: Mapping[str, Any], name: str, more: int) -> Side:
    """The figure on one side, or its state's name; interval and base."""
    told = SimpleNamespace(
        **{key: row[f"{key}_{name}"] for key in ("value", "value_low", "value_upp", "n", "status", "note")}
    )
    if not told.status:
        return t("check.missing"), ""
    if told.status not in SHOWN or pd.isna(told.value):
        return t(f"state.{told.status}.name"), ""
    decimals = more + (measure.decimals if measure else 0)
    figure = t.figure(told.value, measure.unit, decimals) if measure else t.number(told.value, decimals)
    if told.status == "unreliable":
        figure = t("state.unreliable.figure", figure=figure)
    bounds = [t.number(bound, decimals) for bound in (told.value_low, told.value_upp) if pd.notna(bound)]
    details = [t("check.interval", bounds="–".join(bounds))] if len(bounds) == 2 else []
    return figure, " · ".join(filter(None, (*details, base_text(told, t))))
