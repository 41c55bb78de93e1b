"""A card's comparison: the two sides, and what the difference test says county by county."""

from components import store
from components.card.model import Card, make_card
from components.selection import earlier_period
from components.sentences import difference_text
from data import FOCUS, differences_for, offers
from i18n import Text


def sides(t: Text, card: Card) -> tuple[Card, Card]:
    """The two cards compared: women and men, or the earlier period and the chosen one."""
    selection = card.selection
    if selection.compare == "gender":
        return make_card(t, selection.of_gender("f")), make_card(t, selection.of_gender("m"))
    offer = offers(store.release().observations, selection.indicator.code)
    earlier = earlier_period(offer, selection.indicator, selection.filters)
    return make_card(t, selection.at_period(earlier)), card


def difference_lines(t: Text, first: Card, second: Card) -> list[str]:
    """A line for each of the four counties; one sentence where nothing could be tested."""
    selection = second.selection
    tested = differences_for(
        store.release().differences,
        indicator=selection.indicator.code,
        filters=selection.filters,
        dimension=selection.compare,
    )
    if selection.compare == "period":
        tested = tested[tested["period"].eq(first.selection.filters.period)]
    by_area = {row.area: row for row in tested.itertuples()}
    lines = [
        t("difference.line", area=t.area(area), text=difference_text(by_area[area], selection.indicator, t))
        for area in FOCUS
        if area in by_area
    ]
    return lines or [t("difference.untested")]
