"""What is left when groups are taken from their whole, and hidden groups that must not follow from others."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_waves import AGES, PERIODS, changed, in_two_genders, microdata
from scipy.optimize import linprog

from data.model.domains import Domain, is_too_deep, listed
from data.model.microdata import Microdata
from data.model.survey import Survey
from data.survey.check import survey_problems
from data.survey.guarding import guarded
from data.survey.protected import siblings
from data.survey.protected.partitions import Partition, all_partitions, complete_partitions, residuals
from data.survey.protected.siblings import beside, groups_of, hidden_groups, is_weak, worked_out
from data.survey.subtractions import given_away, left_between, left_over
from data.survey.tables import survey_tables

SPLITS = complete_partitions(AGES)
CELLS = [(area, gender, age) for area in ("AL-11", "AL-10", "AL-09", "AL-07") for gender in "fm" for age in AGES]
populations = st.lists(st.integers(0, 40), min_size=len(CELLS), max_size=len(CELLS))


def bases_in(counts: list[int]) -> dict[Domain, int]:
    """The base of every offered group of a population given by county, gender and age."""
    groups = [each for each in listed(AGES) if not is_too_deep(each) and each.population == "all"]

    def holds(group: Domain, cell: tuple[str, str, str]) -> bool:
        wanted = (group.area.replace("AL-4C", "all"), group.gender, group.age)
        return all(code in ("all", own) for code, own in zip(wanted, cell, strict=True))

    return {group: sum(n for n, cell in zip(counts, CELLS, strict=True) if holds(group, cell)) for group in groups}


@given(counts=populations)
def test_complete_partitions_leave_nobody(counts: list[int]) -> None:
    bases = bases_in(counts)
    assert len(SPLITS) == 7 + 9 + 7
    assert list(residuals(bases, SPLITS)) == []


@given(counts=populations, place=st.integers(0, len(SPLITS) - 1), more=st.integers(1, 60))
def test_whoever_is_in_no_part_is_found_when_they_are_few(counts: list[int], place: int, more: int) -> None:
    split, bases = SPLITS[place], bases_in(counts)
    bases[split.whole] += more
    found = dict(residuals(bases, [split]))
    assert found == ({split: more} if more < 25 else {})


@given(counts=populations, place=st.integers(0, len(SPLITS) - 1))
def test_a_part_that_is_not_told_is_left(counts: list[int], place: int) -> None:
    split, bases = SPLITS[place], bases_in(counts)
    untold = bases.pop(split.parts[0])
    assert [left for _, left in residuals(bases, [split])] == ([untold] if 0 < untold < 25 else [])
    for part in split.parts[1:]:
        del bases[part]
    assert list(residuals(bases, [split])) == []


def test_parts_that_hold_more_than_their_whole_are_told() -> None:
    split = Partition("gender", "all", ("f", "m"))
    assert [left for _, left in residuals({"all": 50, "f": 30, "m": 31}, [split])] == [-11]


def test_roma_are_a_part_of_all() -> None:
    (roma,) = (each for each in all_partitions(AGES) if each.dimension == "population")
    assert [left for _, left in residuals({roma.whole: 410, roma.parts[0]: 390}, [roma])] == [20]
    assert list(residuals({roma.whole: 410, roma.parts[0]: 385}, [roma])) == []


@settings(deadline=None)
@given(counts=populations)
def test_no_hidden_group_is_weak_or_worked_out_beside_others(counts: list[int]) -> None:
    bases = bases_in(counts)
    small = {group for group, base in bases.items() if base < 25}
    gone = small | beside(bases, small, SPLITS)
    assert not any(is_weak(split, gone, bases) for split in SPLITS)
    assert not worked_out(gone, SPLITS)
    for split in SPLITS:
        hidden = [part for part in split.parts if part in gone]
        if hidden and split.whole not in gone:
            assert len(hidden) > 1 and sum(bases[part] for part in hidden) >= 25


def test_nothing_is_hidden_beside_nothing() -> None:
    assert beside(bases_in([40] * len(CELLS)), set(), SPLITS) == set()


def test_a_group_alone_takes_its_smallest_sibling_with_it() -> None:
    bases = {
        Domain("AL-4C"): 400,
        **{Domain(area): n for area, n in zip(("AL-11", "AL-10", "AL-09", "AL-07"), (200, 90, 86, 24), strict=True)},
    }
    (split,) = (each for each in SPLITS if each.dimension == "area" and each.whole == Domain("AL-4C"))
    assert beside(bases, {Domain("AL-07")}, [split]) == {Domain("AL-09")}
    assert beside({**bases, Domain("AL-09"): 4}, {Domain("AL-07"), Domain("AL-09")}, [split]) == set()
    few = {**bases, Domain("AL-09"): 4, Domain("AL-07"): 9}
    assert beside(few, {Domain("AL-07"), Domain("AL-09")}, [split]) == {Domain("AL-10")}


def thinned(code: str, persons: int, seed: int = 5) -> Microdata:
    """So few persons of R's sample that many groups are hidden; `heard` is sensitive."""
    wave = in_two_genders(microdata(code))
    chosen = np.sort(np.random.default_rng(seed).choice(len(wave.respondents), persons, replace=False))
    people = wave.respondents.iloc[chosen].reset_index(drop=True)
    return changed(replace(wave, respondents=people, single_psu="adjust"), "heard", sensitive=True)


@cache
def protected() -> Survey:
    return survey_tables([thinned("w1", 420), thinned("w2", 500)])


@cache
def unprotected() -> Survey:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(siblings, "beside", lambda *_: set())
        return survey_tables([thinned("w1", 420), thinned("w2", 500)])


def recovered(survey: Survey, code: str) -> list[tuple[str, Domain]]:
    """Hidden groups whose share an attacker bounds, who knows every group's true weight and takes shares as printed.

    A linear programme over the groups' weighted answers: shown ones within their rounding, every whole the sum of its
    parts, hidden ones anything at all.
    """
    found = []
    for wave in ("w1", "w2"):
        people = thinned(wave, 420 if wave == "w1" else 500).respondents
        people = people[people[code].ne("")]
        rows = survey.rows_of(code)
        rows = rows[rows["period"].eq(PERIODS[wave]) & rows["answer"].eq("yes") & rows["population"].eq("all")]
        rows = rows[rows["status"].ne("not_applicable")]
        groups = groups_of(rows)
        bounds = []
        for group, value in zip(groups, rows["value"], strict=True):
            inside = np.ones(len(people), dtype=bool)
            for name in ("area", "gender", "age"):
                wanted = getattr(group, name)
                inside &= np.full(len(people), True) if wanted in ("all", "AL-4C") else people[name].eq(wanted)
            weight = people.loc[inside, "weight"].sum()
            known = (max(value - 0.5, 0) / 100 * weight, min(value + 0.5, 100) / 100 * weight)
            bounds.append((None, None) if pd.isna(value) else known)
        places = {group: place for place, group in enumerate(groups)}
        sums = np.zeros((len(SPLITS), len(groups)))
        for number, split in enumerate(SPLITS):
            sums[number, places[split.whole]] = -1
            sums[number, [places[part] for part in split.parts]] = 1
        for group in hidden_groups(rows):
            aim = np.eye(len(groups))[places[group]]
            ends = [linprog(sign * aim, A_eq=sums, b_eq=np.zeros(len(sums)), bounds=bounds).status for sign in (1, -1)]
            if 3 not in ends:  # unbounded: nothing is known of it
                found.append((wave, group))
    return found


def test_no_hidden_share_of_a_sensitive_question_is_recovered() -> None:
    assert len(recovered(unprotected(), "heard")) >= 5
    rows = protected().rows_of("heard")
    assert rows["reason"].eq("too_few_answers").sum() > 20 and rows["reason"].eq("beside_hidden").sum() >= 8
    assert recovered(protected(), "heard") == []


def test_the_check_finds_what_the_attack_finds() -> None:
    found = {(each.period, each.group) for each in given_away(unprotected())}
    assert found >= {(PERIODS[wave], group) for wave, group in recovered(unprotected(), "heard")}
    assert list(given_away(protected())) == []
    told = [each for each in survey_problems(unprotected()) if "given away" in each]
    assert len(told) == len(found)
    assert list(survey_problems(protected())) == []


def test_questions_that_are_not_sensitive_are_hidden_by_reliability_alone() -> None:
    assert "beside_hidden" not in set(protected().rows_of("signs")["reason"])
    rows = protected().rows_of("signs")
    assert rows.loc[rows["status"].eq("suppressed"), "n"].lt(25).all()


def test_hiding_one_more_hides_all_its_answers_and_every_figure() -> None:
    rows = protected().rows_of("heard")
    more = rows[rows["reason"].eq("beside_hidden")]
    assert more.groupby(["area", "gender", "age", "period"]).size().eq(2).all()
    assert more[["value", "value_low", "value_upp", "value_se", "deff", "df"]].isna().all(axis=None)
    assert set(more["method"]) == {"none"}


def test_no_difference_speaks_of_a_hidden_group() -> None:
    survey = protected()
    hidden = survey.rows_of("heard").query("status == 'suppressed' and population == 'all'")
    keys = {(*key,) for key in hidden[["area", "gender", "age", "period"]].itertuples(index=False)}
    differences = survey.differences_of("heard")
    assert len(differences) > 20
    for end in ("", "_to"):
        names = [f"{name}{end}" for name in ("area", "gender", "age", "period")]
        assert not keys & {(*key,) for key in differences[names].itertuples(index=False)}


def test_no_pattern_mixes_in_a_hidden_group() -> None:
    survey = protected()
    patterns = survey.patterns_of("heard")
    of_gender = {"dimension": "gender", "area": "AL-4C", "period": PERIODS["w1"]}
    of_waves = {"dimension": "period", "area": "AL-4C", "gender": "f", "age": "all"}
    assert len(matching(patterns, of_gender)) == len(matching(patterns, of_waves)) == 1
    rows = survey.observations
    women = rows["indicator"].eq("heard") & rows["area"].eq("AL-4C") & rows["gender"].eq("f") & rows["age"].eq("all")
    hidden = replace(survey, observations=rows.assign(status=rows["status"].mask(women, "suppressed")))
    kept = guarded(hidden).patterns_of("heard")
    assert matching(kept, of_gender).empty and matching(kept, of_waves).empty
    assert len(matching(kept, {**of_waves, "gender": "m"})) == 1
    assert len(guarded(hidden).patterns_of("signs")) == len(survey.patterns_of("signs"))
    assert any("no test of a hidden group" in each for each in survey_problems(hidden))


def matching(table: pd.DataFrame, codes: dict[str, str]) -> pd.DataFrame:
    return table[(table[list(codes)] == pd.Series(codes)).all(axis=1)]


def of_persons(persons: int) -> Survey:
    wave = in_two_genders(microdata("w1"))
    people = wave.respondents.iloc[:persons]
    return survey_tables(
        [replace(wave, wave=replace(wave.wave, persons=persons), respondents=people, single_psu="adjust")]
    )


def test_a_few_more_persons_in_a_published_wave_are_told() -> None:
    old = of_persons(1500)
    found = list(left_between(old, of_persons(1503)))
    assert {each.question for each in found} == {"heard", "signs", "trust", "src", "all"}
    assert any(each.group == Domain("AL-4C") and each.said.startswith("3 persons") for each in found)
    assert list(left_between(of_persons(1503), old)) != []
    assert list(left_between(old, old)) == []


def test_persons_of_no_gender_are_left_over_unless_drawn() -> None:
    found = list(left_over(survey_tables([microdata("w1")])))
    assert {each.said.split(" leave")[0] for each in found} == {"its parts by gender"}
    assert len(found) > 10
    assert list(left_over(survey_tables([in_two_genders(microdata("w1"))]))) == []
