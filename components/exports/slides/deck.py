"""The deck: title, every exhibit, sources; one file that PowerPoint and LibreOffice open as it is."""

import datetime
import io
from collections.abc import Sequence

from components.exports.limits import PROPERTY, properties
from components.exports.slides.chart_page import Block, add_chart_page, add_text_pages, says_caption
from components.exports.slides.ends import add_source_pages, add_title_page
from components.exports.slides.map_page import add_map_page, has_caption
from components.exports.slides.model import DeckWords, Progress, Slide, TableSlide
from components.exports.slides.pictures import add_picture_pages
from components.exports.slides.stage import LANGUAGES, Stage
from components.exports.slides.table_page import add_table_pages
from components.exports.slides.template import empty_presentation


def deck_of(
    slides: Sequence[Slide | TableSlide], *, words: DeckWords, progress: Progress = lambda share, step: None
) -> bytes:
    """The slides as a presentation of PowerPoint (PPTX), 16 to 9.

    An exhibit takes a page with its map and one with its chart; what they have no room for follows on pages of words.
    `progress` hears the share that is done and the title of the slide in work.
    ValueError: no slides.
    """
    if not slides:
        raise ValueError("a deck needs a slide")
    stage = Stage(empty_presentation(words.language), words)
    describe(stage)
    made_up = any(slide.is_demonstration for slide in slides)
    add_title_page(stage, is_demonstration=made_up, notes=[words.subtitle, words.made, *words.licence])
    for number, slide in enumerate(slides):
        progress(number / len(slides), slide.title)
        add_table_pages(stage, slide) if isinstance(slide, TableSlide) else add_exhibit(stage, slide)
    add_source_pages(stage, [citation for slide in slides for citation in slide.citations])
    written = io.BytesIO()
    stage.presentation.save(written)
    return written.getvalue()


def add_exhibit(stage: Stage, slide: Slide) -> None:
    """All pages of one exhibit: everything that it says stands on one of them."""
    said = add_map_page(stage, slide) if slide.maps else 0
    add_picture_pages(stage, slide)
    if slide.table:
        add_table_pages(stage, slide.table)
    caption = () if has_caption(slide) or says_caption(slide) or slide.table else (slide.caption,)
    blocks: list[Block] = [("", (*caption, *slide.sentences[said:])), (stage.words.limits, slide.limits)]
    blocks = [block for block in blocks if block[1]]
    if slide.chart:
        blocks = add_chart_page(stage, slide, slide.chart, blocks)
    add_text_pages(stage, slide, blocks)


def describe(stage: Stage) -> None:
    """Title, language, date and release among the file's properties."""
    told, words = stage.presentation.core_properties, stage.words
    texts = {
        "title": words.title,
        "subject": words.subtitle,
        "author": words.product,
        "last_modified_by": words.product,
        "language": LANGUAGES[words.language],
        "keywords": keywords_of(words.keywords),
        "comments": words.release,
    }
    for name, text in properties(texts).items():
        setattr(told, name, text)
    told.created = told.modified = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


def keywords_of(keywords: Sequence[str]) -> str:
    """The first keywords, as many as a file's properties take."""
    told = ""
    for keyword in keywords:
        longer = f"{told}; {keyword}" if told else keyword
        if len(longer) > PROPERTY:
            break
        told = longer
    return told
