"""Meeting: an agenda of up to six cards picked anywhere, and one card a screen."""

from components.sections.filters import active_text
from components.sections.meeting.agenda import step_now
from components.sections.meeting.list import show_agenda
from components.sections.meeting.screen import show_screen
from components.widgets.notices import show_lines, show_title

t = active_text()

if step_now():
    show_screen(t)
else:
    show_title(t("meeting.title"))
    show_lines([t("meeting.lead")])
    show_agenda(t)
