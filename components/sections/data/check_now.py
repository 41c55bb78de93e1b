"""The figures that stand now."""

import pandas as pd

from components.exhibits.services_rows import people_reached_rows
from data import Release


def rows_now(release: Release) -> pd.DataFrame:
    """Every figure of the release as observations: indicators, survey, people reached."""
    tables = (release.observations, release.survey.observations, people_reached_rows(release.services))
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else release.observations
