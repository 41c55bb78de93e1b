"""Every list and search box finds what is typed without diacritics, in any case, composed or not."""

import re
import unicodedata

import pytest
from browser_screen import PATIENCE, BrowserScreen
from playwright.sync_api import expect

from components.widgets.matching import matches
from i18n import words

PLACES = {
    "indicator": ("/rreziku?indicator=in_education_18_20", "Në arsim, 18–20 vjeç"),
    "measures": ("/te-dhenat", "Në arsim, 18–20 vjeç"),
}
ALL_FOUND = re.compile(words("sq")("streamlit.select_matches.to", n=r"\d+"))
TYPED = ("ne arsim", "NE ARSIM", "Në arsim", unicodedata.normalize("NFD", "në arsim"), "arsim në", "  ne   18–20 ")


@pytest.mark.parametrize("key", ["indicator", "measures"])
def test_a_list_finds_by_words(screen: BrowserScreen, key: str) -> None:
    address, wanted = PLACES[key]
    screen.open(address)
    box = screen.pick_box(key).get_by_role("combobox")
    for typed in TYPED:
        box.click()
        box.fill(typed)
        options = screen.page.get_by_role("option")
        expect(options.filter(has_text=wanted).first).to_be_visible(timeout=PATIENCE * 1000)
        # Of several answers a list also offers to choose all that were found.
        found = [each for each in options.all_inner_texts() if not ALL_FOUND.fullmatch(each)]
        assert [each for each in found if not matches(typed, each)] == [], typed
        screen.page.keyboard.press("Escape")
    box.click()
    box.fill("zzz arsim")
    expect(screen.page.get_by_role("option").filter(has_text=wanted)).to_have_count(0)
    screen.page.keyboard.press("Escape")


def test_every_option_is_found_by_its_plain_letters(screen: BrowserScreen) -> None:
    screen.open("/rreziku?indicator=in_education_18_20")
    box = screen.pick_box("indicator").get_by_role("combobox")
    box.click()
    names = screen.page.get_by_role("option").all_inner_texts()
    assert len(names) > 3
    for name in names:
        plain = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each)).upper()
        box.fill(plain)
        expect(screen.page.get_by_role("option", name=name, exact=True)).to_be_visible(timeout=PATIENCE * 1000)
