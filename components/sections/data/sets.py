"""The sets of figures that tables are built from: indicators, survey questions, people reached by services."""

import pandas as pd

from components.address.known import SERVICE_GROUPS
from components.downloads.tables.measures import measure_name
from components.exhibits.services_rows import people_reached_rows
from components.sections.survey.finder import blocks_of
from data import Release
from i18n import Text

SERVICES = "services"


def measures_of(release: Release, of_set: str) -> list[str]:
    """The codes of everything the set can be asked for, grouped by theme, block or service."""
    if of_set == "indicators":
        return list(release.catalogue)
    if of_set == "survey":
        questions = release.survey.questions.values()
        return [each.code for block in blocks_of(release.survey) for each in questions if each.block == block]
    counted = set(release.services.counts["service"])
    return [code for code in SERVICE_GROUPS if code in counted]


def group_name(t: Text, release: Release, of_set: str, code: str) -> str:
    """The theme of an indicator, the block of a question; '' for services."""
    if of_set == SERVICES:
        return ""
    if of_set == "survey":
        return t(f"block.{release.survey.questions[code].block}")
    return t(f"theme.{release.catalogue[code].theme}")


def name_in_set(t: Text, release: Release, of_set: str, code: str) -> str:
    """What the indicator, question or group of services is called."""
    return t(f"service_group.{code}") if of_set == SERVICES else measure_name(t, release, code)


def rows_of_measures(release: Release, of_set: str, measures: list[str]) -> pd.DataFrame:
    """Every row of the measures, in the columns of an observation, measure by measure."""
    if of_set == SERVICES:
        rows = people_reached_rows(release.services)
        return pd.concat([rows.iloc[:0], *(rows[rows["answer"].eq(code)] for code in measures)])
    if of_set == "survey":
        return pd.concat([release.survey.observations.iloc[:0], *map(release.survey.rows_of, measures)])
    return pd.concat([release.observations.iloc[:0], *map(release.rows_of, measures)])
