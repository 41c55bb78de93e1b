"""What stands over a card's picture, as HTML."""

from components.charts.palette import Palette
from components.exhibits.card import Card
from components.exhibits.card_maps import map_svg, ruler_svg
from components.exhibits.legend import legend_of_drawings
from components.wording import markup
from i18n import Text


def card_head(t: Text, title: str, card: Card) -> tuple[str, ...]:
    """The finding, what it is of, the filters in force, and the badge where the figures are made up."""
    badge = markup.demonstration(t) if card.is_demonstration else ""
    return markup.heading(title), markup.caption(card.caption), markup.pills(card.pills), badge


def said_beside(t: Text, card: Card, ground: Palette) -> str:
    """The card's sentences, what its marks mean, and what to keep in mind."""
    signs = legend_of_drawings(t, drawings(t, card, ground))
    marks = (markup.legend(signs), markup.notes(t, card.notes, at_most=3))
    return markup.together(markup.said([" ".join(card.sentences)]), *marks)


def drawings(t: Text, card: Card, ground: Palette) -> list[str]:
    """The card's map and its ruler, as they are drawn before they are marked."""
    return [map_svg(t, card, palette=ground), ruler_svg(t, card, palette=ground)]
