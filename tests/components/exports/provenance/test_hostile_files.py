"""Whatever is dropped on the page: a provenance or the one exception, in bounded time and memory, and nothing run."""

import json
import pickle
import time
import tracemalloc
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.exports.provenance.bounded import AT_MOST_BYTES, AT_MOST_ELEMENTS, AT_MOST_MEMBERS
from components.exports.provenance.model import Provenance
from components.exports.provenance.problems import REASONS, ProvenanceProblem
from components.exports.provenance.reading import READERS, read_provenance
from tests.components.exports.provenance.carriers import CARRIERS, provenance, zipped

TOLD = provenance()
FILES = {kind: carrier(TOLD) for kind, carrier in CARRIERS.items()}
STARTS = [start for start, _ in READERS]
CALM = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
SHEETS = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="provenance" r:id="r1"/></sheets></workbook>"""
LINKS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'


def outcome(content: bytes) -> Provenance | str:
    """The provenance, or the reason why there is none; anything else fails the test."""
    try:
        return read_provenance(content, "file")
    except ProvenanceProblem as problem:
        assert problem.reason in REASONS
        assert (problem.found is not None) == (problem.reason == "edited")
        return problem.reason


@CALM
@given(st.sampled_from(STARTS), st.binary(max_size=2_000))
def test_random_bytes_do_no_harm(start: bytes, rest: bytes) -> None:
    assert isinstance(outcome(start + rest), str)


@pytest.mark.parametrize("kind", FILES)
def test_a_truncated_file_says_nothing_wrong(kind: str) -> None:
    content = FILES[kind]
    for length in range(0, len(content), max(1, len(content) // 40)):
        said = outcome(content[:length])
        assert isinstance(said, str) or said == TOLD


@CALM
@given(st.data())
@pytest.mark.parametrize("kind", FILES)
def test_a_flipped_byte_is_noticed_or_changes_nothing(kind: str, data: Any) -> None:
    content = bytearray(FILES[kind])
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    said = outcome(bytes(content))
    assert isinstance(said, str) or said == TOLD


@CALM
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    ),
    st.sampled_from(sorted(json.loads(TOLD.to_json()))),
)
def test_any_value_in_any_place_does_no_harm(value: Any, name: str) -> None:
    told = json.loads(TOLD.to_json()) | {name: value}
    said = outcome(json.dumps({"provenance": told}).encode())
    assert isinstance(said, str) or said == TOLD


def test_entities_and_document_types_are_refused() -> None:
    for declared in ('<!ENTITY a "2026">', '<!ENTITY a SYSTEM "file:///etc/hostname">', ""):
        picture = f'<!DOCTYPE svg [{declared}]><svg xmlns="http://www.w3.org/2000/svg"><metadata>{{}}</metadata></svg>'
        assert outcome(f"<?xml version='1.0'?>{picture}".encode()) == "damaged"
    assert outcome(FILES["svg"]) == TOLD


def test_a_pickle_is_never_opened() -> None:
    assert outcome(pickle.dumps(TOLD)) == "unknown_kind"
    assert outcome(zipped({"provenance.json": pickle.dumps(TOLD)})) == "damaged"


@pytest.mark.parametrize(
    "members",
    [
        {"provenance.json": b" " * (AT_MOST_BYTES + 1)},
        {"xl/workbook.xml": SHEETS.encode(), "xl/_rels/workbook.xml.rels": b" " * (AT_MOST_BYTES + 1)},
        {
            "xl/workbook.xml": SHEETS.encode(),
            "xl/_rels/workbook.xml.rels": LINKS.encode(),
            "xl/worksheets/sheet1.xml": b"<a>" + b"<b/>" * (AT_MOST_ELEMENTS + 1) + b"</a>",
        },
        {f"{number}": b"" for number in range(AT_MOST_MEMBERS + 1)},
    ],
    ids=["member", "links", "cells", "names"],
)
def test_a_zip_that_unpacks_to_too_much_is_left_unread(members: dict[str, bytes]) -> None:
    assert outcome(zipped(members)) == "too_large"


def test_json_of_countless_lists_is_left_unread() -> None:
    assert outcome(b'{"a":[' + b"[]," * AT_MOST_ELEMENTS + b"[]]}") == "too_large"


def test_a_bomb_takes_no_more_memory_than_the_limit() -> None:
    content = zipped({"provenance.json": b" " * 150_000_000})
    tracemalloc.start()
    said = outcome(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(content) < 1_000_000, said) == (True, "too_large")
    assert most < 4 * AT_MOST_BYTES < 150_000_000


@pytest.mark.parametrize(
    "content",
    [
        b"{" + b"[" * 200_000,
        b'{"provenance":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"<html>" + b'<script type="application/json" id="provenance"' * 20_000,
        b"<svg>" + b"<g>" * 400_000,
        b"%PDF-1.7\n" + b"1 0 obj\n<<" * 20_000,
        b'{"provenance":{"format":"harta-tqnj/1","checksum":' + b"9" * 1_000_000 + b"}}",
    ],
    ids=["open lists", "deep lists", "scripts", "deep groups", "objects", "long number"],
)
def test_what_is_made_to_take_long_does_not(content: bytes) -> None:
    start = time.process_time()
    assert isinstance(outcome(content), str)
    assert time.process_time() - start < 4
