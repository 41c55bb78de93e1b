"""An exhibit's rows as a native chart: the release's figures, the words of the table."""

from typing import Any

import pandas as pd

from components.exhibits.model import Exhibit
from components.exports.slides.model import Bar, NativeChart, Side
from data import FOCUS
from data.model.frames import rows_of
from data.model.service_counts import PEOPLE
from i18n import Text

FIGURES = ("value", "value_low", "value_upp")
NEEDED = {"indicator", "area", "period", "name", "text", "base_text", "status", "status_text", *FIGURES}
BETWEEN = " · "
SHORT_UNIT = 2


def chart_of(t: Text, exhibit: Exhibit) -> NativeChart | None:
    """Bars by area (by period for a series), with a side for each group compared; None where the rows are no figures.

    A hidden or missing figure keeps its category, with the state's word in it.
    """
    if not set(exhibit.rows.columns) >= NEEDED or not exhibit.rows["value"].notna().any():
        return None
    rows = charted(exhibit, with_sides(t, exhibit.rows))
    is_series = "side" not in rows and rows["period"].nunique() > 1 and rows["area"].nunique() == 1
    rows = rows.assign(category=categories_of(rows))
    names, sides = list(dict.fromkeys(rows["category"])), sides_of(rows) or [""]
    table = {(row.get("side", ""), row["category"]): row for row in rows_of(rows)}
    unit = exhibit.indicator.unit if exhibit.indicator else "persons"
    return NativeChart(
        title=title_of(exhibit),
        filters=BETWEEN.join(pill for pill in exhibit.pills if pill != t("kind.demonstration")),
        categories=tuple(category(name, [(side, table[side, name]) for side in sides]) for name in names),
        sides=tuple(Side(side, tuple(bar(table[side, name]) for name in names)) for side in sides),
        number_format=number_format(t, unit, rows[list(FIGURES)].min().min(), rows[list(FIGURES)].max().max()),
        described=". ".join((exhibit.title, exhibit.caption, t("slides.chart"))),
        wholes=tuple(place for place, name in enumerate(names) if is_whole(exhibit, table[sides[0], name])),
        is_series=is_series,
    )


def with_sides(t: Text, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows; the two cycles of people reached become two sides."""
    if "side" in rows or not rows["indicator"].eq(PEOPLE).all() or rows["cycle"].nunique() < 2:
        return rows
    return rows.assign(side=[t(f"cycle.{code}.name") for code in rows["cycle"]])


def charted(exhibit: Exhibit, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that one scale can hold: of a comparison the four counties and the whole; without the whole where
    persons or things are counted, of which it has so many more."""
    indicator = exhibit.indicator
    if indicator is None or indicator.level != "county":
        return rows
    whole = [] if indicator.is_count else [indicator.whole]
    areas = (*FOCUS, *whole) if "side" in rows else tuple(rows["area"].unique())
    return rows[rows["area"].isin([area for area in areas if area != indicator.whole or whole])]


def categories_of(rows: pd.DataFrame) -> list[str]:
    """What each row is called: its area, its period, or both where both differ; the sides stand in one category."""
    differing = [column for column in ("name", "period_text") if rows[column].nunique() > 1]
    parts = differing if differing and "side" not in rows else ["name"]
    return [", ".join(words) for words in rows[parts].itertuples(index=False)]


def sides_of(rows: pd.DataFrame) -> list[str]:
    """The names of the two sides of a comparison; [] without one."""
    return list(dict.fromkeys(rows["side"])) if "side" in rows else []


def category(name: str, told: list[tuple[str, dict[str, Any]]]) -> str:
    """The category's name, and where a side shows no figure the word for why."""
    hidden = [(side, row["text"]) for side, row in told if pd.isna(row["value"])]
    words = dict.fromkeys(words for _, words in hidden)
    if len(hidden) == len(told) and len(words) == 1:
        return f"{name}: {next(iter(words))}"
    return BETWEEN.join((name, *(f"{side}: {said}" for side, said in hidden)))


def bar(row: dict[str, Any]) -> Bar:
    """One figure."""
    value, low, upp = (None if pd.isna(row[column]) else float(row[column]) for column in FIGURES)
    label = row["text"] if value is None else BETWEEN.join(filter(None, (row["text"], row["base_text"])))
    return Bar(value, low, upp, label, row["status_text"], row["status"] == "unreliable")


def is_whole(exhibit: Exhibit, row: dict[str, Any]) -> bool:
    """Whether the row is what counties are set beside."""
    indicator = exhibit.indicator
    return indicator is not None and indicator.level == "county" and row["area"] == indicator.whole


def title_of(exhibit: Exhibit) -> str:
    """What is measured; of a survey question the answer and the question."""
    parts = exhibit.caption.split(BETWEEN)
    return BETWEEN.join(parts[: 2 if exhibit.view.page == "survey" else 1])


def number_format(t: Text, unit: str, least: float, most: float) -> str:
    """Whole numbers on an axis as this language writes them, whatever the language of the program that shows them.

    Figures below zero stand with a true minus sign, and then without marks between thousands: a format of Excel has
    not enough sections for both.
    """
    before, after = t(f"unit.{unit}.figure").split("{n}")
    ends = [f'"{words}"' if 0 < len(words) <= SHORT_UNIT else "" for words in (before, after)]
    mark, grouping = t("language.separators")[1], float(t("language.grouping_from"))
    plain, grouped = (digits.join(ends) for digits in ("0", f'#"{mark}"##0'))
    if least < 0:
        return f'{plain};"\N{MINUS SIGN}"{plain}'
    return f"[>={grouping:.0f}]{grouped};{plain}" if most >= grouping else plain
