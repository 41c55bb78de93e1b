"""What the survey's tables, alone or beside the published ones, give away to whoever subtracts."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from data.model.observations import KEY, SHOWN
from data.model.survey import DEMONSTRATION, Survey
from data.releasing.rehearsal.model import Point
from data.survey.subtractions import given_away, left_between, left_over


def survey_points(old: Survey, new: Survey) -> Iterator[Point]:
    """A point for each base of 1 to 24 persons that is left over, each batch too small, and each hidden sensitive group
    that follows from what either survey shows."""
    yield from (Point("left_over", found.place, found.said) for found in left_over(new))
    yield from (Point("batch", found.place, found.said) for found in left_between(old, new))
    yield from (Point("recoverable", found.place, found.said) for found in given_away(as_known(old, new)))


def as_known(old: Survey, new: Survey) -> Survey:
    """The new survey with what the old one shows of the same real wave no longer hidden: it is known for ever."""
    before, rows = old.observations, new.observations
    shown = before["status"].isin(SHOWN) & before["kind"].ne(DEMONSTRATION)
    told = pd.MultiIndex.from_frame(before.loc[shown, [*KEY, "kind"]])
    known = pd.MultiIndex.from_frame(rows[[*KEY, "kind"]]).isin(told) & rows["status"].eq("suppressed")
    return replace(new, observations=rows.assign(status=rows["status"].mask(known, "unreliable")))
