"""A view opened again: from its codes to its exhibit, without a widget on any page."""

from collections.abc import Callable, Mapping

from components import store
from components.address.asked import NotTaken, shown_code
from components.address.known import DEFAULTS
from components.address.reading import risk_selection, survey_selection
from components.address.selection import Selection
from components.address.services import settled
from components.address.view import View
from components.exhibits.card import make_card
from components.exhibits.cards import FIGURES, exhibit_of_card
from components.exhibits.comparison import make_comparison
from components.exhibits.model import Exhibit
from components.exhibits.services import people_exhibit, presence_exhibit
from components.exhibits.survey_figures import SURVEY_FIGURES
from components.wording.survey import with_question
from i18n import Text

GLANCE = ("school_attendance_15_17", "f")
MAKERS: Mapping[str, Callable[[Text, View], Exhibit | None]] = {"presence": presence_exhibit, "people": people_exhibit}


def open_view(t: Text, view: View) -> Exhibit | None:
    """The view on the release that the reader looks at; None where that release does not have its subject.

    A choice that the subject does not offer falls back as it does on the subject's page.
    """
    release = store.release()
    if view.page == "services":
        return services_exhibit(t, view)
    if view.page == "risk":
        return (
            card_exhibit(t, risk_selection(store.release(), view), view) if view.subject in release.catalogue else None
        )
    question = release.survey.questions.get(view.subject)
    if question is None:
        return None
    selection = survey_selection(store.release().survey, question, view)
    worded = with_question(t, question, selection.answer)
    return card_exhibit(worded, selection, view)


def not_offered(view: View, exhibit: Exhibit) -> tuple[NotTaken, ...]:
    """The view's choices that its exhibit could not make: this release does not have them for the subject. On services
    every choice is one of a fixed few, of which some do not concern a part."""
    if view.page == "services":
        return ()
    passed = ((key, code) for key, code in view.choices if code not in (DEFAULTS.get(key, "all"), "all"))
    lacking = [(key, code) for key, code in passed if exhibit.view.choice(key) != code]
    return tuple(NotTaken(key, (shown_code(code),)) for key, code in lacking)


def card_exhibit(t: Text, selection: Selection, view: View) -> Exhibit:
    """The exhibit of a selection's card."""
    card = make_card(t, selection)
    figures = SURVEY_FIGURES if view.page == "survey" else FIGURES
    return exhibit_of_card(t, card, make_comparison(t, card), view.choice("tab", "map"), figures)


def services_exhibit(t: Text, view: View) -> Exhibit | None:
    """The exhibit of a part of the services page; None where the release has nothing of it, or it is no picture.

    An unknown choice falls back as it does on the page.
    """
    if view.subject not in MAKERS or not store.release().services.catalogue:
        return None
    return MAKERS[view.subject](t, settled(view))
