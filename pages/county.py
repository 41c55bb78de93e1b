"""County: one county over all themes, beside the other three and the country."""

import streamlit as st

from components.brief.offer import show_county_brief
from components.filters import active_text, choose_county
from components.notices import show_lines, show_small, show_title
from components.sections.profile import choose_themes, show_profile
from components.services.beside import show_need_and_reach
from components.slides.offer import show_county_deck
from components.snapshots.offer import show_light_version

t = active_text()
county = choose_county(t)

show_title(t("county.title", area=t.area(county, "of")))
show_lines([t("county.lead")])
with st.expander(t("brief.take")):
    show_county_brief(t, county)
    show_county_deck(t, county)
themes = choose_themes(t)
show_small([t("county.hint")])
show_profile(t, county, themes)
show_need_and_reach(t)
show_light_version(t, county)
