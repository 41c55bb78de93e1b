"""Text that people type, on the page: shown as it is, never as markup, never as a link."""

import datetime
import html
import re
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import strategies as st
from screen import Screen
from throwing import COUNTS, FORMULAS, TEXTS, texts, throw

from components.address.view import View
from components.downloads.embedding import embed_snippet
from components.downloads.names import file_stem
from components.sections.minutes import entries as shown_entries
from components.sections.minutes.wording import meeting_name
from components.widgets.matching import LONGEST, matches
from i18n import LANGUAGES, words
from minutes import LIMITS, BadEntry, Entry, Meeting, checked
from minutes.faults import REASONS
from minutes.model import MUCH

TODAY = datetime.date(2026, 11, 29)
FIELDS = {
    "survey": "survey_query",
    "services": "provider_query",
    "programme": "library_query",
    "methods": "source_query",
}
# A line of accents, in the order that takes longest to put right: 400 KB of it once took minutes.
ACCENTS = "a" + "\u0301" * 100_000 + "\u0316" * 100_000
OPENED = re.compile(r"<(/?[a-z]+)[^<>]*>")


def entry(text: str, **more: Any) -> Entry:
    told: dict[str, Any] = {
        "meeting": Meeting(text, TODAY),
        "view": "risk.population",
        "title": text,
        "provenance": text,
        "release": "2026-11-24-00000000",
        "demonstration": False,
        "decision": text,
        "owner": text,
        "due": TODAY,
        "author": text,
        "signed_in": True,
    }
    return Entry(**(told | more))


def test_searching_for_anything() -> None:
    def check(case: tuple[str, str]) -> None:
        query, text = case
        assert matches(query, text) in (True, False)
        assert matches("", text) and (len(text) > LONGEST or matches(text, text))

    throw("text: search", st.tuples(texts, texts), check)


def test_endless_accents_keep_nobody_waiting() -> None:
    start = time.process_time()
    assert not matches(ACCENTS, "Dibër")
    with pytest.raises(BadEntry, match="too_long"):
        checked(entry(ACCENTS))
    assert time.process_time() - start < 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", FIELDS)
def test_searching_on_pages(visit: Callable[..., Screen], stem: str, language: str) -> None:
    """Nothing is found for any of it, or something: never a fault, and what is repeated is repeated as text."""
    chosen = [TEXTS[1], *TEXTS[8:11], TEXTS[14], ACCENTS]
    assert len(chosen) * len(FIELDS) * len(LANGUAGES) == COUNTS["text: search on pages"]
    screen = visit(stem, lang=language, **({"part": "providers"} if stem == "services" else {"section": "sources"}))
    for text in chosen:
        screen.test.text_input(key=FIELDS[stem]).set_value(text).run()
        assert screen.faults() == [], text
        for kind, body in markup_of(screen):
            assert "bad.example" not in body or kind == "html", (kind, text)
            assert "<img" not in body and "onerror=alert(1)>" not in body, text
            assert ACCENTS not in body


def markup_of(screen: Screen) -> list[tuple[str, str]]:
    """What the browser reads as HTML or as Markdown."""
    kinds = ("html", "markdown", "caption", "heading", "error", "success", "alert")
    return [(each.type, str(each.proto.body)) for each in screen.elements() if each.type in kinds]


def test_decisions_of_any_text() -> None:
    """A decision is taken cleaned, or refused with reasons; what is taken is never longer than its limit."""

    def check(text: str) -> None:
        try:
            taken = checked(entry(text, owner=text[:7] + "x", author="x", meeting=Meeting("x" + text, TODAY)))
        except BadEntry as fault:
            assert {problem.reason for problem in fault.problems} <= set(REASONS)
            return
        assert len(taken.decision) <= LIMITS["decision"] < MUCH
        assert taken == checked(taken)
        taken.decision.encode("utf-8")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", taken.decision)

    throw("text: minutes", texts, check)


def test_decisions_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what a database holds that was never cleaned: the page's own tags stand there and no other."""
    shown: list[str] = []
    monkeypatch.setattr(shown_entries, "st", SimpleNamespace(html=shown.append))
    t = words("sq")

    def check(text: str) -> None:
        shown.clear()
        shown_entries.show_entry(t, entry(text), meeting_name(t, Meeting(text, TODAY)), text)
        (body,) = shown
        tags = OPENED.findall(body)
        assert set(tags) <= {each + name for name in ("div", "strong", "bdi", "p") for each in ("", "/")}
        assert body.count("<") == len(tags)
        assert html.unescape(body).count(text) >= 4

    throw("text: pages", texts, check)


def test_names_of_files_and_snippets() -> None:
    t = words("sq")

    def check(text: str) -> None:
        stem = file_stem(text, [text, "sq"], demonstration=False, release=text)
        assert stem.startswith("harta-tqnj_") and not set(stem) & set('/\\:*?"<>|\n\r\t\0 ')
        snippet = embed_snippet(t, View("risk", "population"), f"https://x/{text}", text)
        assert snippet.count("<") == 2 and snippet.count('"') == 12

    throw("text: names of files", st.one_of(texts, st.sampled_from(FORMULAS)), check)
