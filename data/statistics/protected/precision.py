"""How exactly survey figures are printed: shares of sensitive questions in whole per cent, others to a tenth."""

from typing import Final

import numpy as np
import pandas as pd

from data.model.questionnaire import MEAN, Question

SHARE_PLACES: Final = 1
SENSITIVE_PLACES: Final = 0
MEAN_PLACES: Final = 2


def decimals_of(indicators: pd.Series, answers: pd.Series, questions: dict[str, Question]) -> pd.Series:
    """Decimals of each figure: a mean in scores, a share in per cent."""
    sensitive = indicators.map({code: question.sensitive for code, question in questions.items()})
    shares = np.where(sensitive, SENSITIVE_PLACES, SHARE_PLACES)
    return pd.Series(np.where(answers.eq(MEAN), MEAN_PLACES, shares), index=answers.index)


def printed(estimates: pd.Series, answers: pd.Series, decimals: pd.Series) -> pd.Series:
    """Estimates (shares 0-1, scores) as printed: per cent or scores, rounded to their decimals; no negative zero."""
    scaled = estimates.to_numpy(dtype=float) * np.where(answers.eq(MEAN), 1.0, 100.0)
    step = 10.0 ** decimals.to_numpy(dtype=float)
    # Divided by the step, so that 17.3 is the double nearest to 17.3; + 0.0 turns -0.0 into 0.0.
    return pd.Series(np.round(scaled * step) / step + 0.0, index=estimates.index)
