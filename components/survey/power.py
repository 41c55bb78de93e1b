"""What the sample could show at all: the smallest change between waves that this choice would let one see."""

import streamlit as st

from components import store
from components.notices import show_small
from components.selection import Selection
from components.wording.differences import difference_decimals
from data import FOCUS
from i18n import Text


def show_power(t: Text, selection: Selection) -> None:
    """One sentence under the filters; it follows every choice."""
    key = ("power", *store.edition(), t.language, selection)
    with st.sidebar:
        show_small([store.remembered(key, lambda: power_sentence(t, selection))])


def power_sentence(t: Text, selection: Selection) -> str:
    """For the four counties together and for one county; where no change was tested, that there is none to see."""
    changes = detectable_by_area(selection)
    measure, whole = selection.indicator, changes.get(selection.indicator.whole)
    counties = [changes[area] for area in FOCUS if area in changes]
    decimals = difference_decimals(measure)
    points = [
        t.points(value, measure.unit, decimals, signed=False) for value in (whole, max(counties, default=None)) if value
    ]
    if not points:
        return t("power.none")
    return t("power.whole_and_county" if len(points) > 1 else "power.whole", points=points[0], county_points=points[-1])


def detectable_by_area(selection: Selection) -> dict[str, float]:
    """The smallest detectable change of the chosen answer and group between the waves, by area."""
    table = store.release().survey.differences_of(selection.indicator.code)
    own = table[
        table["dimension"].eq("period")
        & table["answer"].eq(selection.answer)
        & table["gender"].eq(selection.filters.gender)
        & table["age"].eq(selection.filters.age)
        & table["population"].eq(selection.population)
        & table["detectable"].notna()
    ]
    return dict(zip(own["area"], own["detectable"], strict=True))
