"""Better and worse in a brief: which county stands on which side, by the direction of the measure."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from components.downloads.brief.verdicts import standing, verdict_of
from components.sections.county_services import Risk
from data import finding
from data.statistics.findings import Finding
from i18n import words

T = words("en")
LOW, MIDDLE, HIGH, APART = "AL-09", "AL-10", "AL-11", "AL-07"
VALUES = {LOW: 20.0, MIDDLE: 40.0, HIGH: 60.0}
FOUND = [(LOW, MIDDLE), (LOW, HIGH), (MIDDLE, HIGH)]
SELECTION = {"indicator": "x", "answer": "all", "gender": "all", "age": "all", "population": "all", "period": "2018"}


def found_of(higher_is: str, pairs: list[tuple[str, str]] = FOUND, apart: str = "no_data") -> Finding:
    """Three counties of which these pairs can be told apart, and Kukës, which has no figure."""
    figures = [{**SELECTION, "area": area, "value": value, "status": "ok"} for area, value in VALUES.items()]
    figures.append({**SELECTION, "area": APART, "value": float("nan"), "status": apart})
    tests = [
        {**SELECTION, "dimension": "area", "area": low, "area_to": high, "difference": VALUES[high] - VALUES[low],
         "value_low": 1.0, "value_upp": 39.0, "verdict": "higher" if (low, high) in pairs else "not_distinguishable",
         "q_cautious": 0.01}
        for low, high in FOUND
    ]  # fmt: skip
    return finding(pd.DataFrame(figures), pd.DataFrame(tests), higher_is=higher_is)


def said(found: Finding, county: str) -> tuple[str, str]:
    card: Any = SimpleNamespace(finding=found)
    return verdict_of(T, card, county)


@pytest.mark.parametrize(
    ("higher_is", "low", "middle", "high"),
    [
        ("better", "worse", "mixed", "better"),
        ("worse", "better", "mixed", "worse"),
        ("neutral", "lower", "between", "higher"),
    ],
)
def test_a_county_on_each_side_of_a_measure_of_each_direction(higher_is: str, low: str, middle: str, high: str) -> None:
    found = found_of(higher_is)
    assert [said(found, area)[0] for area in (LOW, MIDDLE, HIGH)] == [low, middle, high]


@pytest.mark.parametrize(
    ("higher_is", "low", "middle", "high"),
    [
        ("better", "Worse than in Tirana and Shkodër", "Worse than in Tirana; Better than in Dibër",
         "Better than in Shkodër and Dibër"),
        ("worse", "Better than in Tirana and Shkodër", "Better than in Tirana; Worse than in Dibër",
         "Worse than in Shkodër and Dibër"),
        ("neutral", "Lower than in Tirana and Shkodër", "Lower than in Tirana; Higher than in Dibër",
         "Higher than in Shkodër and Dibër"),
    ],
)  # fmt: skip
def test_the_words_name_the_counties_of_that_side(higher_is: str, low: str, middle: str, high: str) -> None:
    found = found_of(higher_is)
    assert [said(found, area)[1] for area in (LOW, MIDDLE, HIGH)] == [low, middle, high]


def test_without_a_figure_a_test_or_a_difference_nothing_is_better_or_worse() -> None:
    assert said(found_of("better"), APART)[0] == "no_data"
    assert said(found_of("better", apart="suppressed"), APART)[0] == "no_data"
    assert [said(found_of("better", []), area)[0] for area in VALUES] == ["alike"] * 3
    one = found_of("better", [(LOW, HIGH)])
    assert [said(one, area)[0] for area in (LOW, MIDDLE, HIGH)] == ["worse", "alike", "better"]
    figures = pd.DataFrame([{**SELECTION, "area": area, "value": 1.0, "status": "ok"} for area in (LOW, HIGH)])
    nobody = finding(figures, pd.DataFrame(columns=[*SELECTION, "dimension"]), higher_is="better")
    assert said(nobody, LOW)[0] == "untested"


@pytest.mark.parametrize(
    ("higher_is", "low", "middle", "high"),
    [("better", (HIGH, MIDDLE), (HIGH,), ()), ("worse", (), (LOW,), (LOW, MIDDLE))],
)
def test_need_beside_reach_names_who_does_better(
    higher_is: str, low: tuple[str, ...], middle: tuple[str, ...], high: tuple[str, ...]
) -> None:
    indicator: Any = SimpleNamespace(higher_is=higher_is)
    risk = Risk(indicator, "all", found_of(higher_is), "s001")
    assert [set(risk.worse_than(area)) for area in (LOW, MIDDLE, HIGH)] == [set(low), set(middle), set(high)]
    assert [risk.state(area) for area in (LOW, MIDDLE, HIGH)] == [
        "worse" if better else "alike" for better in (low, middle, high)
    ]
    assert risk.state(APART) == "no_data"


def rows(**verdicts: str) -> list[Any]:
    return [SimpleNamespace(label=label, verdict=verdict) for label, verdict in verdicts.items()]


def test_a_standing_counts_the_worse_first_then_the_better_and_the_mixed_in_both() -> None:
    told = standing(T, rows(a="better", b="worse", c="mixed", d="alike", e="untested", f="no_data", g="lower",
                            h="higher", i="between"))  # fmt: skip
    assert told == (
        "Worse than at least one of the other three counties in 2 of 4 tested measures: b; c.",
        "Better than at least one of the other three counties in 2 of 4 tested measures: a; c.",
    )


def test_a_standing_says_what_there_is_none_of_and_nothing_where_nothing_is_judged() -> None:
    assert standing(T, rows(a="better", b="alike"))[0] == T("brief.standing.none_worse", all=2)
    assert standing(T, rows(a="worse", b="alike"))[1] == T("brief.standing.none_better", all=2)
    assert standing(T, rows(a="untested", b="no_data", c="lower", d="between", e="higher")) == ()
