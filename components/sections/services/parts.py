"""The parts of the services page, of which one is shown at a time."""

from collections.abc import Callable

import streamlit as st

from components.address.known import PART_CODES
from components.address.services import presence_view
from components.sections.services.directory import show_directory, show_referral
from components.sections.services.downloads import show_downloads
from components.sections.services.facts import show_cell_facts, show_meanings
from components.sections.services.gaps import show_gaps
from components.sections.services.need import need_said
from components.sections.services.outputs import show_outputs
from components.sections.services.presence import show_matrix
from components.sections.services.reach_map import show_reach_map
from components.sections.services.reached_part import show_reached
from components.sections.services.taking import show_taking
from components.widgets.notices import show_together
from components.wording import markup
from i18n import Text


def show_presence(t: Text, cycle: str) -> None:
    """Which service is attested in which county, by which sources, and of what nothing is known."""
    st.header(t("services.heading.matrix"), anchor=False)
    show_matrix(t, cycle)
    show_taking(t, presence_view(cycle))
    show_cell_facts(t, cycle)
    show_meanings(t)
    st.header(t("services.heading.gaps"), anchor=False)
    show_gaps(t, cycle)


def show_people(t: Text, cycle: str) -> None:
    """How many people are reached, on the map and by gender, age and service; and whether that is enough."""
    show_reach_map(t, cycle)
    show_together(markup.heading(t("services.heading.reached")))
    show_reached(t, need_said(t, cycle))


def show_programme(t: Text, _cycle: str) -> None:
    """What the programme itself published of its work."""
    st.header(t("services.heading.outputs"), anchor=False)
    show_outputs(t)


def show_providers(t: Text, _cycle: str) -> None:
    """Who gives what to whom, and who takes part in referral."""
    st.header(t("services.heading.directory"), anchor=False)
    show_directory(t)
    st.header(t("referral.title"), anchor=False)
    show_referral(t)


def show_files(t: Text, _cycle: str) -> None:
    """The tables behind the page."""
    st.header(t("services.heading.download"), anchor=False)
    show_downloads(t)


SHOWN: tuple[Callable[[Text, str], None], ...] = (
    show_presence,
    show_people,
    show_programme,
    show_providers,
    show_files,
)
PARTS = dict(zip(PART_CODES, SHOWN, strict=True))
