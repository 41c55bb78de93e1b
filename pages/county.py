"""County: one county over all themes, beside the other three and the country."""

import streamlit as st

from components.choices import choose
from components.filters import active_text, choose_county
from components.notices import show_lines, show_small
from components.sections.profile import profile_sources, profile_themes, show_profile

t = active_text()
county = choose_county(t)

st.title(t("county.title", area=t.area(county, "of")), anchor=False)
show_lines([t("county.lead")])
theme = choose("theme", profile_themes(), label=t("county.theme"), name=lambda code: t(f"theme.{code}"))
show_small([t("county.hint")])
show_profile(t, county, theme)
show_small(profile_sources(t, theme))
