"""Where a selection's rows come from: the indicators' table, or the survey's."""

import pandas as pd

from components import store
from components.selection import Selection
from data.model.catalogue import SURVEY


def observations_of(selection: Selection) -> pd.DataFrame:
    """Every observation of the selected measure: all its areas, genders, ages and periods."""
    release, code = store.release(), selection.indicator.code
    if selection.indicator.theme != SURVEY:
        return release.rows_of(code)
    rows = release.survey.rows_of(code)
    return rows[rows["answer"].eq(selection.answer) & rows["population"].eq(selection.population)]


def differences_of(selection: Selection) -> pd.DataFrame:
    """Every tested difference of the selected measure."""
    release, code = store.release(), selection.indicator.code
    if selection.indicator.theme != SURVEY:
        return release.differences_by_indicator[code]
    rows = release.survey.differences_of(code)
    return rows[rows["answer"].eq(selection.answer) & rows["population"].eq(selection.population)]


def whole_indicator(selection: Selection) -> pd.DataFrame:
    """Every observation of the indicator, or of the survey question with all its answers."""
    release, code = store.release(), selection.indicator.code
    return release.survey.rows_of(code) if selection.indicator.theme == SURVEY else release.rows_of(code)
