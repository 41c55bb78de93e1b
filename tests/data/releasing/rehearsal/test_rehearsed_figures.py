"""What a rehearsal says of figures, areas, meanings, sources and the announcement."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.releasing.build import build
from data.releasing.rehearsal.rehearsing import rehearse
from data.releasing.release import Release, open_release
from tests.data.releasing.rehearsal.rehearsed import changed, found, rows_changed

TIRANA = {"indicator": "attendance", "area": "AL-11", "gender": "m"}
COUNT = {"indicator": "victims", "gender": "all", "period": "2018"}
KEY = "attendance all AL-11 m 15-17 all 2017/2018"


def test_beside_itself_a_release_says_nothing(release: Release) -> None:
    rehearsal = rehearse(release, release)
    assert rehearsal.points == () and rehearsal.is_clear
    assert rehearsal.counts == {"same": len(release.observations), "added": 0, "within": 0}


@pytest.mark.parametrize(
    ("where", "columns", "expected"),
    [
        (TIRANA, {"value": 91.5}, {}),  # inside its interval
        (TIRANA, {"value": 60.0}, {"moved": [KEY]}),
        (COUNT, {"value": 96.0}, {"moved": ["victims all AL all all all 2018"]}),  # has no interval
        (TIRANA, {"n": 291}, {"base": [KEY]}),
        (TIRANA, {"value": 91.5, "n": 291}, {"base": [KEY]}),
        (TIRANA, {"status": "unreliable"}, {"state": [KEY]}),
        (TIRANA, {"status": "suppressed", "value": None}, {"hidden_late": [KEY]}),
        (TIRANA, {"kind": "demonstration"}, {"made_up": [KEY]}),
    ],
)
def test_a_changed_figure(
    release: Release, where: dict[str, str], columns: dict[str, object], expected: dict[str, list[str]]
) -> None:
    assert found(release, rows_changed(release, where, **columns)) == expected


def test_a_real_figure_in_place_of_a_demonstration_is_told_as_that_only(release: Release) -> None:
    twin = rows_changed(release, TIRANA, kind="demonstration", value=12.0, n=5)
    assert found(twin, release) == {"replaced": [KEY]}


def test_a_figure_gone_or_added(release: Release) -> None:
    fewer = replace(release, observations=release.observations[~release.observations["period"].eq("2022")])
    assert found(release, fewer) == {"gone": ["victims all AL all all all 2022"]}
    back = rehearse(fewer, release)
    assert back.points == () and back.counts["added"] == 1


def test_an_area_without_figures_and_two_that_are_exchanged(release: Release) -> None:
    rows = release.observations
    without = replace(release, observations=rows[rows["area"].ne("AL-04")])
    assert found(release, without)["area_gone"] == ["AL-04"]
    girls = rows["indicator"].eq("attendance") & rows["gender"].eq("f") & rows["period"].eq("2017/2018")
    more = pd.concat([rows, *(rows[girls].assign(period=f"{year}/{year + 1}") for year in (2018, 2019))])
    old = replace(release, observations=more.reset_index(drop=True))
    exchanged = {"AL-09": "AL-11", "AL-11": "AL-09"}
    moved = old.observations["gender"].eq("f") & old.observations["period"].gt("2017")
    codes = old.observations["area"].where(~moved, old.observations["area"].replace(exchanged))
    new = replace(old, observations=old.observations.assign(area=codes))
    told = found(old, new)
    assert set(told["area_swapped"]) == {"attendance AL-09 AL-11", "attendance AL-11 AL-09"}
    assert set(told) == {"area_swapped", "moved"}


def test_a_hidden_count_that_a_sum_gives_away(release: Release) -> None:
    old = rows_changed(release, {**COUNT, "gender": "m"}, status="suppressed", value=None)
    hidden = release.observations["indicator"].eq("victims") & release.observations["status"].eq("suppressed")
    assert set(release.observations[hidden]["gender"]) == {"f", "m"}
    new = rows_changed(old, {**COUNT, "gender": "m"}, status="ok", value=92.0)
    assert found(old, new) == {
        "recoverable": ["victims all AL f all all 2018"],
        "state": ["victims all AL m all all 2018"],
    }
    assert found(new, new) == {}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("unit", "per_1000", {"unit_changed": ["attendance unit"]}),
        ("higher_is", "worse", {"meaning": ["attendance higher_is"]}),
        ("decimals", 0, {"meaning": ["attendance decimals"]}),
        ("periods", ("2030",), {}),
    ],
)
def test_a_measure_that_means_something_else(
    release: Release, field: str, value: object, expected: dict[str, list[str]]
) -> None:
    other = replace(release.catalogue["attendance"], **{field: value})
    assert found(release, replace(release, catalogue={**release.catalogue, "attendance": other})) == expected


def test_sources_and_rules(release: Release) -> None:
    named = replace(release.sources["s001"], title="Another title")
    sources = {id: source for id, source in release.sources.items() if id != "s004"} | {"s001": named}
    info = replace(release.info, rules={**release.info.rules, "intervals": "99"})
    told = found(release, replace(release, sources=sources, info=info))
    assert told == {"rules": ["rule intervals"], "source_changed": ["s001"], "source_gone": ["s004"]}


def test_the_announcement(
    sources: Path, release: Release, tmp_path: Path, rewrite: Callable[[str, str, str], None]
) -> None:
    rewrite("facts/education.csv", "2017/2018,91.4,292", "2017/2018,91.5,292")
    build(sources, tmp_path / "silent")
    assert found(release, open_release(tmp_path / "silent")) == {"not_announced": ["release"]}
    rewrite("release.toml", 'version = "0.1.0"', 'version = "0.10.0"')
    build(sources, tmp_path / "version_only")
    assert found(release, open_release(tmp_path / "version_only")) == {"not_announced": ["release"]}
    with (sources / "release.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[change]]\ndate = "2026-11-25"\ncode = "corrected"\n')
    build(sources, tmp_path / "told")
    told = open_release(tmp_path / "told")
    assert found(release, told) == {}
    assert set(found(told, release)) == {"not_announced"}
    assert found(told, replace(told, info=replace(told.info, date="2026-11-01"))) == {"dated_before": ["release"]}


def test_waves_questions_and_the_base_of_people_reached(atlas: Release) -> None:
    code, question = next((code, each) for code, each in atlas.survey.questions.items() if each.asked)
    asked = replace(question.asked[0], universe={"sq": "x", "en": "x"}, text={"sq": "y", "en": "y"})
    wave = replace(atlas.survey.waves[0], persons=atlas.survey.waves[0].persons + 1)
    survey = replace(
        atlas.survey,
        waves=(wave, *atlas.survey.waves[1:]),
        questions={**atlas.survey.questions, code: replace(question, asked=(asked, *question.asked[1:]))},
        observations=atlas.survey.observations.iloc[:0],
    )
    place = {"service": "all", "area": "AL-11", "cycle": "1"}
    coverage = changed(atlas.services.coverage, place, population=1)
    providers = dict(list(atlas.services.providers.items())[1:])
    lost = next(iter(atlas.services.providers))
    new = replace(atlas, survey=survey, services=replace(atlas.services, coverage=coverage, providers=providers))
    old = replace(atlas, survey=replace(atlas.survey, observations=atlas.survey.observations.iloc[:0]))
    assert found(old, new) == {
        "universe": [f"{code} {asked.wave}", f"wave {wave.code} persons"],
        "meaning": [f"{code} {asked.wave} words"],
        "coverage_base": ["coverage all AL-11 1 population"],
        "place": [f"provider {lost}"],
    }
