"""A row for whatever a reader can ask: where nothing was estimated, the row says why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from data.model.dimensions import cycle_of
from data.model.domains import Domain, is_too_deep, listed
from data.model.frames import typed
from data.model.observations import DTYPES, KEY
from data.model.questionnaire import Question, Wave

PUBLISHED = "published"
Row = tuple[str, ...]


def complete(observations: pd.DataFrame, questions: Iterable[Question], waves: Iterable[Wave]) -> pd.DataFrame:
    """The observations with a row for every question, answer, wave and domain, in canonical order.

    Added rows hold no figure. In a wave that did not ask the question, or did not offer the answer: `not_asked`;
    county x gender x age: `not_applicable`, `too_deep`; beyond what a source prints: `no_data`, `not_published`.
    """
    rounds = list(waves)
    rows = [row for question in questions for row in _expected(question, rounds)]
    empty = ["cycle", "status", "reason", "kind", "source"]
    expected = pd.DataFrame(rows, columns=[*KEY, *empty])
    joined = expected.merge(
        observations, on=list(KEY), how="left", suffixes=("_expected", ""), indicator="found", validate="1:1"
    )
    blank = joined["found"].eq("left_only")
    for column in empty:
        joined[column] = joined[column].where(~blank, joined[f"{column}_expected"])
    joined["method"] = joined["method"].where(~blank, "none")
    joined["note"] = joined["note"].where(~blank, "")
    return typed(joined, DTYPES)


def expected_waves(question: Question, waves: Iterable[Wave]) -> Iterator[Wave]:
    """The waves in which a reader can look the question up: of a published one only those that the source prints."""
    printed = all(asked.kind == PUBLISHED for asked in question.asked)
    yield from (wave for wave in waves if (wave.kind == PUBLISHED) == printed)


def expected_keys(questions: Iterable[Question], waves: Iterable[Wave]) -> list[Row]:
    """The keys (columns of KEY) of all the rows that `complete` gives."""
    rounds = list(waves)
    return [row[: len(KEY)] for question in questions for row in _expected(question, rounds)]


def _expected(question: Question, waves: list[Wave]) -> Iterator[Row]:
    rounds = [(wave, offered_codes(question, wave), cycle_of(wave.period)) for wave in expected_waves(question, waves)]
    for answer in question.answer_codes:
        for wave, asked, cycle in rounds:
            for domain in listed(wave.age_groups):
                status, reason = _why_empty(wave, answer in asked, domain)
                key = (question.code, answer, *domain, wave.period)
                yield *key, cycle, status, reason, wave.kind, "" if status == "no_data" else wave.source


def offered_codes(question: Question, wave: Wave) -> tuple[str, ...]:
    """The answer codes (nets and mean too) that a wave's own questionnaire gives the question; none if not asked."""
    asked = question.asked_in(wave.code)
    if asked is None:
        return ()
    return replace(question, asked=(asked,)).answer_codes


def _why_empty(wave: Wave, asked: bool, domain: Domain) -> tuple[str, str]:
    if not asked:
        return "not_asked", ""
    if is_too_deep(domain):
        return "not_applicable", "too_deep"
    return "no_data", "not_published"
