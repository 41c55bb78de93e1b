"""What anybody could get out of a survey's published tables by subtraction: few persons left over, a hidden group."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import pandas as pd

from data.model.domains import Domain
from data.model.questionnaire import Question, Wave
from data.model.survey import DEMONSTRATION, Survey
from data.survey.protected.bands import routed_by_sensitive
from data.survey.protected.complete import PUBLISHED
from data.survey.protected.partitions import Partition, all_partitions, complete_partitions, residuals
from data.survey.protected.siblings import bases_of, hidden_groups, is_weak, worked_out

Told = tuple[Question, Wave, pd.DataFrame]  # a question, a wave that asked it, and its rows, one a group
VINTAGES: Final = Partition("vintage", "more", ("less",))


class Found(NamedTuple):
    """One thing that a subtraction tells: of which question, group and period, and what."""

    question: str
    group: Domain
    period: str
    said: str

    @property
    def place(self) -> str:
        """Question, group and period as a message names them, `all` left out."""
        return " ".join([self.question, *(code for code in self.group if code != "all"), self.period])


def left_over(survey: Survey) -> Iterator[Found]:
    """Wholes of which the parts' exact bases leave 1 to 24 persons: by gender, age, county, Roma, sensitive routing."""
    told = list(_told(survey))
    tables = {(question.code, wave.code): rows for question, wave, rows in told}
    routed = set(routed_by_sensitive(survey.questions, survey.waves))
    for question, wave, rows in told:
        own = bases_of(rows)
        yield from _found(question, wave, own, all_partitions(wave.age_groups))
        asked = question.asked_in(wave.code)
        if asked and (question.code, wave.period, wave.kind) in routed:
            for code in asked.asked_if:
                filters = bases_of(tables[code, wave.code]) if (code, wave.code) in tables else {}
                parts = {("asked", group): base for group, base in own.items()}
                splits = [Partition("routing", group, (("asked", group),)) for group in filters]
                yield from _found(question, wave, {**filters, **parts}, splits)


def left_between(old: Survey, new: Survey) -> Iterator[Found]:
    """Groups of a real wave whose exact base is 1 to 24 persons larger in one survey than in the other.

    Whoever came or went follows from both together. Where a wave has the persons it had, some answers are only read
    otherwise; that counts where the question is sensitive.
    """
    before = {
        (question.code, wave.code): (wave, bases_of(rows)) for question, wave, rows in _told(old) if _is_real(wave)
    }
    for question, wave, rows in _told(new):
        earlier, bases = before.get((question.code, wave.code), (wave, {}))
        if _is_real(wave) and (question.sensitive or wave.persons != earlier.persons):
            for group, base in bases_of(rows).items():
                less, more = sorted((base, bases.get(group, base)))
                for _, left in residuals({"more": more, "less": less}, [VINTAGES]):
                    yield Found(
                        question.code, group, wave.period, f"{left} persons more or fewer than published before"
                    )


def given_away(survey: Survey) -> Iterator[Found]:
    """Hidden groups of sensitive questions that follow from what is shown beside them."""
    for question, wave, rows in _told(survey):
        if question.sensitive:
            hidden, splits = hidden_groups(rows), complete_partitions(wave.age_groups)
            bases = bases_of(rows)
            weak = [split for split in splits if is_weak(split, hidden, bases)]
            alone = hidden & {group for split in weak for group in (split.whole, *split.parts)}
            for group in sorted(alone | worked_out(hidden, splits)):
                yield Found(question.code, group, wave.period, "hidden, but given away by what is shown beside it")


def _told(survey: Survey) -> Iterator[Told]:
    tables = dict(list(survey.observations.groupby("indicator")))
    # A question without rows is for the check of keys to tell.
    for question in (each for each in survey.questions.values() if each.code in tables):
        rows = tables[question.code]
        asked = rows[~rows["status"].isin(["not_asked", "not_applicable", "no_data"])]
        for wave in survey.waves:
            if wave.kind != PUBLISHED and question.asked_in(wave.code):
                own = asked[asked["period"].eq(wave.period) & asked["kind"].eq(wave.kind)]
                yield question, wave, own[~own.duplicated(list(Domain._fields))]


def _found(question: Question, wave: Wave, bases: Mapping[Any, int], splits: list[Partition]) -> Iterator[Found]:
    for split, left in residuals(bases, splits):
        said = f"its parts by {split.dimension} leave {left} persons"
        yield Found(question.code, split.whole, wave.period, said)


def _is_real(wave: Wave) -> bool:
    return wave.kind not in (PUBLISHED, DEMONSTRATION)
