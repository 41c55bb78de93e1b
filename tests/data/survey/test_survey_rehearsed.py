"""What the rehearsal's attack on the survey finds, in tables that were spoilt and beside tables published before."""

from dataclasses import replace
from functools import cache

import pandas as pd
from reference_waves import changed, in_two_genders, microdata

from data.model.microdata import Microdata
from data.model.survey import Survey
from data.releasing.rehearsal.model import CODES, ERROR
from data.releasing.rehearsal.subtraction import survey_points
from data.survey.tables import survey_tables

HIDDEN = {"area": "AL-09", "gender": "f", "age": "all", "population": "all"}


def wave(persons: int = 1534) -> Microdata:
    whole = changed(in_two_genders(microdata("w1")), "heard", sensitive=True)
    own = replace(whole.wave, persons=persons)
    return replace(whole, wave=own, respondents=whole.respondents.iloc[:persons], single_psu="adjust")


@cache
def survey(persons: int = 1534) -> Survey:
    return survey_tables([wave(persons)])


def hidden(of: Survey, **group: str) -> Survey:
    """The survey with one group of `heard` hidden."""
    rows = of.observations
    chosen = rows["indicator"].eq("heard")
    for name, code in group.items():
        chosen &= rows[name].eq(code)
    assert chosen.sum() == 2
    figures = dict.fromkeys(("value", "value_low", "value_upp", "value_se"), pd.NA)
    table = rows.copy()
    table.loc[chosen, list(figures)] = pd.NA
    table.loc[chosen, ["status", "reason"]] = ["suppressed", "too_few_answers"]
    return replace(of, observations=table)


def points(old: Survey, new: Survey) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for point in survey_points(old, new):
        assert CODES[point.code][0] == ERROR
        found.setdefault(point.code, set()).add(point.key)
    return found


def test_a_good_survey_has_nothing_to_find() -> None:
    assert points(survey(), survey()) == {}


def test_a_group_hidden_alone_is_recoverable() -> None:
    new = hidden(survey(), **HIDDEN)
    assert points(new, new) == {"recoverable": {"heard AL-09 f 2020-08"}}


def test_a_pair_of_which_an_earlier_release_shows_one_is_recoverable() -> None:
    pair = hidden(hidden(survey(), **HIDDEN), **{**HIDDEN, "gender": "m"})
    both = hidden(hidden(pair, **{**HIDDEN, "area": "AL-07"}), **{**HIDDEN, "area": "AL-07", "gender": "m"})
    assert points(both, both) == {}
    shows_one = hidden(hidden(hidden(survey(), **HIDDEN), **{**HIDDEN, "gender": "m"}), **{**HIDDEN, "area": "AL-07"})
    assert points(shows_one, both)["recoverable"] >= {"heard AL-07 f 2020-08"}


def test_a_few_persons_more_are_a_batch_too_small() -> None:
    found = points(survey(1500), survey(1501))
    assert "heard AL-4C 2020-08" in found["batch"] and "signs AL-4C 2020-08" in found["batch"]
    assert set(found) == {"batch"}


def test_another_reading_of_a_few_answers_counts_where_the_question_is_sensitive() -> None:
    other = wave()
    people = other.respondents.copy()
    for code in ("heard", "signs"):
        people.loc[people.index[people[code].ne("")][:3], code] = ""
    found = points(survey(), survey_tables([replace(other, respondents=people)]))
    assert {key.split()[0] for key in found["batch"]} == {"heard"}


def test_persons_of_no_gender_are_left_over() -> None:
    new = survey_tables([microdata("w1")])
    assert "heard AL-4C 2020-08" in points(new, new)["left_over"]
