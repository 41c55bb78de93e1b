"""The observation: one row, one figure, with everything that must travel with it."""

from collections.abc import Iterable
from typing import Final

# Column -> dtype, in the order of the file. Text is never missing: an empty text says "none".
DTYPES: Final[dict[str, str]] = {
    "indicator": "str",
    "answer": "str",
    "area": "str",
    "gender": "str",
    "age": "str",
    "population": "str",
    "cycle": "str",
    "period": "str",
    "value": "float64",
    "value_low": "float64",
    "value_upp": "float64",
    "value_se": "float64",
    "n": "Int64",
    "deff": "float64",
    "df": "Int64",
    "method": "str",
    "status": "str",
    "reason": "str",
    "kind": "str",
    "source": "str",
    "note": "str",
}
COLUMNS = tuple(DTYPES)
KEY = ("indicator", "answer", "area", "gender", "age", "population", "period")

STATUSES = ("ok", "unreliable", "suppressed", "not_asked", "not_applicable", "no_data")
SHOWN = ("ok", "unreliable")
REASONS = (
    "",
    "too_few_answers",
    "beside_hidden",
    "too_few_people",
    "small_base",
    "small_effective_base",
    "wide_interval",
    "wide_relative_interval",
    "extreme_share",
    "few_psus",
    "too_deep",
    "not_published",
)
KINDS = ("published", "computed", "demonstration")
METHODS = ("none", "assumed_deff", "logit", "kg", "t")
DEMONSTRATION_SOURCE: Final = "demonstration"  # what a demonstration figure cites: this software, no publication


def source_ids(sources: Iterable[str]) -> list[str]:
    """The ids in a `source` column, each once; a computed figure names several, separated by a space."""
    return list(dict.fromkeys(id for cell in sources for id in cell.split()))
