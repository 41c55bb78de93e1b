"""How exactly survey figures are printed: shares of sensitive questions in whole per cent, others to a tenth."""

from typing import Final

import numpy as np
import pandas as pd

from data.model.questionnaire import MEAN, Question
from data.model.rounding import all_rounded

SHARE_PLACES: Final = 1
SENSITIVE_PLACES: Final = 0
MEAN_PLACES: Final = 2


def decimals_of(indicators: pd.Series, answers: pd.Series, questions: dict[str, Question]) -> pd.Series:
    """Decimals of each figure: a mean in scores, a share in per cent."""
    sensitive = indicators.map({code: question.sensitive for code, question in questions.items()})
    shares = np.where(sensitive, SENSITIVE_PLACES, SHARE_PLACES)
    return pd.Series(np.where(answers.eq(MEAN), MEAN_PLACES, shares), index=answers.index)


def printed(estimates: pd.Series, answers: pd.Series, decimals: pd.Series) -> pd.Series:
    """Estimates (shares 0-1, scores) as printed: per cent or scores, rounded half up to their decimals."""
    scaled = estimates.to_numpy(dtype=float) * np.where(answers.eq(MEAN), 1.0, 100.0)
    return pd.Series(all_rounded(scaled, decimals), index=estimates.index)
