"""Files handed back by anybody: real ones spoiled, claims that no file of ours makes, and small files that unpack to
much. Either a provenance, or one of the reasons, in bounded time and memory; and whatever a file says can be shown."""

import json
import resource
import time
from typing import Any

import pandas as pd
import pytest
from bombs import BOMBS
from hypothesis import strategies as st
from throwing import COUNTS, TEXTS, flipped, texts, throw

from components.address.known import known_codes
from components.exports.provenance.bounded import AT_MOST_BYTES
from components.exports.provenance.in_pictures import AT_MOST_CHUNKS, LARGEST_PDF
from components.exports.provenance.model import FIGURE, Provenance
from components.exports.provenance.parsing import GREATEST, provenance_from
from components.exports.provenance.problems import REASONS, ProvenanceProblem
from components.exports.provenance.reading import LARGEST, LARGEST_MB, read_provenance
from components.sections.data import check_verdict as verdicts
from components.sections.data.check_figures import cells_of, worded_figures
from components.sections.data.check_reopening import place_of
from components.sections.data.check_verdict import verdict_on
from components.sections.data.check_wording import headline, origin
from data import Release
from data.model.observations import STATUSES
from i18n import LANGUAGES, words
from tests.components.exports.provenance.carriers import CARRIERS, figure, provenance

TOLD = provenance()
FILES = {kind: carrier(TOLD) for kind, carrier in CARRIERS.items()}
PATIENCE = 5.0  # seconds of the processor for one file of the largest size
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def outcome(content: bytes, name: str = "file") -> Provenance | str:
    """The provenance, or the reason why there is none; anything else fails the test."""
    try:
        return read_provenance(content, name)
    except ProvenanceProblem as problem:
        assert problem.reason in REASONS
        return problem.reason


def test_real_files_spoiled() -> None:
    def check(case: tuple[str, Any, str]) -> None:
        kind, data, name = case
        said = outcome(flipped(FILES[kind], data.draw), name)
        assert isinstance(said, str) or said == TOLD

    throw("upload: mutated", st.tuples(st.sampled_from(sorted(FILES)), st.data(), texts), check)


numbers = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.just(10**300))
codes = st.one_of(
    texts, st.sampled_from(["AL-09", "all", "f", "2017/2018", "9999-12", "0000", "people", "heard", "AL-09.name"])
)
figures = st.fixed_dictionaries(
    {name: codes for name in FIGURE if name not in ("value", "value_low", "value_upp", "n", "status")}
    | dict.fromkeys(("value", "value_low", "value_upp", "n"), numbers)
    | {"status": st.sampled_from(STATUSES)}
)
claims = st.fixed_dictionaries(
    {
        **dict.fromkeys(("release", "version", "view", "language", "title", "caption", "method", "licence"), texts),
        "address": st.one_of(texts, texts.map(lambda text: f"https://x/qarku?county=AL-09&lang={text}")),
        "filters": st.lists(texts, max_size=3).map(tuple),
        "figures": st.lists(figures, max_size=3).map(tuple),
        "made": st.one_of(st.dates().map(str), st.sampled_from(["0001-01-01", "9999-12-31", "2026-W48-1", "20261124"])),
        "demonstration": st.booleans(),
    }
)


def test_whatever_a_file_claims_can_be_shown(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is sound in form and check sum, and hostile in every word: words it is shown with, and cells in
    which no sign of them is markup."""
    few = pd.concat([atlas.observations.head(50), atlas.survey.observations.head(50)], ignore_index=True)
    monkeypatch.setattr(verdicts, "rows_now", lambda release: few)
    known = known_codes(atlas)

    def check(claimed: dict[str, Any]) -> None:
        try:
            told = provenance_from(json.loads(provenance(**claimed).to_json()))
        except (ProvenanceProblem, UnicodeEncodeError) as refused:  # no UTF-8 can hold half a character
            assert isinstance(refused, UnicodeEncodeError) or refused.reason == "damaged"
            return
        verdict = verdict_on(told, atlas)
        place_of(told, known)
        for language in LANGUAGES:
            t = words(language)
            assert headline(t, verdict) and all(origin(t, verdict, "x"))
            for row in cells_of(worded_figures(t, atlas, verdict.figures)):
                for cell in row.values():
                    assert "<" not in cell.replace("<small>", "").replace("</small>", "")

    throw("upload: claims", claims, check)


@pytest.mark.parametrize("number", [1e300, 10**300, -1e300, GREATEST * 1.001])
def test_a_number_that_no_figure_has_is_damaged(number: float) -> None:
    content = CARRIERS["json"](provenance(figures=(figure(value=number),)))
    assert outcome(content) == "damaged"
    assert isinstance(outcome(CARRIERS["json"](provenance(figures=(figure(value=GREATEST),)))), Provenance)


@pytest.mark.parametrize("name", BOMBS)
def test_small_files_that_unpack_to_much(name: str) -> None:
    make, reason = BOMBS[name]
    content = make()
    assert len(content) <= LARGEST
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    assert outcome(content) == reason
    assert time.process_time() - start < PATIENCE
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < 8 * AT_MOST_BYTES


def test_the_counts_and_limits_are_those_of_our_files() -> None:
    """What bounds hostile files leaves ours alone."""
    assert len(BOMBS) == COUNTS["upload: bombs"]
    assert len(FILES["pdf"]) < LARGEST_PDF / 10
    assert FILES["png"].count(b"IDAT") < AT_MOST_CHUNKS / 10
    assert "20" in words("en")("check.problem.too_large") and LARGEST_MB == 20
    assert TEXTS and all(outcome(FILES[kind], text) == TOLD for kind in FILES for text in TEXTS[:3])
