"""."""

import streamlit as st

from components.exhibits.services_gaps import gap_sentences, shared_gaps
from components.widgets.notices import show_lines, show_small
from i18n import Text


def show_gaps(t: Text, cycle: str) -> None:
    """What is not known or not there, for all counties together and county by county; silence is not absence."""
    show_lines(shared_gaps(t, cycle))
    with st.expander(t("service_gap.by_county")):
        show_lines(gap_sentences(t, cycle))
    show_small([t("service_gap.silence"), t("service_gap.shelters")])
