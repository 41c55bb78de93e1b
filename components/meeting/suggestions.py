"""Agendas to begin with, for a committee that has collected nothing yet."""

from components import store
from components.exhibits.cards import view_of_selection
from components.exhibits.view import AT_MOST, View
from components.meeting.agenda import on_agenda
from components.sections.overview import FINDINGS, newest_card
from components.services.views import PARTS_TO_SHOW
from i18n import Text

SUGGESTIONS = ("findings", "themes")


def suggested(t: Text, name: str) -> tuple[View, ...]:
    """The cards of a suggestion; none where the release lacks a page that it is to draw on."""
    findings = tuple(on_agenda(view_of_selection(newest_card(t, *each).selection)) for each in FINDINGS)
    if name == "findings":
        return findings[:AT_MOST]
    release = store.release()
    services = [View("services", part) for part in PARTS_TO_SHOW if release.services.catalogue]
    survey = [View("survey", code) for code in list(release.survey.questions)[:2]]
    return (*findings[:2], *services, *survey) if services and survey else ()
