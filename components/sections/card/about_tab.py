"""About the indicator: what it is, how it was measured, and what it cannot say."""

import streamlit as st

from components import store
from components.exhibits.card import Card
from components.exhibits.comparison import Comparison
from components.widgets.notices import show_notes
from components.widgets.tables import show_definitions
from components.wording.provenance import citation, interval_method
from data import cycle_of
from i18n import Text


def show_about(t: Text, card: Card, _comparison: Comparison | None) -> None:
    """Definition, universe, unit, direction, method, periods and their cycles, comparability, notes, sources."""
    indicator = card.selection.indicator
    code = indicator.code
    facts = {
        "definition": t(f"indicator.{code}.definition"),
        "universe": t(f"indicator.{code}.universe"),
        "unit": t(f"unit.{indicator.unit}.name"),
        "direction": t(f"direction.{indicator.higher_is}"),
        "method": t(f"indicator.{code}.method"),
        "interval": t(f"method.{interval_method(indicator)}.long"),
        "periods": "; ".join(
            t("about.period", period=t.period(period), cycle=t(f"cycle.{cycle_of(period)}.name"))
            for period in indicator.periods
        ),
        "comparability": t(f"comparability.{indicator.comparability}"),
        "outcomes": "; ".join(t(f"programme.outcome.{number}.name") for number in indicator.outcomes),
        "code": code,
    }
    show_definitions((t(f"about.{name}"), text) for name, text in facts.items())
    show_notes(t, card.notes)
    st.subheader(t("about.sources"), anchor=False)
    sources = (store.release().sources[source] for source in indicator.sources)
    st.markdown("\n".join(f"- {linked(escape(citation(t, source)), source.address)}" for source in sources))


def linked(text: str, address: str) -> str:
    """The text as a Markdown link, or as it is where there is no address."""
    return f"[{text}]({address})" if address else text


def escape(text: str) -> str:
    """The text with Markdown's own marks disarmed."""
    for mark in "\\[]*_`<>$":
        text = text.replace(mark, f"\\{mark}")
    return text
