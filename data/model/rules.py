"""Versions of the rules a release is made with; raised when a rule changes a figure, a state or a verdict."""

from typing import Final

RULES: Final = {
    "cycles": "1",
    "differences": "2",
    "intervals": "1",
    "reliability": "2",
    "suppression": "2",
    "survey_differences": "2",
    "survey_estimates": "2",
    "survey_patterns": "2",
    "survey_reliability": "2",
}
