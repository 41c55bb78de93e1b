"""Persons of another or no gender: drawn into two, privately, the same at every import of the wave."""

import stat
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.errors import SourceError
from data.survey.intake.draw_key import FILE, draw_key, stage_key
from data.survey.intake.private import stored_waves
from data.survey.intake.two_genders import OTHER, in_two
from data.survey.results import read_results
from tests.data.survey.intake.test_import_command import Desk
from tests.data.survey.intake.wave_files import answers, with_cells

KEY = bytes(range(32))
people = st.lists(st.sampled_from(["f", "m", OTHER]), min_size=1, max_size=60).map(
    lambda all: pd.Series(all, dtype="str")
)


def ids(genders: pd.Series) -> pd.Series:
    return pd.Series([f"id{number}" for number in genders.index], genders.index, dtype="str")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@given(genders=people)
def test_nobody_stays_outside_and_nobody_else_moves(genders: pd.Series) -> None:
    two = in_two(genders, ids(genders), "w1", KEY)
    assert set(two) <= {"f", "m"}
    named = genders.ne(OTHER)
    assert two[named].tolist() == genders[named].tolist()


@given(genders=people, order=st.randoms(use_true_random=False))
def test_order_and_others_do_not_change_a_draw(genders: pd.Series, order: object) -> None:
    shuffled = list(genders.index)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    fewer = genders.loc[shuffled[: len(shuffled) // 2 + 1]]
    whole = in_two(genders, ids(genders), "w1", KEY)
    assert in_two(fewer, ids(genders)[fewer.index], "w1", KEY).to_dict() == whole[fewer.index].to_dict()


def test_both_are_as_likely_and_wave_and_key_matter() -> None:
    others = pd.Series([OTHER] * 4000, dtype="str")
    draws = [in_two(others, ids(others), wave, key) for wave, key in (("w1", KEY), ("w2", KEY), ("w1", KEY[::-1]))]
    for draw in draws:
        assert 1900 < draw.eq("f").sum() < 2100
    assert 1800 < draws[0].eq(draws[1]).sum() < 2200
    assert 1800 < draws[0].eq(draws[2]).sum() < 2200


def test_without_a_key_nobody_is_drawn_in_silence() -> None:
    with pytest.raises(ValueError, match="secret key"):
        in_two(pd.Series(["f", OTHER], dtype="str"), pd.Series(["1", "2"], dtype="str"), "w1", b"")
    assert in_two(pd.Series(["f"], dtype="str"), pd.Series(["1"], dtype="str"), "w1", b"").tolist() == ["f"]


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    key = draw_key(tmp_path)
    assert len(key) == 32 and key != draw_key(tmp_path)
    path = stage_key(tmp_path, key)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert draw_key(tmp_path) == key
    path.write_bytes(key[:-1])
    with pytest.raises(SourceError, match="a key of 32 bytes"):
        draw_key(tmp_path)


def some_other() -> pd.DataFrame:
    return with_cells(answers(), "sex", dict.fromkeys(range(0, 40, 2), "3"))


def test_an_import_again_gives_the_same_and_all_are_women_and_men(desk: Desk) -> None:
    code, out, _ = desk.take(some_other())
    assert code == 0 and "w1.csv, sex: 20 persons of another or no gender" in out
    first = desk.kept()
    assert desk.take(some_other().iloc[::-1])[0] == 0
    again = desk.kept()
    results = [name for name in first if name.endswith(("observations.parquet", FILE))]
    assert len(results) == 2 and all(first[name] == again[name] for name in results)
    assert stat.S_IMODE((desk.private / FILE).stat().st_mode) == 0o600

    respondents = stored_waves(desk.private)["w1"][0].respondents
    assert set(respondents["gender"]) == {"f", "m"}
    rows = read_results(desk.results).rows_of("heard")
    rows = rows[rows["population"].eq("all") & rows["answer"].eq("yes") & rows["n"].notna()]
    bases = rows.pivot(index=["area", "age"], columns="gender", values="n").dropna()
    assert len(bases) >= 9
    assert (bases["all"] == bases["f"] + bases["m"]).all()


def test_a_lost_key_is_no_reason_to_draw_again(desk: Desk) -> None:
    desk.take(some_other())
    (desk.private / FILE).unlink()
    before = desk.kept()
    code, _, error = desk.take(some_other())
    assert code == 1 and "expected the key of the draws behind the stored waves" in error
    assert desk.kept() == before


@pytest.mark.parametrize(("column", "wrong"), [("sex", ""), ("sex", "9"), ("age", ""), ("county", "")])
def test_what_is_missing_is_an_error_of_its_row(desk: Desk, column: str, wrong: str) -> None:
    code, _, error = desk.take(with_cells(answers(), column, {4: wrong}))
    assert code == 1 and f"w1.csv, row 6, {column}: expected" in error


def test_no_gender_named_is_drawn_where_the_codebook_says_so(desk: Desk) -> None:
    listed = ('"3" = "other"', '"3" = "other"\n"" = "other"')
    assert desk.take(with_cells(answers(), "sex", {4: "", 9: ""}), listed)[0] == 0
    assert set(stored_waves(desk.private)["w1"][0].respondents["gender"]) == {"f", "m"}


def test_few_who_are_not_roma_are_not_left_over(desk: Desk) -> None:
    frame = answers().assign(ethnicity="2")
    code, _, error = desk.take(with_cells(frame, "ethnicity", {0: "1", 7: "1", 8: "1"}))
    assert (
        code == 1 and "heard AL-4C 2020-08: expected figures from which no subtraction leaves 1 to 24 persons" in error
    )
    assert "its parts by population leave 3 persons" in error
    assert desk.kept() == {}
    assert desk.take(with_cells(frame, "ethnicity", dict.fromkeys(range(60), "1")))[0] == 0
