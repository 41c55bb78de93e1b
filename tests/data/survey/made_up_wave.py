"""A small made-up wave with every kind of question, in strata and PSUs."""

import numpy as np
import pandas as pd

from data.model.questionnaire import Answer, Asked, Question
from data.statistics.design import Design, make_design

AGE_GROUPS = ("15-17", "18-19", "20-24")
_COUNTIES = np.array(["AL-11", "AL-10", "AL-09", "AL-07"])
_NONE = {"sq": "", "en": ""}


def question(code: str, kind: str, answers: str, **nets: tuple[str, ...]) -> Question:
    """A question of the wave `w1` whose answers are single letters or digits."""
    offered = (*(Answer(each, _NONE) for each in answers), *(Answer(net, _NONE, of) for net, of in nets.items()))
    asked = Asked("w1", "computed", _NONE, _NONE, offered)
    return Question(code, "meaning", kind, _NONE, answers[0], "neutral", False, "comparable", _NONE, (asked,))


QUESTIONS = (
    question("heard", "single", "abc", either=("a", "b")),
    question("trust", "scale", "1234", high=("3", "4")),
    question("told", "multi", "xyz", kin=("x", "y")),
)


def respondents(seed: int, persons: int = 400) -> pd.DataFrame:
    """Persons of 8 strata (county x setting) of 4 PSUs, of which a rare answer, refusals and a small third gender."""
    random = np.random.default_rng(seed)
    psu = np.concatenate([np.arange(32), random.integers(0, 32, persons - 32)])
    frame = pd.DataFrame(
        {
            "weight": random.uniform(0.3, 4, persons),
            "stratum": [f"s{number // 4}" for number in psu],
            "psu": [f"p{number}" for number in psu],
            "area": _COUNTIES[psu // 8],
            "gender": random.choice(["f", "m", ""], persons, p=[0.5, 0.45, 0.05]),
            "age": random.choice(AGE_GROUPS, persons),
            "roma": psu % 8 // 2 == 1,
            "population_psus": np.nan,
            "heard": random.choice(["a", "b", "c", ""], persons, p=[0.6, 0.3, 0.02, 0.08]),
            "trust": random.choice(["1", "2", "3", "4", ""], persons),
        }
    )
    refused = random.random(persons) < 0.1
    chosen = (random.random((persons, 3)) < (0.02, 0.5, 0.97)).astype(float)
    chosen[refused] = np.nan
    return frame.assign(**{f"told/{code}": chosen[:, number] for number, code in enumerate("xyz")})


def design_of(people: pd.DataFrame) -> Design:
    return make_design(people["weight"], people["stratum"], people["psu"])
