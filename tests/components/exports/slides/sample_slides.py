"""Slides to test with: one comparison with a hidden and an unreliable figure, one series, one table."""

import io
from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.util import Emu

from components.exports.png import png_of
from components.exports.slides.deck import deck_of
from components.exports.slides.model import Bar, DeckWords, MapKey, NativeChart, Picture, Side, Slide, TableSlide

PNG = png_of('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50" width="40" height="50"/>')
WORDS = DeckWords(
    language="sq", product="Harta TQNJ", title="Qarku i Dibrës", subtitle="Rreziku", made="Sot", release="Botimi r1.",
    demonstration="SHIFRA DEMONSTRUESE", has_demonstration="Ka shifra demonstruese.", limits="Çfarë nuk mund të themi",
    sources="Burimet", continued="vazhdim", licence=("Licenca MIT.",), figure="Vlera", low="poshtë", upp="sipër",
    below="nën", above="mbi", label="shënimi", state="gjendja", keywords=("r1", "sq"),
)  # fmt: skip
WOMEN = (
    Bar(73.7, 58.9, 84.6, "73,7 % · n 66", "E sigurt"),
    Bar(None, None, None, "pak përgjigje", "E fshehur"),
    Bar(74.62, 56.59, 86.9, "(74,6 %) · n 46", "E pasigurt", is_unreliable=True),
)
MEN = (
    Bar(73.9, 57.0, 85.8, "73,9 % · n 52", "E sigurt"),
    Bar(88.0, None, None, "88,0 %", "E sigurt"),
    Bar(0.0, 0.0, 3.1, "0,0 % · n 60", "E sigurt"),
)
CHART = NativeChart(
    title="Ndjekja e shkollës",
    filters="15–17 vjeç · 2017–18",
    categories=("Dibër", "Kukës · Gra: pak përgjigje", "Shkodër"),
    sides=(Side("Gra", WOMEN), Side("Burra", MEN)),
    number_format='0" %"',
    described="Grafik",
)
SERIES = replace(
    CHART,
    categories=("2015: pak persona", "2021", "2022"),
    sides=(Side("", (WOMEN[1], Bar(16.0, None, None, "16"), Bar(112.0, None, None, "112"))),),
    is_series=True,
)
COMPARED = Slide(
    title="Në Dibër më pak vajza shkollohen se në Shkodër",
    caption="Përqindja e të rinjve që ndjekin shkollën · 2017–18",
    filters="15–17 vjeç",
    sentences=("Vlera është më e ulët për Dibrën.", "Kukësi nuk dallohet."),
    limits=("Burimi jep numrin e rasteve, por jo intervalin.",),
    short_source="Burimi: Global Data Lab, 2022. Botimi r1.",
    notes=("Shënim i folësit <me shenja> & «thonjëza»", "Global Data Lab, «Area Database», 2022. https://example.org/"),
    citations=("Global Data Lab, «Area Database», 2022. https://example.org/",),
    is_demonstration=False,
    legend="(vlerë) me vija: e pasigurt",
    maps=(Picture(PNG, "Harta e grave", 0.8, "Gra"), Picture(PNG, "Harta e burrave", 0.8, "Burra")),
    key=MapKey(("#CFE2F2", "#7FB0DA", "#2C6CA6", "#12436D"), ("50", "70", "80", "90", "100 %")),
    chart=CHART,
)
OVER_TIME = replace(
    COMPARED, title="Demonstrim: 112 viktima", maps=(), key=None, legend="", chart=SERIES, is_demonstration=True
)
ONE_MAP = replace(
    COMPARED,
    title="Një hartë e vetme",
    maps=COMPARED.maps[:1],
    chart=replace(CHART, sides=(Side("", WOMEN),), wholes=(2,)),
)
SERVICES = TableSlide(
    title="Shërbimet në qarkun e Dibrës",
    caption="«Nuk dihet» nuk do të thotë «nuk ka».",
    headings=("Shërbimi", "Cikli 1", "Cikli 2"),
    rows=tuple((f"Shërbimi {number}", "E pranishme", "Nuk dihet") for number in range(15)),
    short_source="Burimet janë 3.",
    notes=("Shërbimet",),
    citations=("MDA, «Raport», 2021.",),
    described="Tabela e shërbimeve",
)
ALL = (COMPARED, OVER_TIME, ONE_MAP, SERVICES)


def opened(*slides: Slide | TableSlide, words: DeckWords = WORDS) -> Any:
    """The deck of these slides, opened again."""
    return Presentation(io.BytesIO(deck_of(slides, words=words)))


def charts(deck: Any) -> list[Any]:
    """The native charts, in their order."""
    return [shape.chart for page in deck.slides for shape in page.shapes if shape.has_chart]


def words_of(page: Any) -> str:
    """Everything that is written on a page: text, tables, titles and categories of charts."""
    told = [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
    for shape in page.shapes:
        if shape.has_table:
            told += [cell.text for row in shape.table.rows for cell in row.cells]
        if shape.has_chart:
            told += [shape.chart.chart_title.text_frame.text, *shape.chart.plots[0].categories]
    return "\n".join(told)


def inches(length: int) -> float:
    """A length of the file in inches."""
    return Emu(length).inches
