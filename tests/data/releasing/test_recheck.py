"""Figures taken away earlier: the same, moved, in another state or gone; nothing else, and nothing by chance."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import Release, recheck
from data.model.observations import KEY
from data.releasing.recheck import CARRIED, NUMBERS, VERDICTS, WATCHED

COLUMNS = [*KEY, *(f"{name}_{side}" for name in CARRIED for side in ("then", "now")), "verdict"]
NO_NUMBERS = dict.fromkeys(NUMBERS)


def taken(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as a file carries them."""
    plain = rows[[*KEY, *WATCHED]].astype(object)
    return [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()} for row in plain.to_dict("records")
    ]


@pytest.fixture(scope="module")
def rows(atlas: Release) -> pd.DataFrame:
    """Figures of every state that the committed release has, 40 of each at most."""
    both = pd.concat([atlas.observations, atlas.survey.observations])
    return both.groupby("status").head(40).reset_index(drop=True)


def test_figures_of_the_open_release_are_the_same(rows: pd.DataFrame) -> None:
    checked = recheck(taken(rows), rows.sample(frac=1, random_state=3))
    assert set(rows["status"]) >= {"ok", "unreliable", "suppressed"}
    assert list(checked.columns) == COLUMNS
    assert checked["verdict"].eq("same").all() and len(checked) == len(rows)
    assert checked["area"].tolist() == rows["area"].tolist()


@pytest.mark.parametrize("name", NUMBERS)
def test_value_interval_and_base_count_as_moved(rows: pd.DataFrame, name: str) -> None:
    then = taken(rows)
    place = next(number for number, each in enumerate(then) if all(each[column] is not None for column in NUMBERS))
    then[place] = then[place] | {name: then[place][name] + 0.001}
    checked = recheck(then, rows)
    assert checked["verdict"].tolist() == ["moved" if number == place else "same" for number in range(len(then))]
    told = checked.loc[place]
    assert told[f"{name}_then"] == pytest.approx(told[f"{name}_now"] + 0.001)


def test_another_state_and_a_missing_row(rows: pd.DataFrame) -> None:
    then = taken(rows)
    now = rows.copy()
    now.loc[0, ["status", "value"]] = ["suppressed", None]
    checked = recheck(then, now.drop(index=1))
    assert checked["verdict"].head(3).tolist() == ["state", "gone", "same"]
    assert checked.loc[0, ["status_then", "status_now"]].tolist() == ["ok", "suppressed"]
    assert checked.loc[1, "status_now"] == "" and pd.isna(checked.loc[1, "value_now"])


def test_a_figure_shown_then_and_empty_now_has_moved(rows: pd.DataFrame) -> None:
    hidden = rows[rows["status"].eq("suppressed")].head(1)
    then = [taken(hidden)[0] | {"value": 0.0}]
    assert recheck(then, rows)["verdict"].tolist() == ["moved"]


def test_a_difference_of_rounding_is_none(rows: pd.DataFrame) -> None:
    then = [each if each["value"] is None else each | {"value": each["value"] + 5e-10} for each in taken(rows)]
    assert recheck(then, rows)["verdict"].eq("same").all()


def test_what_a_note_says_of_the_base_goes_with_it(rows: pd.DataFrame) -> None:
    then = [taken(rows.head(1))[0] | {"note": "base_rounded"}]
    checked = recheck(then, rows.assign(note="base_under_25"))
    assert checked.loc[0, ["note_then", "note_now", "verdict"]].tolist() == ["base_rounded", "base_under_25", "same"]
    assert recheck(taken(rows.head(1)), rows).loc[0, "note_then"] == ""


def test_a_figure_named_twice_is_told_once(rows: pd.DataFrame) -> None:
    then = taken(rows.head(2))
    assert len(recheck([*then, *then], rows)) == 2


def test_no_figures_give_an_empty_table_of_the_same_columns(rows: pd.DataFrame) -> None:
    checked = recheck([], rows)
    assert checked.empty and list(checked.columns) == COLUMNS


FIGURES = st.lists(
    st.fixed_dictionaries(
        {
            **{name: st.text(max_size=4) for name in KEY},
            **{name: st.none() | st.floats(allow_nan=False) for name in NUMBERS},
            "status": st.sampled_from(["ok", "unreliable", "suppressed"]),
        }
    ),
    max_size=6,
)


@settings(max_examples=25)
@given(FIGURES)
def test_unknown_figures_are_gone_and_the_input_stays_as_it_was(figures: list[dict[str, Any]]) -> None:
    known = pd.DataFrame([{**dict.fromkeys(KEY, "known"), **NO_NUMBERS, "status": "ok"}])
    before = [dict(each) for each in figures]
    checked = recheck(figures, known)
    assert figures == before
    assert checked["verdict"].eq("gone").all() and set(checked["verdict"]) <= set(VERDICTS)
    assert len(checked) == len({tuple(each[name] for name in KEY) for each in figures})
