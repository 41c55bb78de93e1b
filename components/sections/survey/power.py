"""What the sample could not show: the change between waves that this choice would probably miss."""

import pandas as pd
import streamlit as st

from components import store
from components.address.selection import Selection
from components.widgets.notices import show_small
from components.wording.differences import difference_decimals
from data import FOCUS
from i18n import Text


def show_power(t: Text, selection: Selection) -> None:
    """One sentence under the filters; it follows every choice."""
    key = ("power", *store.edition(), t.language, selection)
    with st.sidebar:
        show_small([store.remembered(key, lambda: power_sentence(t, selection))])


def power_sentence(t: Text, selection: Selection) -> str:
    """For the four counties together and for one county, where no change was found; that none could be tested."""
    changes = missed_by_area(selection)
    if not changes:
        return t("power.none")
    measure, decimals = selection.indicator, difference_decimals(selection.indicator)
    missed = {area: change for area, change in changes.items() if pd.notna(change)}
    widest = max((missed[area] for area in FOCUS if area in missed), default=None)
    whole, county = (
        "" if value is None else t.points(value, measure.unit, decimals, signed=False)
        for value in (missed.get(measure.whole), widest)
    )
    if whole and county:
        return t("power.whole_and_county", points=whole, county_points=county)
    if whole:
        return t("power.whole", points=whole)
    return t("power.county", county_points=county) if county else ""


def missed_by_area(selection: Selection) -> dict[str, float]:
    """The change of the chosen answer and group that would probably be missed, by area; NaN where one was found."""
    table = store.release().survey.differences_of(selection.indicator.code)
    own = table[
        table["dimension"].eq("period")
        & table["answer"].eq(selection.answer)
        & table["gender"].eq(selection.filters.gender)
        & table["age"].eq(selection.filters.age)
        & table["population"].eq(selection.population)
        & table["verdict"].ne("not_comparable")
    ]
    return dict(zip(own["area"], own["detectable"], strict=True))
