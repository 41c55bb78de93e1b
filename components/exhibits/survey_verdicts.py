"""What the survey's tests say, in words: between ages, between waves, and of whole answer patterns."""

from typing import Any

import pandas as pd

from components import store
from components.exhibits.card import Card
from components.exhibits.survey_answers import place_of, question_of
from components.exhibits.survey_waves import change_of
from components.wording.demonstration import demonstrated
from components.wording.differences import difference_text, leaves_out_zero
from components.wording.survey import answer_name
from data import ALPHA, FOCUS
from i18n import Text

SMALLEST_P = 0.001


def age_lines(t: Text, card: Card) -> list[str]:
    """The pairs of age groups that can be told apart, or that none can."""
    selection = card.selection
    table = store.release().survey.differences_of(selection.indicator.code)
    own = table[
        table["dimension"].eq("age")
        & table["answer"].eq(selection.answer)
        & table["population"].eq(selection.population)
        & table["area"].eq(place_of(selection))
        & table["gender"].eq(selection.filters.gender)
        & table["period_to"].eq(selection.filters.period)
    ]
    told = [
        t(
            "difference.line",
            area=f"{t.age(str(row.age))} → {t.age(str(row.age_to))}",
            text=difference_text(row, card.selection.indicator, t),
        )
        for row in own.itertuples()
        if row.verdict in ("higher", "lower")
    ]
    told = told or [t("survey.no_pair" if len(own) else "difference.untested")]
    corrected = [
        f"{t.age(str(row.age))} → {t.age(str(row.age_to))}" for row in own.itertuples() if leaves_out_zero(row)
    ]
    told += [t("finding.corrected.text", pairs=t.join(corrected))] if corrected else []
    return demonstrated(t, card.frame, told)


def change_lines(t: Text, card: Card) -> list[str]:
    """The change between the waves: the four counties together, then each."""
    selection = card.selection
    told = []
    for area in (selection.indicator.whole, *(FOCUS if card.has_counties else ())):
        tested = change_of(selection, area=area, answer=selection.answer)
        if tested is not None:
            told.append(t("difference.line", area=t.area(area), text=difference_text(tested, selection.indicator, t)))
    return demonstrated(t, card.frame, told or [t("survey.no_change_test")])


def pattern_lines(t: Text, card: Card) -> list[str]:
    """Whether the whole answer pattern differs over what is compared (Rao-Scott); nothing where it was not tested."""
    tested = pattern_of(card)
    if tested is None or pd.isna(tested.p):
        return []
    said = [t(f"pattern.{tested.verdict}", groups=groups_of(t, tested))]
    if tested.verdict == "differs" and (others := other_answers(t, card, tested)):
        said.append(t("pattern.elsewhere", answers="; ".join(others)))
    if tested.verdict == "not_distinguishable" and tested.p < ALPHA:
        said.append(t("pattern.corrected"))
    return demonstrated(t, card.frame, [" ".join([*said, pattern_figures(t, tested)])])


def pattern_figures(t: Text, tested: Any) -> str:
    """The test's figures in parentheses; without degrees of freedom where they would lead back to a base in bands."""
    p = t("pattern.p_below") if tested.p < SMALLEST_P else t("pattern.p", p=t.number(tested.p, 3))
    if pd.isna(tested.df2):
        return t("pattern.test_short", p=p)
    statistic, df1, df2 = t.number(tested.statistic, 2), t.number(tested.df1, 1), t.number(tested.df2, 0)
    return t("pattern.test", statistic=statistic, df1=df1, df2=df2, p=p)


def groups_of(t: Text, tested: Any) -> str:
    """What the pattern was compared over, and in which place where it is not the counties themselves."""
    groups = t(f"pattern.of_{tested.dimension}")
    return groups if tested.dimension == "area" else t("pattern.placed", groups=groups, place=t.area(tested.area, "in"))


def other_answers(t: Text, card: Card, tested: Any) -> list[str]:
    """The answers in which the pattern's difference shows, where the chosen one is not among them."""
    table = store.release().survey.differences_of(tested.indicator)
    own = table[table["dimension"].eq(tested.dimension) & table["verdict"].isin(["higher", "lower"])]
    for column in {"area", "gender", "age", "population", "period", "period_to"} - {tested.dimension}:
        own = own[own[column].eq(getattr(tested, column))]
    found = list(dict.fromkeys(own["answer"]))
    question = question_of(card.selection)
    return [] if card.selection.answer in found else [answer_name(t, question, answer) for answer in found]


def pattern_of(card: Card) -> Any | None:
    """The test of the question's answers over the groups compared, in the same population, place and wave."""
    selection = card.selection
    dimension = "area" if selection.compare == "none" else selection.compare
    fixed = {
        "area": place_of(selection),
        "gender": selection.filters.gender,
        "age": selection.filters.age,
    } | ({dimension: "all"} if dimension != "period" else {})
    own = store.release().survey.patterns_of(selection.indicator.code)
    own = own[own["dimension"].eq(dimension) & own["population"].eq(selection.population)]
    own = own[own["period_to"].eq(selection.filters.period)]
    for column, code in fixed.items():
        own = own[own[column].eq(code)]
    return next(own.itertuples(), None)
