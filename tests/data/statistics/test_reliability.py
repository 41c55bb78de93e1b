import pytest

from data.statistics.reliability import base_state, share_state


@pytest.mark.parametrize(
    ("n", "state"),
    [
        (None, ("ok", "")),
        (24, ("suppressed", "too_few_answers")),
        (25, ("unreliable", "small_base")),
        (49, ("unreliable", "small_base")),
        (50, ("ok", "")),
    ],
)
def test_the_base_decides_first(n: int | None, state: tuple[str, str]) -> None:
    assert base_state(n) == state


@pytest.mark.parametrize(
    ("percent", "n", "deff", "state"),
    [
        (73.72, 24, 1.5, ("suppressed", "too_few_answers")),
        (74.62, 46, 1.5, ("unreliable", "small_base")),
        (73.72, 66, 1.5, ("ok", "")),
        (0.0, 500, 1.5, ("unreliable", "extreme_share")),
        (100.0, 500, 1.5, ("unreliable", "extreme_share")),
        (50.0, 58, 2.0, ("unreliable", "small_effective_base")),
        # Clopper-Pearson at n_e = 40: 33.8 to 66.2, at n_e = 56: 36.3 to 63.7
        (50.0, 60, 1.5, ("unreliable", "wide_interval")),
        (50.0, 84, 1.5, ("ok", "")),
        # at n_e = 200: 0.55 to 5.04 (wide against 2 %, but under 5 points); at n_e = 100: 0.24 to 7.04
        (2.0, 300, 1.5, ("ok", "")),
        (2.0, 150, 1.5, ("unreliable", "wide_relative_interval")),
    ],
)
def test_states_of_a_share(percent: float, n: int, deff: float, state: tuple[str, str]) -> None:
    assert share_state(percent, n, deff) == state
