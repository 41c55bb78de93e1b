"""County: one county over all themes, beside the other three and the country."""

import streamlit as st

from components.filters import active_text, choose_county
from components.notices import show_lines, show_small
from components.sections.profile import choose_themes, show_profile
from components.services.beside import show_need_and_reach

t = active_text()
county = choose_county(t)

st.title(t("county.title", area=t.area(county, "of")), anchor=False)
show_lines([t("county.lead")])
themes = choose_themes(t)
show_small([t("county.hint")])
show_profile(t, county, themes)
show_need_and_reach(t)
