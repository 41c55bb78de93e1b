"""The four counties' briefs of the committed release, each made once for all tests, and their files as text."""

import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from unittest.mock import patch

from lxml import html

from components import store
from components.downloads.brief.assemble import county_brief
from components.exports.brief.html import brief_html
from components.exports.brief.model import Brief
from components.exports.brief.pdf import brief_pdf
from data import FOCUS
from i18n import words

SITE = "https://harta.example"
EVERY = [(county, language) for language in ("sq", "en") for county in FOCUS]
FIGURE = re.compile(r"[−-]?\d[\d.,]*(?:–[\d.,]+)? ?[%‰]|(?<![\d.,])0[.,]\d{3}(?!\d)|\bn \d[\d ,.]*\d|\[[\d, ]+\]")


@cache
def brief(county: str, language: str) -> Brief:
    return county_brief(words(language), county, SITE)


@cache
def published(language: str) -> Brief:
    """What a reader gets who asked for published figures only."""
    with patch.object(store, "release", store.published_release):
        return county_brief(words(language), "AL-07", SITE)


@cache
def pdf(county: str, language: str) -> bytes:
    return brief_pdf([brief(county, language)])


@cache
def page(county: str, language: str) -> str:
    return brief_html([brief(county, language)])


def pdf_text(content: bytes, *options: str) -> str:
    """What poppler reads from the file; a no-break space is a space."""
    found = shutil.which("pdftotext")
    assert found, "pdftotext of poppler-utils is needed"
    told = subprocess.run([found, *options, "-", "-"], input=content, capture_output=True, check=True, timeout=60)
    return plain(told.stdout.decode())


def html_text(content: str) -> str:
    """What stands on the page, without what only programs and screen readers get; a no-break space is a space."""
    root = html.fromstring(content.encode())
    for hidden in root.xpath("//head | //script | //caption | //title | //desc | //*[@hidden]"):
        hidden.drop_tree()
    for numbers in root.xpath("//span[@class='numbers']"):
        told, tail = numbers.text_content(), numbers.tail
        numbers.clear()
        numbers.text, numbers.tail = told, tail
    return plain("\n".join(root.itertext()))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def figures(text: str) -> Counter[str]:
    """Every percentage, interval, index, base and list of source numbers, and how often it stands there."""
    return Counter(re.sub(r"\s", "", found) for found in FIGURE.findall(text))
