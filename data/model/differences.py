"""The difference: two observations compared, with an interval and a verdict."""

from typing import Final

# difference = value(area_to, gender_to, period_to) - value(area, gender, period), in percentage points.
# `q` is p corrected over all comparisons of the indicator, `q_cautious` the same under a larger design effect.
DTYPES: Final[dict[str, str]] = {
    "indicator": "str",
    "answer": "str",
    "dimension": "str",
    "area": "str",
    "area_to": "str",
    "gender": "str",
    "gender_to": "str",
    "age": "str",
    "population": "str",
    "period": "str",
    "period_to": "str",
    "difference": "float64",
    "value_low": "float64",
    "value_upp": "float64",
    "p": "float64",
    "q": "float64",
    "q_cautious": "float64",
    "verdict": "str",
    "comparability": "str",
    "method": "str",
}
COLUMNS = tuple(DTYPES)
KEY = (
    "indicator",
    "answer",
    "dimension",
    "area",
    "area_to",
    "gender",
    "gender_to",
    "age",
    "population",
    "period",
    "period_to",
)
DIMENSIONS = ("area", "gender", "period")
VERDICTS = ("higher", "lower", "not_distinguishable", "not_comparable")
