"""One rule for every number that is shown: half up on the decimal digits, once, the same in all outputs."""

import math
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from components.wording.labels import worded
from data import open_release
from data.model.rounding import all_rounded, half_up, rounded
from i18n import LANGUAGES, words

RELEASE = Path(__file__).parents[2] / "data" / "release"


@pytest.mark.parametrize(
    ("value", "decimals", "right"),
    [
        (93.55, 1, "93.6"),  # its binary form is 93.5499…
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (11.47, 0, "11"),  # by way of 11.5 it would be 12
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
        (-0.5, 0, "-1"),
        (-2.5, 0, "-3"),
        (-0.04, 1, "0.0"),
        (-0.0, 0, "0"),
        (0.57 * 100 + 0.5, 0, "58"),  # 57.49999999999999 in binary arithmetic: 57.5 for all that a double holds
        (99999.5, 0, "100000"),
        (1e-9, 3, "0.000"),
        (123456789.55, 1, "123456789.6"),
        (12.0, 2, "12.00"),
    ],
)
def test_a_half_is_rounded_up_on_the_decimal_digits(value: float, decimals: int, right: str) -> None:
    assert str(half_up(value, decimals)) == right
    assert rounded(value, decimals) == float(right)


def test_numbers_on_both_sides_of_zero_are_rounded_alike() -> None:
    for tenths in range(0, 2000, 5):
        value = tenths / 20
        assert half_up(-value) == -half_up(value)


def test_a_column_is_rounded_value_by_value() -> None:
    found = all_rounded(pd.Series([1.005, 2.5, math.nan, -0.4]), [2, 0, 1, 0])
    assert found[:2].tolist() == [1.01, 3.0] and math.isnan(found[2]) and math.copysign(1, found[3]) == 1
    assert all_rounded([[0.5, 1.5]], 0).shape == (1, 2)
    assert all_rounded([], 1).shape == (0,)


@pytest.mark.parametrize("decimals", [-1, 0, 1, 2, 4, 6])
def test_a_column_is_rounded_as_each_value_alone(decimals: int) -> None:
    anything = np.random.default_rng(1).uniform(-200, 200, 5000)
    halves = (np.arange(-2000, 2000) + 0.5) / 10.0**decimals
    rest = [0.0, -0.0, -0.04, 1e-300, 93.55, 99999.99995, 1e5, 123456789.5, 1e20, math.inf, -math.inf]
    values = np.concatenate([anything, halves, np.nextafter(halves, 0), rest])
    found = all_rounded(values, decimals)
    assert found.tolist() == [rounded(value, decimals) for value in values.tolist()]
    assert not np.signbit(found[found == 0]).any()


def test_no_number_has_no_digits() -> None:
    assert math.isnan(rounded(math.nan, 1)) and rounded(math.inf) == math.inf
    with pytest.raises(ValueError, match="finite"):
        half_up(math.nan)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_write_numbers_by_the_same_rule(language: str) -> None:
    t = words(language)
    for value in np.arange(-30, 30.05, 0.05).round(2).tolist():
        for decimals in (0, 1):
            plain = t.number(value, decimals).replace("\N{MINUS SIGN}", "-").replace(",", ".")
            assert Decimal(plain) == half_up(value, decimals)


def test_every_published_figure_and_bound_stands_as_the_workbook_shows_it() -> None:
    t, release = words("en"), open_release(RELEASE)
    halves = 0
    for code, rows in release.observations.dropna(subset=["value"]).groupby("indicator"):
        indicator = release.catalogue[str(code)]
        for row in worded(rows, indicator, t).to_dict("records"):
            shown = str(half_up(row["value"], indicator.decimals))
            assert shown.lstrip("-") in row["text"].replace(",", ""), (code, row["area"], row["value"], row["text"])
            halves += Decimal(repr(row["value"])).as_tuple().digits[-1:] == (5,)
    assert halves > 20
