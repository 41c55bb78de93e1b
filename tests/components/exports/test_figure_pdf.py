"""The PDF of a framed picture, as programs of other people read it."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from components.exports.figure_pdf import pdf_of
from components.exports.picture import framed_svg
from components.exports.provenance.parsing import provenance_of
from tests.components.exports.framed import FRAME, MAP
from tests.components.exports.provenance.carriers import provenance

TOLD = provenance()
METADATA = {"provenance": TOLD.to_json()}
MARK = "SHIFRA DEMONSTRUESE"
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><text x="9" y="90">Dibër 73,7 %</text></svg>'
PLAIN = framed_svg(DRAWN, **FRAME | {"metadata": METADATA})
MARKED = framed_svg(DRAWN, **FRAME | {"metadata": METADATA}, watermark=MARK)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both pictures as files: plain.pdf, marked.pdf."""
    place = tmp_path_factory.mktemp("figures")
    for name, svg in (("plain", PLAIN), ("marked", MARKED)):
        (place / f"{name}.pdf").write_bytes(pdf_of(svg))
    return place


def said_by(program: str, *arguments: str | Path) -> str:
    """What a program of poppler prints."""
    found = shutil.which(program)
    assert found, f"{program} of poppler-utils is needed"
    command = [found, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ["plain", "marked"])
def test_every_line_can_be_copied_as_text(folder: Path, name: str) -> None:
    text = flat(said_by("pdftotext", folder / f"{name}.pdf", "-"))
    for words in (FRAME["product"], FRAME["title"], FRAME["caption"], *FRAME["pills"], "Dibër 73,7 %"):
        assert flat(words) in text
    assert (MARK in text) == (name == "marked")


def test_all_typefaces_are_ours_and_inside(folder: Path) -> None:
    rows = said_by("pdffonts", folder / "plain.pdf").splitlines()[2:]
    assert {re.split(r"\s+", row)[0].partition("+")[2] for row in rows} == {
        "SourceSans3-Regular",
        "SourceSans3-Semibold",
        "SourceSerif4-Semibold",
    }
    assert all(re.search(r"Identity-H\s+yes yes yes", row) for row in rows)


def test_the_page_is_the_picture(folder: Path) -> None:
    told = said_by("pdfinfo", folder / "plain.pdf")
    height = int(re.findall(r'<svg[^>]* height="(\d+)"', PLAIN)[0])
    assert re.search(r"Pages:\s+1\n", told)
    assert re.search(rf"Page size:\s+900 x {0.75 * height:g} pts", told)


def test_it_says_what_it_is_and_can_be_read_aloud(folder: Path) -> None:
    reader = PdfReader(folder / "plain.pdf")
    told, catalog = reader.metadata, reader.root_object
    assert told is not None
    assert (told.title, told.author, told.subject) == (FRAME["title"], FRAME["product"], FRAME["caption"])
    assert told.creation_date is not None and told.creation_date.date().isoformat() == TOLD.made
    assert catalog["/Lang"] == "sq"
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data()
    figure = alternative_text(catalog["/StructTreeRoot"])
    for words in (FRAME["title"], FRAME["caption"], *FRAME["notes"], "Dibër 73,7 %"):
        assert flat(words) in figure


def alternative_text(node: object) -> str:
    """The alternative texts below a node of the structure tree, joined."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return "".join(alternative_text(each) for each in node)
    return str(node.get("/Alt", "")) + alternative_text(node.get("/K", [])) if isinstance(node, dict) else ""


def test_the_provenance_is_attached(folder: Path) -> None:
    assert "provenance.json" in said_by("pdfdetach", "-list", folder / "marked.pdf")
    (attached,) = PdfReader(folder / "marked.pdf").attachments["provenance.json"]
    assert provenance_of(attached) == TOLD


def test_the_mark_of_demonstration_is_drawn_across_the_page(folder: Path) -> None:
    for name in ("plain", "marked"):
        said_by("pdftoppm", "-r", "24", "-gray", "-singlefile", folder / f"{name}.pdf", folder / name)
    plain, marked = ((folder / f"{name}.pgm").read_bytes() for name in ("plain", "marked"))
    paler = [sum(grey < 245 for grey in picture[20:]) / len(picture) for picture in (plain, marked)]
    assert paler[1] > paler[0] + 0.1


def test_the_same_picture_is_the_same_file(folder: Path) -> None:
    assert pdf_of(MARKED) == (folder / "marked.pdf").read_bytes()
    assert pdf_of(PLAIN, provenance(made="2025-01-01")) != pdf_of(PLAIN)


def test_a_picture_without_provenance_has_no_date_and_no_attachment() -> None:
    reader = PdfReader(io.BytesIO(pdf_of(framed_svg(MAP, **FRAME | {"metadata": None}))))
    assert dict(reader.attachments) == {}
    assert reader.metadata is not None and reader.metadata.creation_date is None


def test_what_is_no_framed_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        pdf_of(DRAWN)


def test_a_letter_that_our_typefaces_lack_is_named_not_left_blank() -> None:
    with pytest.raises(ValueError, match="漢"):
        pdf_of(framed_svg(MAP, **FRAME | {"title": "漢", "metadata": None}))
