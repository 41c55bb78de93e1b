"""County: one county over all themes, beside the other three and the country."""

import streamlit as st

from components.downloads.brief.offer import show_county_brief
from components.downloads.light.offer import show_light_version
from components.downloads.slides.offer import show_county_deck
from components.sections.county import choose_themes, show_profile
from components.sections.county_services import show_need_and_reach
from components.sections.filters import active_text, choose_county
from components.widgets.notices import show_lines, show_small, show_title

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
