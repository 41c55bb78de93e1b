"""Overview: the four counties at a glance, a few figures, one finding per theme, and the way into each page."""

import streamlit as st

from components.sections.filters import active_text
from components.sections.overview import show_cycles, show_findings, show_glance, show_headlines, show_ways
from components.widgets.notices import show_help, show_lines, show_title

t = active_text()

show_title(t("overview.title"))
show_lines([t("overview.lead")])
show_glance(t)

st.header(t("overview.headlines"), anchor=False)
show_headlines(t)

st.header(t("overview.findings"), anchor=False)
show_findings(t)

st.header(t("overview.cycles"), anchor=False)
show_cycles(t)

st.header(t("overview.ways"), anchor=False)
show_ways(t)
show_help(t)
