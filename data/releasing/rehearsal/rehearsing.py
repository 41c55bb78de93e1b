"""The rehearsal itself: two releases in, everything found out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.model.errors import SourceError
from data.releasing.rehearsal.bases import area_points, coverage_points
from data.releasing.rehearsal.batches import batch_points
from data.releasing.rehearsal.complements import complement_points
from data.releasing.rehearsal.figures import figure_points, paired
from data.releasing.rehearsal.meanings import announcement_points, meaning_points
from data.releasing.rehearsal.model import Note, Point, Rehearsal
from data.releasing.rehearsal.recovery import recovery_points
from data.releasing.rehearsal.subtraction import survey_points
from data.releasing.release import Release
from data.services.case import Public
from data.services.known import known_values
from data.services.records.form import FACT_KEY, Known
from data.services.records.reading import read_records_codebook

# Where the codebook of the records behind the counts stands: of real ones, else of the demonstration.
CODEBOOKS = ("services/records.toml", "services/demonstration/records.toml")


@dataclass(frozen=True)
class Behind:
    """What the records' codebook says to everybody: services for vulnerable people, and figures of others."""

    vulnerable: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()


def behind_of(sources: Path) -> Behind:
    """What is known of the counts in a folder of sources; SourceError where the codebook is wrong."""
    for path in (sources / name for name in CODEBOOKS):
        if path.exists():
            codebook, problems = read_records_codebook(path)
            if problems:
                raise SourceError(problems)
            return Behind(codebook.vulnerable, codebook.known)
    return Behind()


def rehearse(
    old: Release,
    new: Release,
    notes: Sequence[Note] = (),
    *,
    earlier: Sequence[Release] = (),
    behind: Behind | None = None,
) -> Rehearsal:
    """What would change for readers and attackers if `new` took the place of `old`.

    `earlier` are releases before `old`, which are public for ever. `behind` is what is known of people reached.
    """
    pairs, told = paired(old, new), behind or Behind()
    tables = [each.services.counts for each in (old, *earlier) if len(each.services.counts)]
    points: list[Point] = []
    points += recovery_points(new.services.counts, tables, told.vulnerable, _public(new, told))
    points += batch_points(new.services.counts, old.services.counts, told.vulnerable)
    points += complement_points(old, new)
    points += survey_points(old.survey, new.survey)
    points += area_points(pairs)
    points += figure_points(pairs)
    points += coverage_points(old, new)
    points += meaning_points(old, new)
    counts = {name: int(pairs["change"].eq(name).sum()) for name in ("same", "added", "within")}
    differs = old.info.id.rpartition("-")[2] != new.info.id.rpartition("-")[2]
    points += announcement_points(old.info, new.info, differs=differs)
    return Rehearsal(old.info.id, new.info.id, tuple(points), tuple(notes), counts)


def _public(release: Release, behind: Behind) -> Public:
    rows = release.observations[release.observations["value"].notna()]
    whole = rows[rows["value"].mod(1).eq(0)]
    facts = whole.assign(value=whole["value"].astype("int64").astype("str"))[[*FACT_KEY, "value"]]
    values, problems = known_values("records.toml", behind.known, pd.DataFrame(facts))
    if problems:
        raise SourceError(problems)
    return Public(behind.known, values)
