"""A card's comparison: two sides on one scale, and what the difference test says county by county."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.address.selection import earlier_period
from components.exhibits.card import Card, differences_of, make_card, observations_of
from components.exhibits.card_charts import side_name
from components.wording.demonstration import demonstrated
from components.wording.differences import difference_text
from data import FOCUS, Source, differences_for, offers
from i18n import Text


@dataclass(frozen=True)
class Comparison:
    """Two cards beside each other, the finding as a title, and a line a county."""

    first: Card
    second: Card
    title: str
    lines: tuple[str, ...]

    @property
    def rows(self) -> pd.DataFrame:
        """The rows of both sides."""
        return pd.concat([self.first.rows, self.second.rows])


def make_comparison(t: Text, card: Card) -> Comparison | None:
    """The two sides that the card's selection asks for; None if it asks for none or there is nothing by county."""
    if card.selection.compare not in ("gender", "period") or not card.has_counties:
        return None
    first, second = sides(t, card)
    tested = tested_differences(first, second)
    lines = tuple(demonstrated(t, second.frame, difference_lines(t, second, tested)))
    return Comparison(first, second, comparison_title(t, second, tested), lines)


def sides(t: Text, card: Card) -> tuple[Card, Card]:
    """The two cards compared: women and men, or the earlier period and the chosen one."""
    selection = card.selection
    if selection.compare == "gender":
        return make_card(t, selection.of_gender("f")), make_card(t, selection.of_gender("m"))
    offer = offers(observations_of(selection), selection.indicator.code)
    earlier = earlier_period(offer, selection.indicator, selection.filters)
    return make_card(t, selection.at_period(earlier)), card


def sources_of(card: Card, comparison: Comparison | None) -> tuple[Source, ...]:
    """The sources of a card, or of both sides of its comparison."""
    if comparison is None:
        return card.sources
    return tuple(dict.fromkeys((*comparison.first.sources, *comparison.second.sources)))


def rows_shown(card: Card, comparison: Comparison | None) -> pd.DataFrame:
    """The rows of a card, or of both sides of its comparison."""
    return comparison.rows if comparison else card.rows


def tested_differences(first: Card, second: Card) -> dict[str, Any]:
    """The tested differences between the two sides, by county, in the programme's order."""
    selection = second.selection
    tested = differences_for(
        differences_of(selection),
        indicator=selection.indicator.code,
        filters=selection.filters,
        dimension=selection.compare,
    )
    if selection.compare == "period":
        tested = tested[tested["period"].eq(first.selection.filters.period)]
    by_area = {row.area: row for row in tested.itertuples()}
    return {area: by_area[area] for area in FOCUS if area in by_area}


def comparison_title(t: Text, card: Card, tested: dict[str, Any]) -> str:
    """Where the two sides differ, or that it cannot be said."""
    compare, label = card.selection.compare, t(f"indicator.{card.selection.indicator.code}.label")
    if not tested:
        return t(f"comparison.{compare}.untested", label=label)
    found = [
        t(f"comparison.{compare}.{verdict}", areas=t.areas(areas))
        for verdict in ("lower", "higher")
        if (areas := areas_with(tested.items(), verdict))
    ]
    title = t("comparison.title", label=label, found="; ".join(found) or t(f"comparison.{compare}.none"))
    return t("kind.demonstration_title", title=title) if card.is_demonstration else title


def areas_with(tested: Iterable[tuple[str, Any]], verdict: str) -> list[str]:
    """The counties with that verdict."""
    return [area for area, row in tested if row.verdict == verdict]


def difference_lines(t: Text, card: Card, tested: dict[str, Any]) -> list[str]:
    """A line for each tested county; one sentence where nothing could be tested."""
    indicator = card.selection.indicator
    lines = [
        t("difference.line", area=t.area(area), text=difference_text(row, indicator, t)) for area, row in tested.items()
    ]
    return lines or [t("difference.untested")]


def rows_of(t: Text, card: Card, comparison: Comparison | None) -> pd.DataFrame:
    """The card's rows, or those of both sides of a comparison, with the side's name before the area's."""
    if comparison is None:
        return card.rows
    both = (comparison.first, comparison.second)
    return pd.concat([side.rows.assign(side=side_name(t, side)) for side in both])
