"""A difference in words: its sign, its unit in the singular, and only beside the right verdict what would be missed."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from components.wording.differences import difference_text
from components.wording.sentences import finding_sentences
from data import ComparedPair, Filters, Release, differences_for, finding, select
from data.model.catalogue import UNITS
from data.statistics.intervals import ASSUMED_DEFF, CAUTIOUS_DEFF
from i18n import LANGUAGES, Text, prose, words

SAID = [words(language) for language in LANGUAGES]
MISSED = {"sq": "ka gjasa të mos vihej re", "en": "would probably be missed"}


def row(**told: object) -> SimpleNamespace:
    known = {"dimension": "period", "difference": -3.0, "value_low": -5.0, "value_upp": -1.0, "verdict": "lower"}
    return SimpleNamespace(**known | {"detectable": float("nan")} | told)


@pytest.mark.parametrize("t", SAID)
@pytest.mark.parametrize("dimension", ["gender", "age", "period"])
def test_what_would_be_missed_stands_beside_no_difference_only(t: Text, dimension: str, atlas: Release) -> None:
    share = next(each for each in atlas.catalogue.values() if each.unit == "percent")
    unseen = row(dimension=dimension, verdict="not_distinguishable", value_upp=1.0, detectable=12.4)
    assert MISSED[t.language] in difference_text(unseen, share, t)
    assert t.points(12, "percent", 0, signed=False) in difference_text(unseen, share, t)
    assert MISSED[t.language] not in difference_text(row(dimension=dimension), share, t)
    assert t("difference.corrected") not in difference_text(unseen, share, t)
    apart = row(dimension=dimension, verdict="not_distinguishable", detectable=12.4)
    assert t("difference.corrected") in difference_text(apart, share, t)
    assert t("difference.fragile") in difference_text(row(dimension=dimension, q_cautious=0.06), share, t)
    assert t("difference.fragile") not in difference_text(row(dimension=dimension, q_cautious=0.04), share, t)


def test_no_found_difference_of_the_release_names_what_would_be_missed(atlas: Release) -> None:
    rows = atlas.survey.differences
    found = rows["verdict"].isin(["higher", "lower"])
    assert found.sum() > 100
    assert rows[found]["detectable"].isna().all()


@pytest.mark.parametrize("t", SAID)
def test_a_difference_is_the_first_named_less_the_second(t: Text, atlas: Release) -> None:
    compared = 0
    for indicator in atlas.catalogue.values():
        rows = atlas.rows_of(indicator.code)
        for gender, age, period in set(zip(rows["gender"], rows["age"], rows["period"], strict=True)):
            filters = Filters(gender, age, period)
            frame = select(rows, indicator=indicator.code, filters=filters)
            tests = differences_for(atlas.differences, indicator=indicator.code, filters=filters)
            found = finding(frame, tests, higher_is=indicator.higher_is)
            if found.kind not in ("groups", "some_pairs") or found.largest is None:
                continue
            value = frame.set_index("area")["value"]
            assert value[found.largest.area_to] > value[found.largest.area]
            told = next(each for each in finding_sentences(found, worded_frame(frame), indicator, t) if "95" in each)
            assert f"{t.area(found.largest.area_to)}–{t.area(found.largest.area)}: +" in told
            assert "Ndryshimi" not in told
            compared += 1
    assert compared > 10


def worded_frame(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(text="")


@pytest.mark.parametrize("t", SAID)
def test_the_card_says_why_and_how_far_a_verdict_holds(t: Text, atlas: Release) -> None:
    code = "school_attendance_15_17"
    filters = Filters("f", "15-17", "2017/2018")
    frame = select(atlas.rows_of(code), indicator=code, filters=filters)
    tests = differences_for(atlas.differences, indicator=code, filters=filters)
    found = finding(frame, tests, higher_is="better")
    assert found.corrected == (("AL-07", "AL-10"), ("AL-07", "AL-11"))
    assert found.fragile == found.pairs
    said, plain = (
        finding_sentences(each, worded_frame(frame), atlas.catalogue[code], t)
        for each in (found, replace(found, corrected=(), fragile=()))
    )
    assert said[: len(plain)] == plain
    corrected, fragile = said[len(plain) :]
    assert f"{t.area('AL-10')}–{t.area('AL-07')}" in corrected
    assert f"{t.area('AL-11')}–{t.area('AL-09')}" in fragile


def test_a_pair_is_in_doubt_by_its_own_figures() -> None:
    pair = ComparedPair("AL-07", "AL-10", 5, 1, 9, "not_distinguishable")
    assert pair.leaves_out_zero and not pair.is_fragile
    assert not replace(pair, value_low=-1).leaves_out_zero
    assert replace(pair, verdict="higher", q_cautious=0.05).is_fragile


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("t", SAID)
def test_one_is_never_in_the_plural(t: Text, unit: str) -> None:
    """Where a unit has a word at all, one and two of it read differently in English."""
    for say in (t.points, t.figure):
        one, two = (re.sub(r"[\d+−]", "", say(value, unit, 0)) for value in (1, 2))
        minus = re.sub(r"[\d+−]", "", say(-1.2, unit, 0))
        assert minus == one
        if t.language == "en" and re.search(r"[a-z]{4}", two):
            assert one != two, say(1, unit, 0)
    assert re.sub(r"[\d.,+]", "", t.points(1.3, unit, 1)) == re.sub(r"[\d.,+]", "", t.points(2.6, unit, 1))


def test_one_decimal_is_plural_in_english_only() -> None:
    sq, en = words("sq"), words("en")
    assert (en.points(1.04, "years", 1), en.points(1, "years", 0)) == ("+1.0 years", "+1 year")
    assert (sq.points(1.04, "years", 1), sq.points(1.1, "years", 1)) == ("+1,0 vit", "+1,1 vjet")


@pytest.mark.parametrize("t", SAID)
def test_what_a_larger_design_effect_would_do_is_the_formulas(t: Text) -> None:
    for deff in (CAUTIOUS_DEFF, 3.0):
        wider = re.compile(rf"\b{(deff / ASSUMED_DEFF) ** 0.5 * 100 - 100:.0f}\s?%")
        assert wider.search(t("method.assumed_deff.long")) and wider.search(prose("methods", t.language))
