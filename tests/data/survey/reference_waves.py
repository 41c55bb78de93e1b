"""R's synthetic respondents as two waves of microdata, as an import would leave them."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
from young_sample import respondents

from data.model.domains import Domain
from data.model.microdata import Microdata
from data.model.questionnaire import Answer, Asked, Question, Wave
from data.model.survey import Survey
from data.survey.tables import survey_tables

AGES = ("15-17", "18-19", "20-24", "25-29")
COUNTIES = {"C1": "AL-11", "C2": "AL-10", "C3": "AL-09", "C4": "AL-07"}
PERIODS = {"w1": "2020-08", "w2": "2024-05"}
WORDS = {"sq": "fjalë", "en": "words"}
# Our question -> the column of the file, and how its values are called there.
COLUMNS = {
    "heard": ("k_heard", {"1.0": "yes", "0.0": "no"}),
    "signs": ("k_signs", {"1.0": "yes", "0.0": "no"}),
    "trust": ("a_trust", {f"{point}.0": f"p{point}" for point in range(1, 6)}),
    "src": ("src", {code: code for code in ("peers", "social", "tv", "school", "none")}),
    "all": ("all_yes", {"1.0": "yes", "0.0": "no"}),
}


def question(code: str, wave: str, *, kind: str = "single", computed: str = "computed", **changes: object) -> Question:
    answers = tuple(Answer(answer, WORDS) for answer in COLUMNS[code][1].values())
    if code == "trust":
        answers = (*answers, Answer("high", WORDS, ("p4", "p5")))
    asked = (Asked(wave, computed, WORDS, WORDS, answers),)
    known = Question(code, "meaning", kind, WORDS, answers[0].code, "neutral", False, "comparable", {}, asked)
    return replace(known, **changes)


def wave_of(code: str, persons: int, kind: str = "computed") -> Wave:
    return Wave(
        code=code,
        period=PERIODS[code],
        kind=kind,
        mode="face_to_face",
        ages=(15, 29),
        age_groups=AGES,
        universe=WORDS,
        sampling=WORDS,
        weights=WORDS,
        source="demonstration" if kind == "demonstration" else "s001",
        revisited=False,
        persons=persons,
        psus=98,
        strata=12,
    )


@cache
def microdata(code: str, kind: str = "computed") -> Microdata:
    """The wave with all questions of COLUMNS, a few persons of a third gender among them: R's estimates know them."""
    people = respondents()
    people = people[people["wave"].eq(code.removeprefix("w"))].reset_index(drop=True)
    frame = pd.DataFrame(
        {
            "weight": people["w"].astype(float),
            "stratum": people["stratum"],
            "psu": people["psu"],
            "area": people["county"].map(COUNTIES),
            "gender": people["gender"].map({"F": "f", "M": "m", "X": ""}),
            "age": people["agegrp"],
            "roma": people["setting"].eq("ROMA"),
            "population_psus": np.nan,
        }
    )
    for name, (column, codes) in COLUMNS.items():
        frame[name] = people[column].astype(str).map(codes).fillna("")
    questions = tuple(
        question(name, code, kind="scale" if name == "trust" else "single", computed=kind) for name in COLUMNS
    )
    return Microdata(wave_of(code, len(frame), kind), questions, frame)


def in_two_genders(wave: Microdata) -> Microdata:
    """The wave as an import leaves it: everybody is counted as f or m."""
    genders = wave.respondents["gender"]
    return replace(wave, respondents=wave.respondents.assign(gender=genders.mask(genders.eq(""), "f")))


def changed(wave: Microdata, code: str, **changes: object) -> Microdata:
    """The wave with one of its questions changed."""
    questions = tuple(replace(each, **changes) if each.code == code else each for each in wave.questions)
    return replace(wave, questions=questions)


def domain_of(text: str) -> Domain | None:
    """R's `_T` or `column=value` joined by `&` as our domain; None where we do not offer it."""
    parts = dict(part.split("=") for part in text.split("&")) if text != "_T" else {}
    if parts == {"setting": "ROMA"}:
        return Domain("AL-4C", population="roma")
    if set(parts) - {"county", "gender", "agegrp"} or len(parts) > 2 or parts.get("gender") == "X":
        return None
    area = COUNTIES[parts["county"]] if "county" in parts else "AL-4C"
    return Domain(area, parts.get("gender", "all").lower(), parts.get("agegrp", "all"))


@cache
def both() -> Survey:
    """The survey of the two waves as they are; made once, so nobody changes it."""
    return survey_tables([microdata("w1"), microdata("w2")])
