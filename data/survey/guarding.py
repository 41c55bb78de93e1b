"""What the compared figures of sensitive questions may still tell: nothing of a hidden group, no base told in bands."""

from dataclasses import replace
from typing import Final

import pandas as pd

from data.model.survey import Survey
from data.survey.protected.bands import routed_by_sensitive

DIFFERENCE_EXACT: Final = ["df", "detectable"]  # count sampling units, or lead back to the base
PATTERN_EXACT: Final = ["df1", "df2"]
_GROUP: Final = ["area", "gender", "age", "population"]


def guarded(survey: Survey) -> Survey:
    """The survey without patterns that mix in a hidden group, and without what leads back to a base in bands."""
    differences, patterns = survey.differences.copy(), survey.patterns[~of_hidden(survey)].reset_index(drop=True)
    differences.loc[of_banded(differences, survey), DIFFERENCE_EXACT] = pd.NA
    patterns.loc[of_banded(patterns, survey), PATTERN_EXACT] = pd.NA
    return replace(survey, differences=differences, patterns=patterns)


def of_banded(table: pd.DataFrame, survey: Survey) -> pd.Series:
    """Which differences or patterns are of a wave that put the question by a sensitive answer."""
    routed = pd.MultiIndex.from_tuples(
        routed_by_sensitive(survey.questions, survey.waves), names=["code", "at", "kind"]
    )
    ends = [pd.MultiIndex.from_frame(table[["indicator", period, "kind"]]) for period in ("period", "period_to")]
    return pd.Series(ends[0].isin(routed) | ends[1].isin(routed), index=table.index)


def of_hidden(survey: Survey) -> pd.Series:
    """Which patterns of sensitive questions compare a group whose figures are hidden."""
    sensitive = [code for code, question in survey.questions.items() if question.sensitive]
    rows = survey.observations
    hidden = rows[rows["indicator"].isin(sensitive) & rows["status"].eq("suppressed")]
    found = pd.Series(False, index=survey.patterns.index)
    for dimension, patterns in survey.patterns.groupby("dimension"):
        # A pattern is named by what its groups have in common.
        shared = ["indicator", "kind", *(name for name in _GROUP if name != dimension)]
        gone = pd.MultiIndex.from_frame(hidden[[*shared, "period"]])
        for period in ("period", "period_to"):
            found[patterns.index] |= pd.MultiIndex.from_frame(patterns[[*shared, period]]).isin(gone)
    return found
