"""The deck: what stands on its pages, in its notes and in its properties."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from pptx.oxml.ns import qn
from sample_slides import ALL, COMPARED, ONE_MAP, OVER_TIME, SERVICES, WORDS, charts, inches, opened, words_of

from components.exports.slides.deck import deck_of


@pytest.fixture(scope="module")
def deck() -> Any:
    return opened(*ALL)


def test_a_deck_needs_a_slide() -> None:
    with pytest.raises(ValueError, match="needs a slide"):
        deck_of([], words=WORDS)


def test_it_is_wide_and_has_a_first_and_a_last_page(deck: Any) -> None:
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert deck.slides[0].shapes.title.text == WORDS.title
    last = words_of(deck.slides[-1])
    assert WORDS.sources in last
    for citation in (*COMPARED.citations, *SERVICES.citations, *WORDS.licence):
        assert citation in last
    assert last.count(COMPARED.citations[0]) == 1, "a source that several slides cite stands there once"


def test_everything_that_an_exhibit_says_stands_on_its_pages() -> None:
    for slide in (COMPARED, OVER_TIME, ONE_MAP):
        pages = list(opened(slide).slides)[1:-1]
        told = "\n".join(words_of(page) for page in pages)
        assert all(page.shapes.title.text == slide.title for page in pages)
        for words in (slide.caption, slide.filters, *slide.sentences, WORDS.limits, *slide.limits, slide.short_source):
            assert words in told
        assert len([shape for page in pages for shape in page.shapes if shape.shape_type == 13]) == len(slide.maps)


def test_long_words_take_pages_of_their_own_and_none_is_lost() -> None:
    long = tuple(f"Kufizimi {number}: {'fjalë ' * 60}".strip() for number in range(9))
    deck = opened(replace(COMPARED, sentences=long, limits=long))
    told = "\n".join(words_of(page) for page in deck.slides)
    assert all(told.count(words) == 2 for words in long)


def test_sentences_that_the_map_leaves_no_room_for_follow_on_the_next_pages() -> None:
    many = tuple(
        f"Fjalia {number} thotë diçka për katër qarqet e programit dhe për vendin." for number in range(11, 25)
    )
    pages = [words_of(page) for page in opened(replace(ONE_MAP, sentences=many)).slides]
    assert 0 < sum(words in pages[1] for words in many) < len(many)
    assert all("\n".join(pages).count(words) == 1 for words in many)


def test_every_page_of_an_exhibit_has_the_speakers_notes(deck: Any) -> None:
    noted = [page.notes_slide.notes_text_frame.text for page in deck.slides]
    assert all(noted)
    compared = [
        words for page, words in zip(deck.slides, noted, strict=True) if page.shapes.title.text == COMPARED.title
    ]
    assert set(compared) == {"\n".join(COMPARED.notes)}


def test_demonstration_is_marked_on_every_page_concerned_in_the_chart_and_in_front(deck: Any) -> None:
    for page in deck.slides:
        made_up = page.shapes.title.text == OVER_TIME.title
        assert words_of(page).count(WORDS.demonstration) == (0 if not made_up else 3 if has_chart(page) else 2)
    assert WORDS.has_demonstration in words_of(deck.slides[0])
    assert WORDS.has_demonstration not in words_of(opened(COMPARED).slides[0])
    assert charts(opened(OVER_TIME))[0].chart_title.text_frame.text.startswith(WORDS.demonstration)


def has_chart(page: Any) -> bool:
    return any(shape.has_chart for shape in page.shapes)


@pytest.mark.parametrize(("language", "code"), [("sq", "sq-AL"), ("en", "en-GB")])
def test_every_run_says_its_language(language: str, code: str) -> None:
    deck = opened(*ALL, words=replace(WORDS, language=language))
    parts = [page._element for page in deck.slides] + [page.notes_slide._element for page in deck.slides]
    parts += [chart._chartSpace for chart in charts(deck)]
    runs = [run for part in parts for run in part.iter(qn("a:rPr"), qn("a:endParaRPr"))]
    assert len(runs) > 100
    assert {run.get("lang") for run in runs} == {code}
    assert all(run.find(qn("a:rPr")) is not None for part in parts for run in part.iter(qn("a:r")))
    assert {chart._chartSpace.find(qn("c:lang")).get("val") for chart in charts(deck)} == {code}


def test_the_files_properties_say_title_language_and_release(deck: Any) -> None:
    told = deck.core_properties
    assert (told.title, told.language, told.keywords) == (WORDS.title, "sq-AL", "r1; sq")
    long = opened(COMPARED, words=replace(WORDS, keywords=("r1", "x" * 200, "y" * 200)))
    assert long.core_properties.keywords == f"r1; {'x' * 200}"


def test_pictures_charts_and_tables_have_words_for_who_does_not_see_them(deck: Any) -> None:
    seen = [shape for page in deck.slides for shape in page.shapes if shape.shape_type in (3, 13, 19)]
    described = [next(shape._element.iter(qn("p:cNvPr"))).get("descr") for shape in seen]
    assert len(seen) == 8
    assert set(described) == {"Harta e grave", "Harta e burrave", "Grafik", "Tabela e shërbimeve"}


def test_a_long_table_goes_on_with_its_headings(deck: Any) -> None:
    tables = [shape.table for page in deck.slides for shape in page.shapes if shape.has_table]
    assert len(tables) == 2
    assert all([cell.text for cell in table.rows[0].cells] == list(SERVICES.headings) for table in tables)
    names = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert names == [row[0] for row in SERVICES.rows]


def test_nothing_reaches_over_the_edges_and_what_is_read_aloud_is_large(deck: Any) -> None:
    for page in list(deck.slides)[1:]:
        for shape in page.shapes:
            assert shape.left >= 0 and inches(shape.left + shape.width) <= 13.34
            assert shape.top >= 0 and inches(shape.top + shape.height) <= 7.51
            if not shape.has_text_frame or shape.is_placeholder:
                continue
            sizes = [run.font.size.pt for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
            read_aloud = shape.text_frame.text in (*COMPARED.sentences, *COMPARED.limits, COMPARED.caption)
            assert not sizes or min(sizes) >= (18 if read_aloud else 14)


def test_a_letter_that_xml_cannot_hold_does_not_break_the_file() -> None:
    deck = opened(replace(COMPARED, title="Titull\x0bme\x00shenja", notes=("a\x1fb",)))
    assert deck.slides[1].shapes.title.text == "Titullmeshenja"
    assert deck.slides[1].notes_slide.notes_text_frame.text == "ab"


def test_the_theme_is_ours(deck: Any) -> None:
    theme = etree.fromstring(deck.slide_master.part.part_related_by(THEME).blob)
    faces = [face.get("typeface") for face in theme.iter(qn("a:latin"))]
    assert faces[:2] == ["Arial", "Arial"]
    assert theme.find(f".//{qn('a:accent1')}/{qn('a:srgbClr')}").get("val") == "12436D"


THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
