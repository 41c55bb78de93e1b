"""The first look as HTML: the card's words, map and ruler, until the page itself stands."""

import html
from functools import cache
from pathlib import Path

from components import store
from components.charts.palette import LIGHT
from components.exhibits.card import Card
from components.exhibits.card_maps import ruler_board, screen_map
from components.exhibits.markup import card_head, said_beside
from components.wording import markup
from components.wording.provenance import source_lines
from i18n import Text

FOLDER = Path(__file__).parents[1]
STYLES = ("widgets/style.css", "widgets/map.css", "serving/first_look.css")


def first_look(t: Text, card: Card, *, has_sidebar: bool) -> str:
    """The element that lies over the page; map, ruler and words are the strings that the page will show."""
    head = markup.together(*card_head(t, card.title, card))
    drawing = screen_map(t, card, palette=LIGHT, prefix="map")
    beside = ruler_board(t, card, palette=LIGHT) + said_beside(t, card)
    sheet = f'<div class="sheet"><div><div class="map">{drawing}</div></div><div class="beside">{beside}</div></div>'
    sheet = f'<div class="room">{sheet}</div>'
    sources = markup.small(source_lines(t, card.sources, card.selection.indicator, store.release().info))
    wait = f'<p class="wait">{html.escape(t("frame.opening"))}</p>'
    room = "" if has_sidebar else ' class="whole"'
    # Nothing here can be used yet, so the keyboard and a screen reader wait for the page.
    return f'<div id="first-look"{room} inert><style>{styles()}</style>{wait}{head}{sheet}{sources}</div>'


@cache
def styles() -> str:
    """The page's own style, which otherwise comes with the page."""
    return "".join((FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
