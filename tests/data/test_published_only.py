"""Only what is published is left where that is asked for: of indicators too, though today none is made up."""

from dataclasses import replace

import pandas as pd
import pytest

from data.model.observations import KEY
from data.releasing.release import Release, ends_known

GIRLS = {"indicator": "school_attendance_15_17", "gender": "f", "age": "15-17"}


def rows(table: pd.DataFrame, **where: str) -> pd.Series:
    chosen = pd.Series(True, index=table.index)
    for column, wanted in (GIRLS | where).items():
        chosen &= table[column].eq(wanted)
    return chosen


@pytest.fixture(scope="module")
def half(atlas: Release) -> Release:
    """The release with the figure of Dibra's girls of 2017/2018 made up."""
    made_up = rows(atlas.observations, area="AL-09", period="2017/2018")
    assert made_up.sum() == 1
    kinds = atlas.observations["kind"].mask(made_up, "demonstration")
    return replace(atlas, observations=atlas.observations.assign(kind=kinds))


def test_the_made_up_figure_goes_and_every_other_stays(atlas: Release, half: Release) -> None:
    left = half.without_demonstration().observations
    assert not rows(left, area="AL-09", period="2017/2018").any()
    assert len(left) == len(atlas.observations) - 1
    assert set(left["kind"]) == set(atlas.observations["kind"]) != {"demonstration"}
    expected = atlas.observations[~rows(atlas.observations, area="AL-09", period="2017/2018")]
    pd.testing.assert_frame_equal(left, expected.reset_index(drop=True))


def test_whatever_was_compared_with_it_goes_too_at_either_end(atlas: Release, half: Release) -> None:
    def at(suffix: str, table: pd.DataFrame) -> pd.Series:
        ends = {"area": "AL-09", "gender": "f", "period": "2017/2018"}
        own = table["indicator"].eq(GIRLS["indicator"]) & table["age"].eq(GIRLS["age"])
        for column, wanted in ends.items():
            own &= table[f"{column}{suffix}"].eq(wanted)
        return own

    first, last = at("", atlas.differences), at("_to", atlas.differences)
    assert (first & ~last).any() and (last & ~first).any(), "the release compares it in both places"
    left = half.without_demonstration().differences
    pd.testing.assert_frame_equal(left, atlas.differences[~(first | last)].reset_index(drop=True))


def test_a_release_without_made_up_figures_loses_nothing_of_its_indicators(atlas: Release) -> None:
    left = atlas.without_demonstration()
    pd.testing.assert_frame_equal(left.observations, atlas.observations)
    pd.testing.assert_frame_equal(left.differences, atlas.differences)


def test_the_offers_of_an_indicator_are_those_of_what_is_left(atlas: Release) -> None:
    period = atlas.offers[GIRLS["indicator"]].periods_for("f", "15-17")[0]
    made_up = atlas.observations["indicator"].eq(GIRLS["indicator"]) & atlas.observations["period"].eq(period)
    kinds = atlas.observations["kind"].mask(made_up, "demonstration")
    left = replace(atlas, observations=atlas.observations.assign(kind=kinds)).without_demonstration()
    assert period not in left.offers[GIRLS["indicator"]].periods_for("f", "15-17")


@pytest.mark.parametrize(
    ("known", "expected"), [(["first", "last"], True), (["first"], False), (["last"], False), ([], False)]
)
def test_a_difference_needs_both_its_ends(known: list[str], expected: bool) -> None:
    key = dict.fromkeys(KEY, "x")
    ends = {"first": {**key, "area": "AL-09"}, "last": {**key, "area": "AL-11"}}
    pair = pd.DataFrame([{**ends["first"], "area_to": "AL-11", "gender_to": "x", "period_to": "x"}])
    observations = pd.DataFrame([ends[name] for name in known], columns=list(KEY))
    assert ends_known(pair, observations).tolist() == [expected]
