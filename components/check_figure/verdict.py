"""What is found out about a file: plain values, before a word of it is said."""

from dataclasses import dataclass

import pandas as pd

from components.exports.provenance.model import Provenance
from components.services.observations import people_reached_rows
from data import Release, recheck
from data.recheck import SAME


@dataclass(frozen=True)
class Verdict:
    """What the file says, whether it was edited, whether its release is the open one, and each of its figures then and
    now (the columns of `recheck`)."""

    provenance: Provenance
    edited: bool
    is_open_release: bool
    figures: pd.DataFrame

    @property
    def changed(self) -> pd.DataFrame:
        """The figures that are not what they were."""
        return self.figures[self.figures["verdict"].ne(SAME)]


def verdict_on(provenance: Provenance, release: Release, *, edited: bool = False) -> Verdict:
    """The file held against the release."""
    figures = recheck(provenance.figures, rows_now(release))
    return Verdict(provenance, edited, provenance.release == release.info.id, figures)


def rows_now(release: Release) -> pd.DataFrame:
    """Every figure of the release as observations: indicators, survey, people reached."""
    tables = (release.observations, release.survey.observations, people_reached_rows(release.services))
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else release.observations
