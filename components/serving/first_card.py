"""Which card an address shows first, read from its codes as its page reads them, before any page has run."""

from collections.abc import Callable, Mapping
from typing import Final

from components import store
from components.address.asked import read_asked
from components.address.known import DEFAULTS
from components.address.reading import risk_selection, survey_selection
from components.address.view import PATHS, SUBJECTS, view_of
from components.exhibits.card import Card, make_card
from components.exhibits.opening import GLANCE
from components.wording.survey import with_question
from data import Filters, cycle_of
from i18n import Text

ALONE: Final = ("card", "embed")  # a card in a frame has no page around it to wait for
# With these the page shows something else than one map of the whole release.
ELSE: Final = ("kind", "tab", "compare")


def first_card(t: Text, path: str, codes: Mapping[str, str]) -> Card | None:
    """The card with whose map the page at `path` begins; None where it begins with something else."""
    asked, left = read_asked(codes, store.known_codes())
    if any(key in codes for key in ALONE) or any(asked.get(key, DEFAULTS[key]) != DEFAULTS[key] for key in ELSE):
        return None
    if any(each.key in SUBJECTS.values() for each in left):  # the page says first that it shows something else
        return None
    make = MAKERS.get(path)
    card = make(t, asked) if make else None
    return card if card and card.has_counties else None


def start_card(t: Text, codes: Mapping[str, str]) -> Card:
    """The card of the start page."""
    code, gender = GLANCE
    asked = {"gender": gender, "county": codes.get("county", "")}
    return make_card(t, risk_selection(store.release(), view_of("risk", code, asked, {})))


def risk_card(t: Text, codes: Mapping[str, str]) -> Card:
    """The card of the Risk page."""
    release = store.release()
    code = codes.get(SUBJECTS["risk"], next(iter(release.catalogue)))
    usual = release.offers[code].settle(Filters(gender=codes.get("gender", "all"), age=codes.get("age", "all")))
    in_cycle = {"cycle": cycle_of(usual.period), **codes}  # the page offers the periods of one cycle
    return make_card(t, risk_selection(store.release(), view_of("risk", code, in_cycle, DEFAULTS)))


def survey_card(t: Text, codes: Mapping[str, str]) -> Card | None:
    """The card of the Survey page; None where the release has no question."""
    questions = store.release().survey.questions
    if not questions:
        return None
    view = view_of("survey", codes.get(SUBJECTS["survey"], next(iter(questions))), codes, DEFAULTS)
    question = questions[view.subject]
    selection = survey_selection(store.release().survey, question, view)
    return make_card(with_question(t, question, selection.answer), selection)


MAKERS: Final[Mapping[str, Callable[[Text, Mapping[str, str]], Card | None]]] = {
    "/": start_card,
    f"/{PATHS['risk']}": risk_card,
    f"/{PATHS['survey']}": survey_card,
}
