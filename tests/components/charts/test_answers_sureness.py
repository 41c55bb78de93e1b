"""The layer `how sure?`: half the interval's width in place of the figure, the states as they were."""

import pandas as pd
import pytest

from components.charts.answers.sureness import SURENESS, how_sure
from components.charts.classes import class_index
from components.charts.maps.county_map import county_map
from geo import shapes
from tests.components.charts.worded_counties import FOCUS, WORDS, counties

WORDLESS = {"value_low": float("nan"), "value_upp": float("nan")}


def layer(frame: pd.DataFrame) -> pd.DataFrame:
    return how_sure(frame, say=lambda points: f"± {points:.0f} pikë", no_interval="pa interval").set_index("area")


def test_the_figure_is_half_the_width_of_the_interval() -> None:
    sure = layer(counties())
    assert sure.loc["AL-11", "value"] == pytest.approx((94.9 - 88.9) / 2)
    assert sure.loc["AL-11", "text"] == "± 3 pikë"
    assert sure.loc["AL-11", "interval_text"] == "89–95"
    assert "± 3 pikë" in sure.loc["AL-11", "spoken"]
    assert sure[["value_low", "value_upp"]].isna().all(axis=None)


def test_unreliable_stays_unreliable_and_hidden_keeps_its_word() -> None:
    before = counties(AL_09={"status": "suppressed"})
    sure = layer(before)
    assert sure.loc["AL-07", "status"] == "unreliable"
    assert (sure.loc["AL-09", "status"], sure.loc["AL-09", "text"]) == ("suppressed", WORDS["suppressed"])
    assert sure.loc["AL-09", "spoken"] == before.set_index("area").loc["AL-09", "spoken"]
    assert pd.isna(sure.loc["AL-09", "value"])


def test_a_figure_without_interval_is_no_data_here() -> None:
    row = layer(counties(AL_10=WORDLESS)).loc["AL-10"]
    assert (row["status"], row["text"]) == ("no_data", "pa interval")
    assert pd.isna(row["value"]) and "pa interval" in row["spoken"]


def test_an_interval_wider_than_the_scale_takes_its_last_class_and_says_its_true_width() -> None:
    row = layer(counties(AL_10={"value": 50.0, "value_low": 10.0, "value_upp": 90.0})).loc["AL-10"]
    assert row["text"] == "± 40 pikë"
    assert class_index(row["value"], SURENESS, 0) == 3


def test_the_county_map_draws_the_layer_and_the_frame_stays() -> None:
    frame = counties(AL_10=WORDLESS)
    before = frame.copy(deep=True)
    svg = county_map(
        layer(frame).reset_index(), shapes=shapes(), scale=SURENESS, higher_is="neutral", decimals=0,
        title="Sa e sigurt?", description="", outside_text="jashtë",
    )  # fmt: skip
    assert "± 3 pikë" in svg and "pa interval" in svg
    pd.testing.assert_frame_equal(frame, before)
    assert set(FOCUS) <= set(frame["area"])
