"""What a reader chooses on the services page: a cycle, a service, what people are counted by and held against."""

from collections.abc import Sequence

import streamlit as st

from components.address.known import BREAKDOWNS, SERVICE_GROUPS
from components.widgets.choices import choose, choose_view
from components.wording import markup
from data.model.service_counts import ALL, GROUPS, SERVICE_CYCLES
from i18n import Text


def choose_programme_cycle(t: Text) -> str:
    """A cycle of the programme, at first the latest; the time before it stands disabled."""
    with st.sidebar:
        return choose(
            "cycle",
            SERVICE_CYCLES,
            label=t("filter.cycle"),
            name=lambda code: t(f"cycle.{code}.short"),
            default=SERVICE_CYCLES[-1],
            lacking=["0"],
            reason=t("services.cycle_lacking"),
            outdated=("period",),
        )


def choose_per(t: Text, possible: Sequence[str]) -> str:
    """Of whom the map counts ten thousand, out of those whose number the release knows."""
    return choose_view("per", possible, label=t("services.per"), name=lambda code: t(f"rate.{code}.name"))


def choose_breakdown(t: Text) -> tuple[str, str]:
    """What the rows are, and the service that is counted; rows that are services need no further choice."""
    by = choose("by", BREAKDOWNS, label=t("services.by"), name=lambda code: t(f"service_by.{code}"))
    names = {code: t(f"service_group.{code}") for code in SERVICE_GROUPS}
    if by == "service":
        st.html(markup.lacking([names[code] for code in GROUPS], t("services.group_lacking")))
        return by, ALL
    return by, choose("group", SERVICE_GROUPS, label=t("services.group"), name=lambda code: names[code])
