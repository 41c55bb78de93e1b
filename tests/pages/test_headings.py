"""Headings as a screen reader lists them: one of the first rank begins a page, and no rank is left out below it."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from screen import Screen, component_data, strings, strings_of_message

from components.address.known import PART_CODES
from components.address.selection import DESKS, SECTION_CODES, TAB_CODES
from data import FOCUS
from i18n import LANGUAGES

Visit = Callable[..., Screen]
AGENDA = "risk.school_attendance_15_17.gender~f~~survey.heard~~services.presence~~risk.victims_identified.tab~chart"
PAGES: list[tuple[str, dict[str, str]]] = [
    ("overview", {}),
    *(("risk", {"indicator": "school_attendance_15_17", "tab": tab}) for tab in TAB_CODES),
    *(("risk", {"indicator": "school_attendance_15_17", "compare": "gender", "tab": tab}) for tab in TAB_CODES),
    ("risk", {"indicator": "school_attendance_15_17", "compare": "period"}),
    *(("risk", {"indicator": "victims_identified", "tab": tab}) for tab in TAB_CODES),
    ("risk", {"indicator": "retired_one"}),
    *(("survey", {"question": "heard", "tab": tab}) for tab in TAB_CODES),
    *(("survey", {"question": "heard", "compare": compare, "tab": "chart"}) for compare in ("gender", "age", "period")),
    ("survey", {"question": "heard", "population": "roma"}),
    ("survey", {}),
    ("survey", {"kind": "published"}),
    *(("services", {"part": part}) for part in PART_CODES),
    ("services", {"part": "people", "by": "area"}),
    ("services", {"kind": "published", "part": "people"}),
    *(("county", {"county": county}) for county in FOCUS),
    *(("data", {"desk": desk}) for desk in DESKS),
    ("data", {"set": "services"}),
    ("data", {"measures": "population", "ages": "0-17"}),
    ("programme", {}),
    *(("methods", {"section": section}) for section in SECTION_CODES),
    ("meeting", {}),
    ("meeting", {"agenda": AGENDA}),
    *(("meeting", {"agenda": AGENDA, "step": step}) for step in "1234"),
    ("meeting", {"agenda": "survey.heard", "step": "1", "kind": "published"}),
    *(("overview", {"card": code}) for code in AGENDA.split("~~")),
    ("overview", {"card": "survey.heard", "kind": "published"}),
]
NATIVE = {"title": 1, "header": 2, "subheader": 3}
IN_HTML = re.compile(r"<h([1-6])[ >]")
IN_MARKDOWN = re.compile(r"^(#{1,6}) ", re.MULTILINE)


def ranks(screen: Screen) -> list[int]:
    """The ranks of all headings of the page, in its order."""
    return [rank for element in screen.elements() for rank in ranks_of(element)]


def ranks_of(element: Any) -> Iterator[int]:
    """The ranks of the headings in one element: our own, of HTML, of Markdown."""
    proto = getattr(element, "proto", None)
    if element.type in NATIVE:
        yield NATIVE[element.type]
    elif element.type == "bidi_component":
        yield from (int(rank) for text in strings(component_data(proto)) for rank in IN_HTML.findall(text))
    elif element.type == "html":
        yield from map(int, IN_HTML.findall(proto.body))
    elif element.type == "markdown":
        yield from (len(signs) for text in strings_of_message(proto) for signs in IN_MARKDOWN.findall(text))


def faults_in(found: list[int]) -> list[str]:
    """What is wrong with the ranks of a page."""
    wrong = [] if found.count(1) == 1 else [f"{found.count(1)} of the first rank"]
    wrong += ["does not begin with the first"] if found[:1] != [1] else []
    return wrong + [f"{after} after {before}" for before, after in pairwise(found) if after > before + 1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stem", "codes"), PAGES)
def test_a_page_has_one_first_heading_and_leaves_no_rank_out(
    visit: Visit, stem: str, codes: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("HARTA_MINUTES", "on")
    monkeypatch.setenv("HARTA_MINUTES_FILE", str(tmp_path / "minutes.sqlite"))
    screen = visit(stem, lang=language, **codes)
    assert screen.faults() == []
    assert faults_in(ranks(screen)) == [], ranks(screen)


@pytest.mark.parametrize("found", [[], [2, 3], [1, 1], [1, 3], [2, 1], [1, 2, 4]])
def test_what_is_wrong_is_seen(found: list[int]) -> None:
    assert faults_in(found)
    assert faults_in([1, 2, 3, 2, 3, 4, 2]) == []
