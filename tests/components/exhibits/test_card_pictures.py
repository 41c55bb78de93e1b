"""Charts of a card: the axis holds everything that the figures say."""

from components.address.selection import Selection
from components.exhibits.card import make_card
from components.exhibits.card_charts import series_figure
from data import FOCUS, Filters, Release, cycle_of
from i18n import words


def test_no_interval_of_a_series_leaves_the_axis(atlas: Release) -> None:
    wide = 0
    for code, indicator in atlas.catalogue.items():
        if indicator.level != "county" or not indicator.scale:
            continue
        filters = atlas.offers[code].settle(Filters())
        card = make_card(words("sq"), Selection(indicator, filters, cycle_of(filters.period)))
        drawn = card.history["area"].isin((*FOCUS, indicator.whole))
        shown = card.history[drawn & card.history["status"].isin(("ok", "unreliable"))]
        if shown.empty:
            continue
        low, high = series_figure(words("sq"), card).layout.yaxis.range
        figures = shown[["value", "value_low", "value_upp"]]
        assert low <= figures.min().min() and figures.max().max() <= high, code
        wide += low < indicator.scale[0] or high > indicator.scale[-1]
    assert wide > 0  # some interval does reach beyond its scale
