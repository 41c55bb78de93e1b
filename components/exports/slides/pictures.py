"""Pictures on a page, each with its text for a screen reader."""

import io
from typing import Any

from pptx.slide import Slide as Page

from components.exports.slides.fitting import Box
from components.exports.slides.frame import add_notes, new_page
from components.exports.slides.model import Picture, Slide
from components.exports.slides.stage import BODY, Stage
from components.exports.slides.writing import placed


def add_picture(page: Page, picture: Picture, box: Box) -> None:
    """The picture as large as it fits the box, at its upper left corner."""
    width = min(box.width, box.height * picture.shape)
    place = Box(box.left, box.top, width, width / picture.shape)
    drawn: Any = page.shapes.add_picture(io.BytesIO(picture.png), *placed(place))
    drawn._element.nvPicPr.cNvPr.set("descr", picture.described)
    drawn._element.nvPicPr.cNvPr.set("title", picture.label or picture.described.partition(".")[0])


def add_picture_pages(stage: Stage, slide: Slide) -> None:
    """A page for each wide picture, in its middle."""
    for picture in slide.pictures:
        page = new_page(stage, slide.title, is_demonstration=slide.is_demonstration, foot=slide.short_source)
        width = min(BODY.width, BODY.height * picture.shape)
        add_picture(page, picture, Box(BODY.left + (BODY.width - width) / 2, BODY.top, width, BODY.height))
        add_notes(stage, page, slide.notes)
