"""The worded frames behind the survey's charts: all answers of a question, or one answer over groups."""

import pandas as pd

from components import store
from components.address.selection import Selection
from components.exhibits.card import Card
from components.wording.labels import worded
from components.wording.survey import answer_name
from data import FOCUS, GENDERS, Question
from data.model.catalogue import Indicator
from data.model.survey_measure import measure_of
from i18n import Text


def question_of(selection: Selection) -> Question:
    """The question a selection is about."""
    return store.release().survey.questions[selection.indicator.code]


def share_of(selection: Selection) -> Indicator:
    """The measure of the question's answers, also where the mean score is chosen."""
    return measure_of(store.release().survey, question_of(selection), question_of(selection).answers[0].code)


def place_of(selection: Selection) -> str:
    """The area that charts of all answers speak of: the chosen county, or all four."""
    return selection.county if selection.county and selection.population == "all" else selection.indicator.whole


def own_rows(selection: Selection, *, period: str = "") -> pd.DataFrame:
    """The question's rows of the chosen population and wave (or another `period`), all answers and groups."""
    rows = store.release().survey.rows_of(selection.indicator.code)
    return rows[rows["population"].eq(selection.population) & rows["period"].eq(period or selection.filters.period)]


def all_answers(t: Text, selection: Selection, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the question's answers (no nets, no mean), worded, in the questionnaire's order; `row` the answer."""
    question = question_of(selection)
    order = {answer.code: place for place, answer in enumerate(question.answers)}
    kept = rows[rows["answer"].isin(list(order))]
    kept = kept.sort_values("answer", key=lambda column: column.map(order), kind="stable")
    told = worded(kept, share_of(selection), t)
    return named(told, told["answer"], [answer_name(t, question, code) for code in told["answer"]])


def named(told: pd.DataFrame, codes: pd.Series, names: list[str]) -> pd.DataFrame:
    """The worded rows with what each stands for in a chart, which is said first of all."""
    spoken = [f"{name}: {said}" for name, said in zip(names, told["spoken"], strict=True)]
    return told.assign(row=codes, row_name=names, spoken=spoken)


def of_group(rows: pd.DataFrame, *, area: str, gender: str, age: str) -> pd.DataFrame:
    """The rows of one area, gender and age."""
    return rows[rows["area"].eq(area) & rows["gender"].eq(gender) & rows["age"].eq(age)]


def by_age(t: Text, card: Card) -> pd.DataFrame:
    """The chosen answer in each age group of the place, worded; `row` the age group."""
    selection = card.selection
    rows = own_rows(selection)
    rows = rows[rows["answer"].eq(selection.answer) & rows["area"].eq(place_of(selection)) & rows["age"].ne("all")]
    rows = rows[rows["gender"].eq(selection.filters.gender) & rows["status"].ne("not_applicable")]
    told = worded(rows.sort_values("age"), selection.indicator, t)
    return named(told, told["age"], [t.age(age) for age in told["age"]])


def by_group(t: Text, selection: Selection) -> pd.DataFrame:
    """All answers in each group that is compared, worded; `panel` the group: areas, genders or ages."""
    filters, place = selection.filters, place_of(selection)
    rows = own_rows(selection)
    match selection.compare:
        case "gender":
            keys = {code: (place, code, "all") for code in GENDERS[1:]}
            names = {code: t(f"gender.{code}") for code in keys}
        case "age":
            keys = {age: (place, filters.gender, age) for age in sorted(set(rows["age"]) - {"all"})}
            names = {age: t.age(age) for age in keys}
        case _:
            keys = {area: (area, filters.gender, filters.age) for area in areas_of(selection)}
            names = {area: t.area(area) for area in keys}
    parts = [
        of_group(rows, area=area, gender=gender, age=age).assign(panel=code, panel_name=names[code])
        for code, (area, gender, age) in keys.items()
    ]
    told = all_answers(t, selection, pd.concat(parts))
    possible = told[told["status"].ne("not_applicable")]
    return possible.assign(spoken=possible["panel_name"] + ", " + possible["spoken"])


def areas_of(selection: Selection) -> tuple[str, ...]:
    """The areas whose answers are drawn: of a scale all of them, each a bar; of other questions the chosen place."""
    if question_of(selection).kind != "scale":
        return (place_of(selection),)
    return (selection.indicator.whole, *(FOCUS if selection.population == "all" else ()))
