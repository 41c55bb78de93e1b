"""A wave made ready for many tests: each person's place in the design, and the sums of a question over all domains."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.model.domains import Domain, offered
from data.model.microdata import Microdata
from data.model.questionnaire import Question, Wave
from data.statistics.design import Design, make_design, stack
from data.statistics.linearise import Sums
from data.statistics.membership import placed
from data.statistics.tally import Places, tallies

Drawn = tuple[Microdata, Design]  # a wave and its own design


@dataclass(frozen=True, eq=False)
class Round:
    """One wave in a design, its own or one it is stacked in; `domains` are all that are offered."""

    wave: Wave
    questions: dict[str, Question]
    respondents: pd.DataFrame
    design: Design
    domains: tuple[Domain, ...]
    places: Places
    membership: np.ndarray

    def number(self, domain: Domain) -> int:
        """The place of a domain among the columns of `sums`."""
        return self.domains.index(domain)

    def sums(self, question: Question) -> Sums:
        """PSU sums of all the question's answer codes over `domains`, codes in the order of `answer_codes`."""
        asked = question.asked[0]
        base, *answers = tallies(self.respondents, question, asked, self.places)
        scored = np.stack([answer.weighted @ self.membership for answer in answers], axis=-1)
        return Sums(base.weighted @ self.membership, scored, (base.persons @ self.membership).astype(int))


def design_of(microdata: Microdata) -> Design:
    """The wave's own sampling design; DesignError as `make_design`."""
    persons = microdata.respondents
    return make_design(
        persons["weight"],
        persons["stratum"],
        persons["psu"],
        population_psus=persons["population_psus"],
        single_psu=microdata.single_psu,
    )


def alone(microdata: Microdata, design: Design) -> Round:
    """A wave in its own design."""
    return _round(microdata, design, design)


def stacked(earlier: Drawn, later: Drawn) -> tuple[Round, Round]:
    """Two waves in one design; the later wave says whether the PSUs were revisited."""
    whole = stack([earlier[1], later[1]], revisited=later[0].wave.revisited)
    size = len(earlier[1].weights)
    before, after = (
        replace(whole, weights=whole.weights[own], psu=whole.psu[own]) for own in (slice(size), slice(size, None))
    )
    return _round(earlier[0], whole, before), _round(later[0], whole, after)


def _round(microdata: Microdata, design: Design, own: Design) -> Round:
    """`own` is the design with the wave's persons only, and all PSUs."""
    age_groups = microdata.wave.age_groups
    domains = offered(age_groups)
    places, membership = placed(microdata.respondents, own, domains, age_groups)
    questions = {question.code: question for question in microdata.questions}
    return Round(microdata.wave, questions, microdata.respondents, design, tuple(domains), places, membership)
