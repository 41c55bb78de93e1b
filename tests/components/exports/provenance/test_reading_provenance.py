"""Every kind of file says again what was written into it; a changed word is noticed; each other file has its reason."""

import json
from itertools import count

import pytest

from components.exports.provenance.model import Provenance
from components.exports.provenance.problems import REASONS, ProvenanceProblem
from components.exports.provenance.reading import ENDINGS, LARGEST, read_provenance
from tests.components.exports.provenance.carriers import CARRIERS, document, figure, provenance, svg, workbook, zipped

TOLD = provenance()


def problem_of(content: bytes) -> ProvenanceProblem:
    with pytest.raises(ProvenanceProblem) as caught:
        read_provenance(content, "file")
    assert caught.value.reason in REASONS
    return caught.value


def retold(**changed: object) -> bytes:
    return json.dumps({"provenance": json.loads(TOLD.to_json()) | changed}).encode()


@pytest.mark.parametrize("kind", CARRIERS)
def test_what_was_written_is_read_back(kind: str) -> None:
    read = read_provenance(CARRIERS[kind](TOLD), f"file.{kind}")
    assert read == TOLD
    assert read.figures[1]["value"] is None and read.figures[1]["status"] == "suppressed"


@pytest.mark.parametrize("kind", CARRIERS)
def test_the_name_decides_nothing(kind: str) -> None:
    assert read_provenance(CARRIERS[kind](TOLD), "anything.exe") == TOLD


def test_every_kind_that_is_read_can_be_dropped() -> None:
    assert set(ENDINGS) == set(CARRIERS)


@pytest.mark.parametrize(
    "changed",
    [
        {"release": "2020-01-01-0000"},
        {"title": "Another finding"},
        {"demonstration": True},
        {"view": ""},
        {"figures": [figure(value=12.0)]},
        {"checksum": "0" * 64},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_an_edited_file_is_noticed_and_still_tells(changed: dict[str, object]) -> None:
    problem = problem_of(retold(**changed))
    assert problem.reason == "edited"
    assert isinstance(problem.found, Provenance)
    name = next(iter(changed))
    assert name == "checksum" or getattr(problem.found, name) != getattr(TOLD, name)


def test_an_edited_picture_is_noticed() -> None:
    content = svg(TOLD)
    assert b"2026-11-23-a41f" in content
    assert problem_of(content.replace(b"2026-11-23-a41f", b"2026-11-24-a41f")).reason == "edited"


def test_a_later_format_is_named_as_such() -> None:
    assert problem_of(retold(format="harta-tqnj/2")).reason == "other_format"


@pytest.mark.parametrize(
    "changed",
    [
        {"format": "other/1"},
        {"made": "yesterday"},
        {"filters": "Vajza"},
        {"filters": ["x"] * 501},
        {"sources": [1]},
        {"title": "x" * 10_001},
        {"demonstration": "no"},
        {"rules": {"hide": 1}},
        {"figures": [figure(value=float("nan"))]},
        {"figures": [figure(value=float("inf"))]},
        {"figures": [figure(n="66")]},
        {"figures": [figure(value=True)]},
        {"figures": [figure(status="fine")]},
        {"figures": [figure(area=7)]},  # type: ignore[arg-type]
        {"figures": [figure(more=1)]},
        {"figures": {}},
        {"extra": 1},
    ],
    ids=str,
)
def test_what_is_not_of_our_form_is_damaged(changed: dict[str, object]) -> None:
    assert problem_of(retold(**changed)).reason == "damaged"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "unknown_kind"),
        (b"value;n\n1;2\n", "unknown_kind"),
        (b"GIF89a", "unknown_kind"),
        (b"{}", "no_provenance"),
        (b"{", "damaged"),
        (b'{"provenance": 5}', "damaged"),
        (b'{"provenance": []}', "damaged"),
        (b'{"provenance": "\\ud800"}', "damaged"),
        (document(TOLD).replace(b"73.7", b"1e400"), "damaged"),
        (document(TOLD).replace(b"73.7", b"1" * 400), "damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_provenance"),
        (b"<svg", "damaged"),
        (b"<html></html>", "no_provenance"),
        (b"%PDF-1.7", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"PAR1", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (zipped({"word/document.xml": b"<a/>"}), "no_provenance"),
        (zipped({"xl/workbook.xml": b"<workbook><sheet name='Data'/></workbook>"}), "no_provenance"),
        (zipped({"xl/workbook.xml": b"<workbook><sheet name='provenance'/></workbook>"}), "damaged"),
        (b"{" + b" " * LARGEST, "too_large"),
    ],
    ids=count(),  # content would do, were there no times of packing in it
)
def test_every_other_file_has_its_reason(content: bytes, reason: str) -> None:
    problem = problem_of(content)
    assert (problem.reason, problem.found) == (reason, None)


def test_a_workbook_without_its_hidden_sheet_has_no_provenance() -> None:
    content = workbook(TOLD)
    assert read_provenance(content, "") == TOLD
    empty = zipped({"xl/workbook.xml": b"<workbook><sheets/></workbook>", "provenance.json": TOLD.to_json().encode()})
    assert problem_of(empty).reason == "no_provenance"
