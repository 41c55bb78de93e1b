"""Addresses: codes that are not known go; of them a page shows a short piece in one line, and nothing anywhere else."""

import re
from collections.abc import Callable, Container, Iterator
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl

import pytest
from google.protobuf.message import Message
from hypothesis import strategies as st
from screen import Screen
from throwing import COUNTS, MARK, TEXTS, VALUES, texts, throw

from components import state
from components.address.known import DEFAULTS, known_codes
from components.address.view import AT_MOST, CHOICES, SUBJECTS, join_views, read_view, read_views
from data import Release
from i18n import LANGUAGES

PAGES = ("overview", "risk", "services", "survey", "county", "meeting", "data", "programme", "methods")
ROUNDS = 8  # addresses a page and language
Known = dict[str, Container[str]]
LINE = '<div class="notes unknown" role="status">'
LIKE_A_CODE = re.compile(r"[A-Za-z0-9À-ɏ_.~/+-]{0,48}…?")


@pytest.fixture(scope="module")
def known(atlas: Release) -> Known:
    return known_codes(atlas)


def near(codes: list[str]) -> st.SearchStrategy[str]:
    """Known codes, spoiled and joined, and texts that are none."""
    code = st.sampled_from(codes)
    joints = st.sampled_from([",", ".", "~", "~~", "--", "", " ", "/"])
    spoiled = st.builds(lambda *parts: "".join(parts), code, joints, st.one_of(code, texts))
    return st.one_of(
        spoiled, texts, st.lists(code, max_size=9).map(",".join), st.lists(code, max_size=9).map("~~".join)
    )


def test_codes_at_the_parameters(known: Known, atlas: Release) -> None:
    """What is taken for known is made of known codes only: no sign that would mean anything in markup."""
    codes = near([*atlas.catalogue, "AL-09", "all", "f", "15-17", "2017/2018", "18+", "2026-11-24-00000000"])

    def check(case: tuple[str, str]) -> None:
        key, code = case
        if code in known[key]:
            assert set(code) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+/,.~"), code
            assert len(code) <= state.LONGEST

    throw("address: codes", st.tuples(st.sampled_from(sorted(known)), codes), check)


def test_codes_of_views(known: Known, atlas: Release) -> None:
    whole = ["risk.population", "survey.heard.gender~f", "services.presence", "risk.victims_identified.tab~chart"]
    pieces = st.sampled_from(
        [*whole, *SUBJECTS, *atlas.catalogue, *atlas.survey.questions, *sum(CHOICES.values(), ()), "f", "all"]
    )
    joints = st.sampled_from([".", "~", "~~", "..", "--", ""])
    drawn = st.lists(st.tuples(st.one_of(pieces, pieces, texts), joints), max_size=7)

    def check(parts: list[tuple[str, str]]) -> None:
        code = "".join(part + joint for part, joint in parts)
        view, views = read_view(code, known), read_views(code, known)
        assert view is None or view.code == code
        assert len(set(views)) == len(views)
        part = known["agenda"].part(code)  # type: ignore[attr-defined]
        assert {*(view.code for view in views), *part.unknown} == set(code.split("~~")), "each is taken or told"
        assert part.known == join_views(views[:AT_MOST]) and part.beyond == max(0, len(views) - AT_MOST)

    throw("address: views", drawn, check)


def test_a_session_takes_nothing_unknown(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = st.one_of(st.sampled_from([*sorted(known), "embed", "embed_options", "pick_lang", "chosen", "shown"]), texts)
    addresses = st.dictionaries(keys, st.one_of(texts, st.sampled_from(["en", "f", "AL-09", "check", "published"])))

    class Address(dict[str, str]):
        def from_dict(self, told: dict[str, str]) -> None:
            self.clear()
            self.update(told)

    def check(asked: dict[str, str]) -> None:
        page = SimpleNamespace(query_params=Address(asked), session_state={})
        monkeypatch.setattr(state, "st", page)
        state.begin(known)
        taken = page.session_state[state.RECORD]
        assert taken.items() <= asked.items()
        assert all(code in known[key] for key, code in taken.items())
        assert dict(parse_qsl(state.link(**taken), strict_parsing=bool(taken))) == taken
        state.publish(DEFAULTS)
        assert dict(page.query_params).items() <= taken.items()

    throw("address: a session", addresses, check)


def test_a_code_of_endless_length_is_not_even_compared(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = {"agenda": "risk.population~~" * 1_000_000, "measures": "population," * 1_000_000, "lang": "en"}
    page = SimpleNamespace(query_params=endless, session_state={})
    monkeypatch.setattr(state, "st", page)
    compared: list[int] = []

    class Measured:
        def __contains__(self, code: object) -> bool:
            compared.append(len(str(code)))
            return True

    state.begin(dict.fromkeys(known, Measured()))
    assert compared == [2] and page.session_state[state.RECORD] == {"lang": "en"}


def everything_sent(screen: Screen) -> Iterator[tuple[str, str]]:
    """Kind and content of every element as it is sent to the browser, what nobody reads included."""
    for element in screen.elements():
        if isinstance(proto := getattr(element, "proto", None), Message):
            yield element.type, str(proto)


def test_pages_with_hostile_addresses(visit: Callable[..., Screen], known: Known) -> None:
    """Every parameter of the address at once, unknown ones too: no fault, and no echo but in the line that names what
    is not known."""
    values = [value for each in (*VALUES, *TEXTS) if (value := unquoted(each)).isprintable() or MARK in value]
    thrown = 0
    for stem in PAGES:
        for language in LANGUAGES:
            for number in range(ROUNDS):
                keys = [*sorted(set(known) - {"lang"}), "unknown", "__proto__", "<b>"]
                codes = {key: values[(number * 31 + place * 7) % len(values)] for place, key in enumerate(keys)}
                told: dict[str, Any] = {key: code + MARK for key, code in codes.items()} | {"lang": language}
                screen = visit(stem, **told)
                thrown += 1
                assert screen.faults() == [], (stem, told)
                assert set(screen.record()) <= {"lang"}, (stem, told)
                echoes = [sent for _, sent in everything_sent(screen) if MARK in sent]
                assert all("notes unknown" in sent for sent in echoes) and len(echoes) <= 1, (stem, told)
                (line,) = [piece for piece in screen.markup() if LINE in piece]
                assert set(re.findall(r"<[^>]*>", line)) == {LINE, '<p class="said">', "</p>", "</div>"}, line
                named = [piece for piece in re.findall(r"[«“](.*?)[»”]", line) if not LIKE_A_CODE.fullmatch(piece)]
                assert named == [], (stem, told)
                assert set(screen.address()) <= {"lang"}
    assert thrown >= COUNTS["address: pages"]


def unquoted(text: str) -> str:
    """The recorded value as a browser would hand it over."""
    return parse_qsl(f"x={text}", keep_blank_values=True, errors="replace")[0][1] if "%" in text else text
