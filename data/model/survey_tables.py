"""The survey's tables beside its observations: differences between two groups, and whole answer patterns compared."""

from typing import Final

# difference = value(area_to, gender_to, age_to, period_to) - value(area, gender, age, period): points, or scores.
DIFFERENCES: Final[dict[str, str]] = {
    "indicator": "str",
    "answer": "str",
    "dimension": "str",
    "area": "str",
    "area_to": "str",
    "gender": "str",
    "gender_to": "str",
    "age": "str",
    "age_to": "str",
    "population": "str",
    "period": "str",
    "period_to": "str",
    "difference": "float64",
    "value_se": "float64",
    "value_low": "float64",
    "value_upp": "float64",
    "df": "Int64",
    "p": "float64",
    "q": "float64",
    "detectable": "float64",
    "verdict": "str",
    "comparability": "str",
    "method": "str",
    "kind": "str",
}
# Rao-Scott F test of one question's answers over the groups of `dimension`; the dimension's own column says `all`.
PATTERNS: Final[dict[str, str]] = {
    "indicator": "str",
    "dimension": "str",
    "area": "str",
    "gender": "str",
    "age": "str",
    "population": "str",
    "period": "str",
    "period_to": "str",
    "statistic": "float64",
    "df1": "float64",
    "df2": "float64",
    "p": "float64",
    "q": "float64",
    "verdict": "str",
    "comparability": "str",
    "kind": "str",
}
DIFFERENCE_KEY = (
    "indicator",
    "answer",
    "dimension",
    "area",
    "area_to",
    "gender",
    "gender_to",
    "age",
    "age_to",
    "population",
    "period",
    "period_to",
)
PATTERN_KEY = ("indicator", "dimension", "area", "gender", "age", "population", "period", "period_to")
DIMENSIONS = ("area", "gender", "age", "period")
PATTERN_VERDICTS = ("differs", "not_distinguishable", "not_comparable")
