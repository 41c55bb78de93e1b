"""Methods: rules, indicators, sources, release, glossary, licences."""

import streamlit as st

from components.filters import active_text
from components.methods import SECTIONS, choose_section
from components.notices import show_lines

t = active_text()

st.title(t("methods.title"), anchor=False)
show_lines([t("methods.lead")])
SECTIONS[choose_section(t)](t)
