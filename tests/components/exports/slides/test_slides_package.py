"""The file as other programs take it: its parts, ids and references, the order of its charts' elements, LibreOffice."""

import io
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from lxml import etree
from openpyxl.chart.axis import NumericAxis, TextAxis
from openpyxl.chart.bar_chart import BarChart
from openpyxl.chart.chartspace import ChartContainer
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.title import Title
from pptx import Presentation
from sample_slides import ALL, COMPARED, WORDS

from components.exports.slides.deck import deck_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Which elements stand below which, in which order: the standard's, which openpyxl follows too where it is named here.
ORDERS = {
    "chartSpace": ("date1904", "lang", "roundedCorners", "chart", "spPr", "txPr", "externalData"),
    "chart": ChartContainer.__elements__,
    "plotArea": ("layout", "barChart", "catAx", "valAx", "spPr"),
    "catAx": TextAxis.__elements__,
    "valAx": NumericAxis.__elements__,
    "barChart": BarChart.__elements__,
    "errBars": ("errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "val", "spPr"),
    "dLbls": ("delete", "dLbl", "numFmt", "spPr", "txPr", *DataLabelList.__elements__[4:]),
    "dLbl": ("idx", "layout", "tx", *DataLabel.__elements__[1:]),
    "legend": Legend.__elements__,
    "title": Title.__elements__,
    "ser": ("idx", "order", "tx", "spPr", "invertIfNegative", "dPt", "dLbls", "trendline", "errBars", "cat", "val"),
}


@pytest.fixture(scope="module")
def content() -> bytes:
    return deck_of(ALL, words=WORDS)


@pytest.fixture(scope="module")
def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        names = file.namelist()
        assert len(names) == len(set(names))
        return {name: file.read(name) for name in names}


@pytest.fixture(scope="module")
def pdf(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck as LibreOffice shows it."""
    folder = tmp_path_factory.mktemp("slides")
    (folder / "deck.pptx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "deck.pptx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder / "deck.pdf"


def xml_parts(parts: dict[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            yield name, etree.fromstring(content)


def test_every_part_is_xml_and_has_a_type(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {each.get("PartName") for each in types if each.get("PartName")}
    endings = {each.get("Extension") for each in types if each.get("Extension")}
    assert named == {f"/{name}" for name in parts} & named, "no type without its part"
    for name in parts:
        assert name == "[Content_Types].xml" or f"/{name}" in named or name.rpartition(".")[2] in endings
    assert len(list(xml_parts(parts))) > 40


def test_every_reference_leads_somewhere_and_every_part_is_referred_to(parts: dict[str, bytes]) -> None:
    reached = set()
    for name, relations in xml_parts(parts):
        if not name.endswith(".rels"):
            continue
        source = PurePosixPath(name).parent.parent / PurePosixPath(name).stem
        ids = [each.get("Id") for each in relations]
        assert len(ids) == len(set(ids))
        for each in relations:
            if each.get("TargetMode") != "External":
                target = resolved(source.parent, each.get("Target"))
                assert target in parts, (name, target)
                reached.add(target)
        if str(source) in parts:
            used = set(re.findall(rb'r:(?:id|embed|link)="([^"]+)"', parts[str(source)]))
            assert used <= {str(each).encode() for each in ids}, name
    loose = {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"} - reached
    assert not loose


def resolved(folder: PurePosixPath, target: str) -> str:
    """Where a reference leads: from the root, or up and down from its part's folder."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = [*folder.parts]
    for step in target.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)


def test_no_shape_of_a_page_shares_its_number(parts: dict[str, bytes]) -> None:
    pages = [(name, root) for name, root in xml_parts(parts) if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(pages) == page_count(parts)
    for name, root in pages:
        counted = Counter(each.get("id") for each in root.iter("{*}cNvPr"))
        assert max(counted.values()) == 1, name


def page_count(parts: dict[str, bytes]) -> int:
    return len(etree.fromstring(parts["ppt/presentation.xml"]).find("{*}sldIdLst"))


def test_charts_have_their_elements_in_the_standards_order(parts: dict[str, bytes]) -> None:
    checked = Counter[str]()
    for name, root in xml_parts(parts):
        if not name.startswith("ppt/charts/chart"):
            continue
        for element in root.iter(*(f"{C}{tag}" for tag in ORDERS)):
            tag = element.tag.removeprefix(C)
            order = [*ORDERS[tag], "extLst"]
            below = [each.tag.removeprefix(C) for each in element]
            places = [order.index(each) for each in below]
            assert places == sorted(places), (name, tag, below)
            checked[tag] += 1
    assert set(checked) == set(ORDERS)


def test_nothing_of_somebody_elses_empty_file_is_left(parts: dict[str, bytes]) -> None:
    assert not [
        name for name in parts if "thumbnail" in name or "printerSettings" in name or name == "docProps/app.xml"
    ]
    assert len([name for name in parts if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name)]) == 2


def test_python_pptx_writes_it_again(content: bytes) -> None:
    deck, again = Presentation(io.BytesIO(content)), io.BytesIO()
    deck.save(again)
    assert len(Presentation(again).slides) == len(deck.slides)


def test_libreoffice_shows_every_page_and_the_charts_words(content: bytes, pdf: Path) -> None:
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    assert int(re.findall(r"Pages:\s+(\d+)", told)[0]) == len(Presentation(io.BytesIO(content)).slides)
    words = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for said in (
        COMPARED.title,
        "(74,6 %) · n 46",
        "0,0 % · n 60",
        "pak përgjigje",
        "Shërbimi 14",
        WORDS.demonstration,
    ):
        assert said in words
    assert words.count("73,7 % · n 66") == 2, "on the comparison's chart and on that of one side"


def test_libreoffice_sets_no_word_outside_a_page_and_breaks_titles_where_we_do(pdf: Path) -> None:
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    widths = [float(width) for width in re.findall(r'<page width="([\d.]+)"', boxes)]
    right = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    bottom = [float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes)]
    assert len(right) > 200
    assert max(right) <= widths[0]
    assert max(bottom) <= widths[0] * 9 / 16
