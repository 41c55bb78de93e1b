"""What stands over a card's picture, as HTML."""

from components import markup
from components.card.model import Card
from i18n import Text


def card_head(t: Text, title: str, card: Card) -> tuple[str, ...]:
    """The finding, what it is of, the filters in force, and the badge where the figures are made up."""
    badge = markup.demonstration(t) if card.is_demonstration else ""
    return markup.heading(title), markup.caption(card.caption), markup.pills(card.pills), badge
