"""A release, opened: the only door through which figures reach a screen."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow import ArrowException

from data.model.catalogue import Indicator
from data.model.errors import ReleaseError
from data.model.observations import KEY
from data.model.provenance import ReleaseInfo, Source
from data.model.services_release import Services, empty_services
from data.model.survey import DEMONSTRATION, Survey, empty_survey
from data.releasing.datapackage import package_problems, read_info
from data.releasing.files import read_contents
from data.releasing.offer import Offer, offer_of
from data.releasing.place import release_folder


@dataclass(frozen=True)
class Release:
    """Figures and all they need to be read: tables, catalogue, sources, the programme's own facts, survey, services."""

    observations: pd.DataFrame
    differences: pd.DataFrame
    catalogue: dict[str, Indicator]
    sources: dict[str, Source]
    programme: dict[str, dict[str, Any]]
    info: ReleaseInfo
    survey: Survey = field(default_factory=empty_survey)
    services: Services = field(default_factory=empty_services)

    @cached_property
    def rows_by_indicator(self) -> dict[str, pd.DataFrame]:
        """The observations split by indicator, once: a question to one indicator reads its few rows only."""
        return {str(code): rows for code, rows in self.observations.groupby("indicator", sort=False)}

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """What each indicator can be asked for."""
        return {code: offer_of(rows) for code, rows in self.rows_by_indicator.items()}

    @cached_property
    def differences_by_indicator(self) -> dict[str, pd.DataFrame]:
        """The differences split by indicator, once; an indicator without any has an empty frame."""
        found = {str(code): rows for code, rows in self.differences.groupby("indicator", sort=False)}
        return {code: found.get(code, self.differences.iloc[:0]) for code in self.catalogue}

    def rows_of(self, indicator: str) -> pd.DataFrame:
        """The observations of one indicator; KeyError for a code that the release does not have."""
        return self.rows_by_indicator[indicator]

    def without_demonstration(self) -> "Release":
        """The release without figures of that kind, and without what is compared with them."""
        observations = self.observations[self.observations["kind"].ne(DEMONSTRATION)].reset_index(drop=True)
        known = ends_known(self.differences, observations)
        differences = self.differences[known].reset_index(drop=True)
        survey = self.survey.without_demonstration()
        services = self.services.without_demonstration()
        return replace(self, observations=observations, differences=differences, survey=survey, services=services)


def open_release(place: str | Path, *, demonstration: bool = True) -> Release:
    """The release in a folder or in object storage, after its files were compared with their description.

    Without `demonstration`, figures of that kind and the differences they enter are left out.
    Raises ReleaseError, naming each file that differs and how.
    """
    with readable(place) as folder:
        info = checked_info(folder)
        contents = read_contents(folder)
        if checked_info(folder) != info:
            raise ReleaseError(f"{folder}: another release took its place while it was read")
    release = Release(
        observations=contents.observations,
        differences=contents.differences,
        catalogue=contents.catalogue,
        sources=contents.sources,
        programme=contents.programme,
        info=info,
        survey=contents.survey,
        services=contents.services,
    )
    return release if demonstration else release.without_demonstration()


def checked_info(folder: Path) -> ReleaseInfo:
    """The identity of a folder whose files are those of its description; ReleaseError names each that is not."""
    problems = package_problems(folder)
    if problems:
        raise ReleaseError("\n".join([f"{folder} is not a release:", *problems]))
    return read_info(folder)


@contextmanager
def readable(place: str | Path) -> Iterator[Path]:
    """The folder of the release at `place` for as long as the block runs; what object storage gave is then deleted.

    Raises ReleaseError for whatever a disk or a damaged file may answer.
    """
    folder = None
    try:
        folder = release_folder(place)
        yield folder
    except (OSError, ArrowException, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReleaseError(f"a release cannot be read: {type(error).__name__}: {error}") from error
    finally:
        if folder is not None and "://" in str(place):
            shutil.rmtree(folder, ignore_errors=True)


def ends_known(differences: pd.DataFrame, observations: pd.DataFrame) -> pd.Series:
    """For each difference, whether both figures it compares are among the observations."""
    known = pd.MultiIndex.from_frame(observations[list(KEY)])
    both = pd.Series(True, index=differences.index)
    for suffix in ("", "_to"):
        varying = {column: f"{column}{suffix}" for column in ("area", "gender", "period")}
        end = pd.MultiIndex.from_frame(differences[[varying.get(column, column) for column in KEY]], names=KEY)
        both &= end.isin(known)
    return both
