"""A code of an address that is not known here is named on the page; nothing takes its place in silence."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screen import Screen

from components.address.asked import LONGEST, SHOWN, NotTaken, read_asked, shown_code
from components.address.known import known_codes
from data import Release
from i18n import LANGUAGES, words

Visit = Callable[..., Screen]
# Page, the address, the parameter that is named, and what of it.
ADDRESSES: list[tuple[str, dict[str, str], str, str]] = [
    ("risk", {"indicator": "retired_one"}, "indicator", "retired_one"),
    ("risk", {"indicator": "population", "gender": "x"}, "gender", "x"),
    ("risk", {"indicator": "population", "period": "1066"}, "period", "1066"),
    # Known to the release, but not to this indicator: of several periods, and of a single one.
    ("risk", {"indicator": "school_attendance_15_17", "period": "2023"}, "period", "2023"),
    ("risk", {"indicator": "victims_identified", "period": "2017/2018"}, "period", "2017/2018"),
    ("risk", {"cycle": "9"}, "cycle", "9"),
    ("risk", {"tab": "old"}, "tab", "old"),
    ("overview", {"county": "AL-99"}, "county", "AL-99"),
    ("overview", {"card": "risk.retired_one"}, "card", "risk.retired_one"),
    ("survey", {"question": "retired_one"}, "question", "retired_one"),
    ("survey", {"question": "heard", "answer": "retired_one"}, "answer", "retired_one"),
    ("survey", {"question": "heard", "wave": "w9"}, "wave", "w9"),
    ("county", {"county": "Shkodër"}, "county", "Shkodër"),
    ("county", {"county": "Shkode\u0308r"}, "county", "Shkodër…"),  # decomposed: shown, but not as it was written
    ("data", {"measures": "population,retired_one"}, "measures", "retired_one"),
    ("data", {"set": "survey", "measures": "population"}, "measures", "population"),
    ("data", {"desk": "old"}, "desk", "old"),
    ("services", {"part": "old"}, "part", "old"),
    ("services", {"part": "people", "by": "old"}, "by", "old"),
    ("methods", {"section": "old"}, "section", "old"),
    ("meeting", {"agenda": "risk.population~~risk.retired_one"}, "agenda", "risk.retired_one"),
    ("programme", {"release": "latest"}, "release", "latest"),
]
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><b onmouseover=alert(1)>x</b>',
    "[press](javascript:alert(1))",
    "**bold** _text_ `code`",
    "${alert(1)} {t} {0} %s",
    "\u202ekcuf",
    "call https://evil.example now",
    "a\x00b\nc",
    "x" * (LONGEST + 1),
    "&lt;b&gt;",
)


def named(language: str, key: str, code: str) -> str:
    t = words(language)
    return t("asked.named", what=t(f"asked_for.{key}"), codes=t("asked.code", code=code))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stem", "codes", "key", "shown"), ADDRESSES)
def test_a_page_names_the_code_that_it_does_not_know(
    visit: Visit, stem: str, codes: dict[str, str], key: str, shown: str, language: str
) -> None:
    screen = visit(stem, lang=language, **codes)
    assert screen.faults() == []
    said = [text for text in screen.texts() if named(language, key, shown) in text]
    assert said == [words(language)("asked.unknown", what=named(language, key, shown))]


def test_a_language_that_there_is_not_is_named_in_the_first(visit: Visit) -> None:
    assert visit("risk", lang="xx").says(named("sq", "lang", "xx"))


def test_several_unknown_codes_are_named_together(visit: Visit) -> None:
    screen = visit("risk", indicator="old_one", gender="x", period="1066", lang="en")
    what = "; ".join(
        named("en", key, code) for key, code in (("indicator", "old_one"), ("gender", "x"), ("period", "1066"))
    )
    assert screen.says(words("en")("asked.unknown", what=what))


@pytest.mark.parametrize(
    ("stem", "codes"),
    [
        ("risk", {"indicator": "population", "gender": "f"}),
        ("risk", {"indicator": "victims_identified", "gender": "f"}),  # left over from another indicator
        ("risk", {"utm_source": "letter", "fbclid": "abc"}),
        ("risk", {"indicator": ""}),
        ("survey", {"question": "heard", "answer": "yes"}),
        ("county", {}),
    ],
)
def test_nothing_is_named_where_everything_is_known(visit: Visit, stem: str, codes: dict[str, str]) -> None:
    screen = visit(stem, **codes)
    assert [piece for piece in screen.markup() if "unknown" in piece] == []


def test_the_line_stays_until_the_choice_is_made_or_the_page_left(visit: Visit) -> None:
    line = named("sq", "indicator", "retired_one")
    screen = visit("risk", indicator="retired_one")
    screen.choose("gender", "f")
    assert screen.says(line)
    screen.choose("lang", "en")
    assert screen.says(named("en", "indicator", "retired_one"))
    screen.choose("indicator", "school_attendance_12_14")
    assert not screen.says("retired_one")
    screen = visit("risk", indicator="retired_one")
    assert screen.says(line)
    screen.turn_to("methods")
    assert not screen.says("retired_one")


@pytest.mark.parametrize("key", ["indicator", "question", "county", "measures", "agenda", "card", "answer", "section"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_of_a_hostile_text_only_a_short_piece_comes_back(visit: Visit, key: str, text: str) -> None:
    screen = visit("risk", **{key: text})
    assert screen.faults() == []
    notes = [piece for piece in screen.markup() if 'class="notes unknown"' in piece]
    assert len(notes) == 1
    inner = notes[0].split("«", 1)[1].rsplit("»", 1)[0]
    for sign in ("<", ">", '"', "[", "(", "{", "`", "*", "\u202e", "\x00", "https:"):
        assert sign not in inner.replace("», «", ""), sign
    assert len(inner) < 6 * (SHOWN + 4)


@given(st.text(max_size=300))
def test_what_is_shown_is_short_and_looks_like_a_code(text: str) -> None:
    shown = shown_code(text)
    assert len(shown) <= SHOWN + 1
    assert not set(shown) & set("<>&\"'`*[](){}:;\\ \n")
    assert shown == text or shown.endswith("…")


def test_every_parameter_has_a_name(atlas: Release) -> None:
    known = known_codes(atlas)
    for language in LANGUAGES:
        assert set(words(language).under("asked_for")) == set(known)
    written = dict.fromkeys(known, "no such code")
    taken, left = read_asked(written, known)
    assert taken == {}
    assert left == tuple(NotTaken(key, ("no…",)) for key in known)


def test_known_codes_are_taken_as_they_are(atlas: Release) -> None:
    written = {"indicator": "population", "measures": "population,wages", "agenda": "risk.population~~survey.heard"}
    assert read_asked(written, known_codes(atlas)) == (written, ())
