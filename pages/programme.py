"""Programme: what it is, where and for whom it works, with whom, and what has been published."""

import streamlit as st

from components.sections.filters import active_text
from components.sections.library import search_library
from components.sections.overview import show_cycles
from components.sections.programme import show_groups, show_outcomes, show_partners
from components.widgets.notices import show_help, show_lines, show_small, show_title

t = active_text()

show_title(t("programme.title"))
show_lines([t("programme.about_1"), t("programme.about_2"), t("programme.about_3")])
st.header(t("programme.heading.goal"), anchor=False)
show_lines([t("programme.goal")])

st.header(t("programme.heading.cycles"), anchor=False)
show_cycles(t)
show_lines([t("programme.cycle.1.text"), t("programme.cycle.2.text")])

st.header(t("programme.heading.outcomes"), anchor=False)
show_outcomes(t)
show_small([t("programme.about_4")])

left, right = st.columns(2, gap="large")
with left:
    st.header(t("programme.heading.primary"), anchor=False)
    show_groups(t, "primary")
with right:
    st.header(t("programme.heading.secondary"), anchor=False)
    show_groups(t, "secondary")

st.header(t("programme.heading.partners"), anchor=False)
show_partners(t)
show_small([t("programme.partners_note")])

st.header(t("programme.heading.library"), anchor=False)
search_library(t)
show_small([t("programme.library_note")])
show_help(t)
