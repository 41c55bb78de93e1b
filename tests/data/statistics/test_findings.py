import pandas as pd
import pytest

from data.model.dimensions import Filters
from data.model.observations import COLUMNS
from data.releasing.query import select, series
from data.releasing.release import Release
from data.statistics import findings
from data.statistics.country_series import country_series
from data.statistics.findings import finding

SELECTION = {
    "indicator": "x",
    "answer": "all",
    "gender": "all",
    "age": "all",
    "population": "all",
    "period": "2018",
}


def selection(**areas: float | str) -> pd.DataFrame:
    """One row an area: a figure, or the word for its state; `u` in front of a number marks it unreliable."""
    rows = []
    for name, given in areas.items():
        area = name.replace("_", "-")
        if isinstance(given, float):
            rows.append({**SELECTION, "area": area, "value": given, "status": "ok"})
        elif given.startswith("u"):
            rows.append({**SELECTION, "area": area, "value": float(given[1:]), "status": "unreliable"})
        else:
            rows.append({**SELECTION, "area": area, "value": float("nan"), "status": given})
    return pd.DataFrame(rows, columns=list(COLUMNS))


def differences(*pairs: tuple[str, str, float, bool]) -> pd.DataFrame:
    """Tests (area, area_to, difference, distinguishable), of the selection and of another indicator."""
    rows = [
        {
            **SELECTION,
            "dimension": "area",
            "area": area,
            "area_to": area_to,
            "difference": difference,
            "value_low": difference - 2,
            "value_upp": difference + 3,
            "verdict": ("higher" if difference > 0 else "lower") if sure else "not_distinguishable",
        }
        for area, area_to, difference, sure in pairs
    ]
    other = {**rows[0], "indicator": "y", "area": "AL-11", "area_to": "AL-10", "difference": 90.0}
    return pd.DataFrame([*rows, other])


FOUR: dict[str, float | str] = {"AL_11": 92.0, "AL_10": 91.0, "AL_09": 74.0, "AL_07": "u75", "AL": 88.0}
CLEAN = [
    ("AL-07", "AL-09", -1.0, False),
    ("AL-07", "AL-10", 16.0, True),
    ("AL-07", "AL-11", 17.0, True),
    ("AL-09", "AL-10", 17.0, True),
    ("AL-09", "AL-11", 18.0, True),
    ("AL-10", "AL-11", 1.0, False),
]


def test_two_groups_when_all_pairs_across_and_none_inside_differ() -> None:
    found = finding(selection(**FOUR), differences(*CLEAN), higher_is="better")
    assert (found.kind, found.low, found.high) == ("groups", ("AL-09", "AL-07"), ("AL-10", "AL-11"))
    assert found.largest == findings.ComparedPair("AL-09", "AL-11", 18.0, 16.0, 21.0, "higher")
    assert (found.lowest, found.highest, found.country, found.higher_is) == ("AL-09", "AL-11", 88.0, "better")
    assert (found.unreliable, found.missing, found.untested) == (("AL-07",), (), ())
    assert found.tested == ("AL-11", "AL-10", "AL-09", "AL-07")


@pytest.mark.parametrize("place", range(6))
def test_one_verdict_turned_round_ends_the_groups(place: int) -> None:
    area, area_to, difference, sure = CLEAN[place]
    turned = [*CLEAN[:place], (area, area_to, difference, not sure), *CLEAN[place + 1 :]]
    found = finding(selection(**FOUR), differences(*turned), higher_is="better")
    assert (found.kind, found.low, found.high) == ("some_pairs", (), ())
    assert len(found.pairs) == sum(sure for *_, sure in turned)


def test_pairs_are_named_lower_area_first() -> None:
    found = finding(selection(AL_11=10.0, AL_10=50.0), differences(("AL-10", "AL-11", -40.0, True)), higher_is="worse")
    assert found.pairs == (("AL-11", "AL-10"),)
    assert found.largest == findings.ComparedPair("AL-11", "AL-10", 40.0, 37.0, 42.0, "higher")


def test_tests_without_a_difference() -> None:
    found = finding(
        selection(AL_11=10.0, AL_10=11.0, AL_09=12.0, AL_07="suppressed"),
        differences(("AL-10", "AL-11", -1.0, False)),
        higher_is="neutral",
    )
    assert (found.kind, found.pairs) == ("not_distinguishable", ())
    assert found.untested == ("AL-09",)
    assert found.missing == (("AL-07", "suppressed"),)
    assert (found.country, found.country_status) == (None, "no_data")


@pytest.mark.parametrize(
    ("areas", "kind", "lowest", "highest"),
    [
        ({"AL_11": 3.0, "AL_07": 1.0}, "spread", "AL-07", "AL-11"),
        ({"AL_11": 3.0, "AL": 2.0, "AL_10": "no_data"}, "single", "AL-11", "AL-11"),
        ({"AL": 2.0, "AL_01": 5.0}, "country_only", "", ""),
        ({"AL": "suppressed", "AL_11": "no_data"}, "nothing", "", ""),
        ({}, "nothing", "", ""),
    ],
)
def test_without_a_test(areas: dict[str, float | str], kind: str, lowest: str, highest: str) -> None:
    found = finding(selection(**areas), differences(*CLEAN).iloc[:0], higher_is="neutral")
    assert (found.kind, found.lowest, found.highest, found.largest) == (kind, lowest, highest, None)


def test_a_finding_of_a_release_leaves_both_frames_as_they_were(release: Release) -> None:
    chosen = select(release.observations, indicator="attendance", filters=Filters("f", "15-17", "2017/2018"))
    before = chosen.copy(deep=True), release.differences.copy(deep=True)
    found = finding(chosen, release.differences, higher_is="better")
    # Kukës rests on few: over all comparisons of the page its two pairs no longer stand out, though their intervals do.
    assert (found.kind, set(found.pairs)) == ("some_pairs", {("AL-09", "AL-11"), ("AL-09", "AL-10")})
    assert set(found.corrected) == {("AL-07", "AL-11"), ("AL-07", "AL-10")}
    pd.testing.assert_frame_equal(chosen, before[0])
    pd.testing.assert_frame_equal(release.differences, before[1])


def test_a_national_series_starts_ends_and_moves(release: Release) -> None:
    facts = country_series(series(release.observations, indicator="victims", areas=("AL",)))
    assert (facts.periods, facts.first_period, facts.last_period, facts.change) == (2, "2018", "2022", 17.0)
    assert (facts.first_value, facts.last_value) == (95.0, 112.0)


def test_a_series_of_hidden_figures_has_no_facts(release: Release) -> None:
    facts = country_series(series(release.observations, indicator="victims", gender="f", areas=("AL",)))
    assert (facts.periods, facts.first_value, facts.change) == (0, None, None)


def test_one_figure_is_no_change() -> None:
    facts = country_series(selection(AL=4.0))
    assert (facts.periods, facts.first_value, facts.last_value, facts.change) == (1, 4.0, 4.0, None)


def test_a_series_has_one_area() -> None:
    with pytest.raises(ValueError, match="AL, AL-11"):
        country_series(selection(AL=4.0, AL_11=3.0))
