"""Tables handed back by anybody: whatever is in them, the page has words for it, in bounded time."""

import io
import time
from typing import Any

import pandas as pd
import pytest
from bombs import BOMBS
from hypothesis import strategies as st
from throwing import flipped, texts, throw

from components.downloads.tables.table import table_of
from components.exports.provenance.problems import REASONS, ProvenanceProblem
from components.exports.provenance.reading import LARGEST
from components.exports.tables.formats import FORMATS
from components.sections.data.check_figures import worded_figures
from components.sections.data.check_handed import Handed, read_handed
from components.sections.data.check_verdict import verdict_on_file
from components.sections.data.check_wording import cell_words, headline, left_out, origin
from data import Release
from i18n import words

T = words("sq")
PATIENCE = 10.0  # seconds of the processor


def outcome(content: bytes) -> Handed | str:
    try:
        return read_handed(content, "file")
    except ProvenanceProblem as problem:
        assert problem.reason in REASONS
        return problem.reason


def said(handed: Handed, atlas: Release) -> list[str]:
    """Everything that the page says of the file."""
    verdict = verdict_on_file(handed, atlas)
    cells = [str(cell_words(cell)) for cell in verdict.wrong[:20]]
    return [headline(T, verdict), *origin(T, verdict, atlas.info.id), *left_out(T, handed, verdict), *cells]


@pytest.fixture(scope="module")
def files(atlas: Release) -> dict[str, bytes]:
    rows = atlas.rows_of("school_attendance_15_17").head(4).reset_index(drop=True)
    table = table_of(T, atlas, rows, title="T", caption="C", filters=())
    return {code: form.make(table) for code, form in FORMATS.items()}


def test_real_tables_spoiled(atlas: Release, files: dict[str, bytes]) -> None:
    def check(case: tuple[str, Any]) -> None:
        handed = outcome(flipped(files[case[0]], case[1].draw))
        if isinstance(handed, Handed):
            assert all(said(handed, atlas))
            worded_figures(T, atlas, verdict_on_file(handed, atlas).figures)

    throw("upload: tables", st.tuples(st.sampled_from(sorted(files)), st.data()), check)


def test_any_word_in_any_cell(atlas: Release, files: dict[str, bytes]) -> None:
    clean = pd.read_csv(io.BytesIO(files["csv"]), dtype=str, keep_default_na=False)

    def check(case: tuple[str, str]) -> None:
        changed = clean.assign(**{case[0]: case[1]})
        handed = outcome(changed.to_csv(index=False).encode("utf-8", "replace"))
        if isinstance(handed, Handed):
            assert all(said(handed, atlas))
            worded_figures(T, atlas, verdict_on_file(handed, atlas).figures)

    throw("upload: words in tables", st.tuples(st.sampled_from(sorted(clean)), texts), check)


@pytest.mark.parametrize("name", BOMBS)
def test_small_files_that_unpack_to_much(name: str) -> None:
    start = time.process_time()
    assert isinstance(outcome(BOMBS[name][0]()), str)
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize("content", [b"a,b\n" * (LARGEST // 4), b"," * LARGEST, b'a,b\n"' + b"x" * (LARGEST - 9)])
def test_long_csv(content: bytes) -> None:
    start = time.process_time()
    assert isinstance(outcome(content), str)
    assert time.process_time() - start < PATIENCE
