"""The survey card's map, or the reason why there is none."""

from components.card.comparison import Comparison
from components.card.map_tab import show_map_tab
from components.card.model import Card
from components.notices import show_lines, show_marks
from components.survey.chart_tab import show_all_answers
from i18n import Text


def show_answer_map(t: Text, card: Card, comparison: Comparison | None) -> None:
    """The map of the chosen answer; where counties have no figures, why, and the figure of all together."""
    if card.has_counties:
        show_map_tab(t, card, comparison)
        return
    show_lines([t(f"survey.no_map.{why_no_map(card)}"), *card.frame.loc[card.frame["value"].notna(), "spoken"]])
    signs = show_all_answers(t, card)
    show_marks(t, signs, card.notes, at_most=3)


def why_no_map(card: Card) -> str:
    """`roma`, `too_deep`, `not_asked` or `not_published`."""
    if card.selection.population != "all":
        return "roma"
    states = set(card.frame["status"])
    if "not_applicable" in states:
        return "too_deep"
    return "not_asked" if "not_asked" in states else "not_published"
