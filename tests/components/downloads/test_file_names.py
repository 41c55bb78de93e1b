"""A file's name says subject, filters, demonstration and release, in letters that every file system takes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from components.downloads.names import MARK, digest, file_stem

TEXT = st.text(min_size=1, max_size=20)


@given(TEXT, st.lists(TEXT, max_size=4), st.booleans())
def test_any_text_becomes_a_name_that_can_be_written(subject: str, filters: list[str], made_up: bool) -> None:
    name = file_stem(subject, filters, demonstration=made_up, release="2026-01-01-abc")
    assert re.fullmatch(r"[\w.+-]+", name) and "/" not in name and "\\" not in name
    assert name.startswith("harta-tqnj_") and name.endswith("_2026-01-01-abc")
    assert name.endswith(f"_{MARK}_2026-01-01-abc") or not made_up


def test_filters_stand_in_the_name_in_their_order() -> None:
    name = file_stem("heard", ["f", "15-17", "2017/2018"], demonstration=True, release="r1")
    assert name == "harta-tqnj_heard_f_15-17_2017--2018_DEMONSTRATION_r1"


@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(TEXT, min_size=1, max_size=4))
def test_another_query_has_another_digest(first: list[str], second: list[str]) -> None:
    assert (digest(*first) == digest(*second)) == ("\n".join(first) == "\n".join(second))
