"""What stands over a card's picture, as HTML."""

from components import store
from components.exhibits.card import Card
from components.exhibits.card_maps import map_svg, ruler_svg
from components.exhibits.legend import Legend, legend_of_drawings
from components.wording import markup
from i18n import Text


def card_head(t: Text, title: str, card: Card) -> tuple[str, ...]:
    """The finding, what it is of, the filters in force, and the badge where the figures are made up."""
    badge = markup.demonstration(t) if card.is_demonstration else ""
    return markup.heading(title), markup.caption(card.caption), markup.pills(card.pills), badge


def said_beside(t: Text, card: Card) -> str:
    """The card's sentences, what its marks mean, and what to keep in mind."""
    marks = (markup.legend(legend_of_cards(t, card)), markup.notes(t, card.notes, at_most=3))
    return markup.together(markup.said([" ".join(card.sentences)]), *marks)


def legend_of_cards(t: Text, *cards: Card) -> Legend:
    """(sign, words) of what the cards' maps and rulers show between them, worked out once for all readers: the signs
    are read from the drawings, which no reader waits for twice."""
    key = ("legend", *(card.key for card in cards))
    return store.remembered(key, lambda: legend_of_drawings(t, [svg for card in cards for svg in drawings(t, card)]))


def drawings(t: Text, card: Card) -> list[str]:
    """The card's map and its ruler before they are marked; signs do not depend on the ground."""
    return [map_svg(t, card), ruler_svg(t, card)]
