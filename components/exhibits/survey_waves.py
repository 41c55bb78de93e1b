"""Two waves beside each other: the rows of both, and the tested change of each row."""

from typing import Any

import pandas as pd

from components import store
from components.address.reading import earlier_waves
from components.address.selection import Selection
from components.exhibits.card import Card
from components.exhibits.survey_answers import all_answers, of_group, own_rows, place_of, question_of, share_of
from components.wording.differences import difference_decimals, difference_text, missed_text
from components.wording.labels import worded
from data import FOCUS, Wave
from data.model.catalogue import Indicator
from i18n import Text


def pair_of(selection: Selection) -> tuple[Wave, Wave]:
    """The wave before the chosen one, and the chosen one."""
    survey, question = store.release().survey, question_of(selection)
    asked = [survey.wave_of(each) for each in question.asked]
    later = next(wave for wave in asked if wave.period == selection.filters.period)
    return earlier_waves(survey, question, later)[-1], later


def wave_names(t: Text, card: Card) -> tuple[tuple[str, str], tuple[str, str]]:
    """Code and name of both waves."""
    first, second = pair_of(card.selection)
    return (first.code, wave_name(t, first)), (second.code, wave_name(t, second))


def wave_name(t: Text, wave: Wave) -> str:
    """`Vala e parë, gusht 2020`."""
    return t("wave.dated", wave=t(f"wave.{wave.code}"), period=t.period(wave.period))


def areas_in_waves(t: Text, card: Card) -> pd.DataFrame:
    """The chosen answer in the whole and the four counties in both waves, worded; `row` the area."""
    selection = card.selection
    areas = [selection.indicator.whole, *(FOCUS if card.has_counties else ())]
    told = []
    for wave in pair_of(selection):
        rows = own_rows(selection, period=wave.period)
        rows = rows[rows["answer"].eq(selection.answer)]
        parts = [
            of_group(rows, area=area, gender=selection.filters.gender, age=selection.filters.age) for area in areas
        ]
        told.append(worded(pd.concat(parts), selection.indicator, t).assign(wave=wave.code))
    both = pd.concat(told)
    return both.assign(row=both["area"], row_name=both["name"])


def answers_in_waves(t: Text, card: Card) -> pd.DataFrame:
    """Every answer in one place in both waves, worded; `row` the answer."""
    selection, told = card.selection, []
    for wave in pair_of(selection):
        rows = of_group(
            own_rows(selection, period=wave.period),
            area=place_of(selection),
            gender=selection.filters.gender,
            age=selection.filters.age,
        )
        told.append(all_answers(t, selection, rows).assign(wave=wave.code))
    return pd.concat(told)


def changes_of(t: Text, card: Card, rows: pd.DataFrame) -> pd.DataFrame:
    """The change of each row in words: points, interval, verdict, and what would probably have been missed."""
    told = []
    for row in rows.drop_duplicates("row").itertuples():
        tested = change_of(card.selection, area=str(row.area), answer=str(row.answer))
        measure = card.selection.indicator if row.answer == card.selection.answer else share_of(card.selection)
        told.append({"row": row.row, **change_words(t, tested, measure)})
    return pd.DataFrame(told)


def change_of(selection: Selection, *, area: str, answer: str) -> Any | None:
    """The tested change of one answer in one area between the two waves; None where none was tested."""
    table = store.release().survey.differences_of(selection.indicator.code)
    own = table[
        table["dimension"].eq("period")
        & table["answer"].eq(answer)
        & table["area"].eq(area)
        & table["gender"].eq(selection.filters.gender)
        & table["age"].eq(selection.filters.age)
        & table["population"].eq(selection.population)
        & table["period_to"].eq(selection.filters.period)
    ]
    return next(own.itertuples(), None)


def change_words(t: Text, tested: Any | None, measure: Indicator) -> dict[str, str]:
    """The change as the chart prints it; empty words where nothing was tested."""
    if tested is None or pd.isna(tested.difference):
        return dict.fromkeys(
            ("change_text", "interval_text", "verdict", "verdict_text", "detectable_text", "spoken"), ""
        )
    decimals = difference_decimals(measure)
    low, upp = (t.number(bound, decimals, signed=True) for bound in (tested.value_low, tested.value_upp))
    return {
        "change_text": t.points(tested.difference, measure.unit, decimals),
        "interval_text": t("difference.interval", low=low, upp=upp),
        "verdict": tested.verdict,
        "verdict_text": t(f"verdict.period.{tested.verdict}"),
        "detectable_text": missed_text(tested, measure, t),
        "spoken": difference_text(tested, measure, t),
    }
