"""Files and codebooks at the steward's desk: a file that is taken, or problems in words; never a trace, and never a
whole record of somebody in a message."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import strategies as st
from throwing import FORMULAS, MARK, TEXTS, flipped, texts, throw

from data.__main__ import main
from data.model.errors import SourceError
from data.reading.read_file import ACCEPTED, read_file
from tests.data.services.record_files import COUNTS, RECORDS
from tests.data.survey.intake.wave_files import answers, codebook_file

PRACTICE = Path(__file__).parents[1] / "data" / "survey" / "intake" / "pspp"
SOURCES = "id,title,publisher,year,address\ns001,Survey,Office,2020,\n"
LONGEST = 400  # characters of a line of a message: place, expectation, and what was found in one cell


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A small file of each kind that is taken in."""
    folder = tmp_path_factory.mktemp("originals")
    frame = answers().head(30).astype(str)
    frame.to_excel(folder / "a.xlsx", index=False)
    return {
        ".csv": frame.to_csv(index=False).encode(),
        ".xlsx": (folder / "a.xlsx").read_bytes(),
        ".sav": (PRACTICE / "young_people_SYNTHETIC.sav").read_bytes(),
        ".dta": (PRACTICE / "young_people_SYNTHETIC_stata14.dta").read_bytes(),
    }


def test_files_of_answers(tmp_path: Path, originals: dict[str, bytes]) -> None:
    def check(case: tuple[str, str, Any, bytes]) -> None:
        kind, ending, data, other = case
        content = flipped(originals[kind], data.draw) if kind else other
        path = tmp_path / f"wave{kind or ending}"
        path.write_bytes(content)
        try:
            read_file(path)
        except SourceError as refused:
            lines = str(refused).splitlines()
            assert refused.problems and max(map(len, lines)) < LONGEST, max(lines, key=len)

    rows = st.lists(st.lists(texts, max_size=4).map(",".join), max_size=5).map("\n".join)
    other = st.one_of(st.binary(max_size=400), rows.map(lambda text: text.encode("utf-8", "surrogatepass")))
    kinds = st.sampled_from([".csv", ".csv", ".xlsx", ".sav", ".dta", ""])
    throw("import: files", st.tuples(kinds, st.sampled_from(ACCEPTED), st.data(), other), check)


def desk(folder: Path) -> list[str]:
    """The places of an import of the test's own."""
    (folder / "sources" / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    told = {"--private": folder / "private", "--results": folder / "results", "--sources": folder / "sources"}
    return [str(part) for pair in told.items() for part in pair]


def spoiled(text: str, draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """A codebook with some of its lines changed, doubled or left out, or of a text that is none."""
    lines = text.splitlines()
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        name = lines[place].partition("=")[0]
        values = st.one_of(
            texts.map(repr), st.sampled_from(["1", "[]", "{}", "true", "1e400", "[1, 'x']", "2020-01-01", '""'])
        )
        match draw(st.integers(0, 4)):
            case 0:
                lines[place] = f"{name}= {draw(values)}"
            case 1:
                lines.insert(place, lines[place])
            case 2 if len(lines) > 1:
                del lines[place]
            case 3:
                lines[place] = draw(texts)
            case _:
                lines.insert(place, f"{draw(st.sampled_from(['known', 'x', 'roles']))} = {draw(values)}")
    return "\n".join(lines)


def test_codebooks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Through the command itself, with a sound file of answers beside a hostile codebook."""
    places, frame = desk(tmp_path), answers()
    frame.to_csv(tmp_path / "w1.csv", index=False)
    good = [codebook_file(tmp_path, name="good.toml").read_text(encoding="utf-8"), RECORDS, COUNTS]

    def check(case: tuple[str, Any]) -> None:
        text, data = case
        codebook = tmp_path / "w1.toml"
        codebook.write_bytes(spoiled(text, data.draw).encode("utf-8", "surrogatepass"))
        code = main(["import", str(tmp_path / "w1.csv"), "--codebook", str(codebook), *places])
        said = capsys.readouterr()
        assert code in (0, 1) and bool(said.err) == (code == 1)
        assert "Traceback" not in said.err

    throw("import: codebooks", st.tuples(st.sampled_from(good), st.data()), check)


def test_no_message_repeats_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file whose cells are all wrong: each line says one cell, cut short, never a person's other answers."""
    places = desk(tmp_path)
    hostile = [*TEXTS, *FORMULAS]
    frame = answers()
    wrong = pd.DataFrame(
        {column: [f"{MARK}{number}_{place}" for number in range(len(frame))] for place, column in enumerate(frame)}
    )
    wrong.iloc[:100, -1] = [" ".join(each.split()) if each.isprintable() else "x" for each in hostile[:100]]
    text = io.StringIO()
    wrong.to_csv(text, index=False)
    (tmp_path / "w1.csv").write_text(text.getvalue(), encoding="utf-8", errors="replace")
    codebook = codebook_file(tmp_path, name="w1.toml")
    assert main(["import", str(tmp_path / "w1.csv"), "--codebook", str(codebook), *places]) == 1
    said = capsys.readouterr().err
    assert MARK in said
    assert [line for line in said.splitlines() if line.count(MARK) > 1 or len(line) > LONGEST] == []
