"""Meeting: an agenda of up to six cards picked anywhere, and one card a screen."""

import streamlit as st

from components.filters import active_text
from components.meeting.agenda import step_now
from components.meeting.list import show_agenda
from components.meeting.screen import show_screen
from components.notices import show_lines

t = active_text()

if step_now():
    show_screen(t)
else:
    st.title(t("meeting.title"), anchor=False)
    show_lines([t("meeting.lead")])
    show_agenda(t)
