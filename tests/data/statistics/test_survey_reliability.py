from typing import Any

import pytest

from data.statistics.reliability import base_state, share_state, survey_share_state

SOUND = {"percent": 40.0, "n": 400, "n_eff": 250.0, "df": 20, "kg_low": 0.34, "kg_upp": 0.46}


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, ("ok", "")),
        ({"n": 24, "df": 3}, ("suppressed", "too_few_answers")),
        ({"n": 25}, ("unreliable", "small_base")),
        ({"n": 49, "percent": 100.0}, ("unreliable", "small_base")),
        ({"n": 50}, ("ok", "")),
        ({"percent": 0.0, "kg_low": 0.0, "kg_upp": 0.01}, ("unreliable", "extreme_share")),
        ({"percent": 100.0, "kg_low": 0.99, "kg_upp": 1.0}, ("unreliable", "extreme_share")),
        ({"n_eff": 29.99}, ("unreliable", "small_effective_base")),
        ({"n_eff": 30.0}, ("ok", "")),
        ({"kg_low": 0.25, "kg_upp": 0.55}, ("unreliable", "wide_interval")),
        ({"kg_low": 0.25, "kg_upp": 0.549}, ("ok", "")),
        ({"percent": 5.0, "kg_low": 0.02, "kg_upp": 0.09}, ("unreliable", "wide_relative_interval")),
        ({"percent": 2.0, "kg_low": 0.005, "kg_upp": 0.054}, ("ok", "")),
        ({"df": 7}, ("unreliable", "few_psus")),
        ({"df": 8}, ("ok", "")),
        ({"df": 0, "kg_low": float("nan"), "kg_upp": float("nan")}, ("unreliable", "few_psus")),
    ],
)
def test_states_of_a_share_whose_design_is_known(changed: dict[str, Any], state: tuple[str, str]) -> None:
    assert survey_share_state(**{**SOUND, **changed}) == state


def test_a_published_share_is_not_asked_for_degrees_of_freedom() -> None:
    assert share_state(40.0, 400) == base_state(None) == ("ok", "")
