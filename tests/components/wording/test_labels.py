"""A figure in words, in every state."""

import pandas as pd
import pytest

from components.wording.labels import DESCRIBED, figure_text, interval_text, worded
from data import Filters, Release, select
from data.model.observations import STATUSES
from i18n import LANGUAGES, words

GAP = "\N{NO-BREAK SPACE}"
SQ, EN = words("sq"), words("en")
GIRLS = Filters("f", "15-17", "2017/2018")
ATTENDANCE = "school_attendance_15_17"


@pytest.fixture
def girls(atlas: Release) -> pd.DataFrame:
    return select(atlas.observations, indicator=ATTENDANCE, filters=GIRLS)


def one(frame: pd.DataFrame, **changed: object) -> object:
    """Dibër's row with some columns changed."""
    row = frame[frame["area"].eq("AL-09")].assign(**changed)
    return next(row.itertuples())


@pytest.mark.parametrize(
    ("status", "reason", "albanian", "english"),
    [
        ("ok", "", f"73,7{GAP}%", "73.7%"),
        ("unreliable", "small_base", f"(73,7{GAP}%)", "(73.7%)"),
        ("suppressed", "too_few_answers", "pak përgjigje", "few answers"),
        ("suppressed", "too_few_people", "pak persona", "few people"),
        ("not_asked", "", "nuk u pyet", "not asked"),
        ("not_applicable", "", "nuk zbatohet", "not applicable"),
        ("no_data", "not_published", "pa të dhëna", "no data"),
    ],
)
def test_every_state_has_its_text(
    girls: pd.DataFrame, atlas: Release, status: str, reason: str, albanian: str, english: str
) -> None:
    # The value is left in on purpose: a hidden state must hide it whatever the column holds.
    row = one(girls, status=status, reason=reason)
    assert figure_text(row, atlas.catalogue[ATTENDANCE], SQ) == albanian
    assert figure_text(row, atlas.catalogue[ATTENDANCE], EN) == english


def test_all_states_are_tested() -> None:
    assert set(STATUSES) == {"ok", "unreliable", "suppressed", "not_asked", "not_applicable", "no_data"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_of_the_release_is_blank_or_bare(atlas: Release, language: str) -> None:
    t = words(language)
    for code, indicator in atlas.catalogue.items():
        rows = atlas.observations[atlas.observations["indicator"].eq(code)]
        frame = worded(rows, indicator, t)
        assert frame["text"].ne("").all(), code
        shown = frame["status"].isin(["ok", "unreliable"])
        assert frame.loc[shown, "text"].str.contains(r"\d").all(), code
        assert not frame.loc[~shown, "text"].str.contains(r"\d").any(), code
        assert not frame.loc[~shown, "interval_text"].ne("").any(), code
        # A base may say why a figure is hidden; where persons are protected it must not give them away.
        protected = frame["reason"].eq("too_few_people")
        assert not frame.loc[protected, "base_text"].ne("").any(), code
        unreliable = frame["status"].eq("unreliable")
        assert (frame["text"].str.startswith("(") == unreliable).all(), code
        for column in DESCRIBED:
            assert not frame[column].str.contains("nan|NaT|None|<NA>|[{}]").any(), (code, column)


def test_the_worded_frame_keeps_every_column_and_row(girls: pd.DataFrame, atlas: Release) -> None:
    frame = worded(girls, atlas.catalogue[ATTENDANCE], SQ)
    assert list(frame.columns) == [*girls.columns, *DESCRIBED]
    pd.testing.assert_frame_equal(frame[list(girls.columns)], girls)
    assert list(frame.index) == list(girls.index)


def test_wording_leaves_its_input_untouched(girls: pd.DataFrame, atlas: Release) -> None:
    before = girls.copy(deep=True)
    worded(girls, atlas.catalogue[ATTENDANCE], SQ)
    pd.testing.assert_frame_equal(girls, before)


def test_an_empty_selection_has_the_columns_all_the_same(girls: pd.DataFrame, atlas: Release) -> None:
    frame = worded(girls.iloc[:0], atlas.catalogue[ATTENDANCE], SQ)
    assert frame.empty
    assert set(DESCRIBED) <= set(frame.columns)


def test_a_row_is_one_sentence_for_a_screen_reader(girls: pd.DataFrame, atlas: Release) -> None:
    frame = worded(girls, atlas.catalogue[ATTENDANCE], SQ).set_index("area")
    assert frame.loc["AL-09", "spoken"] == f"Dibër, 73,7{GAP}%, 59–85{GAP}%, n{GAP}66, 2017–18"
    assert frame.loc["AL-07", "spoken"].endswith(". E pasigurt: mbështetet në më pak se 50 raste")


def test_an_interval_has_its_unit_once(girls: pd.DataFrame, atlas: Release) -> None:
    indicator = atlas.catalogue[ATTENDANCE]
    assert interval_text(one(girls), indicator, SQ) == f"59–85{GAP}%"
    assert interval_text(one(girls), indicator, EN) == "59–85%"
    assert interval_text(one(girls, value_low=float("nan")), indicator, SQ) == ""


def test_a_large_base_is_grouped(girls: pd.DataFrame, atlas: Release) -> None:
    frame = worded(girls.assign(n=12345), atlas.catalogue[ATTENDANCE], SQ)
    assert set(frame["base_text"]) == {f"n{GAP}12{GAP}345"}
