"""The exhibits of the services page."""

from collections.abc import Callable, Mapping

from components import store
from components.exhibits.model import Exhibit
from components.exhibits.view import View
from components.services.people_exhibit import people_exhibit
from components.services.presence_exhibit import presence_exhibit
from components.services.views import settled
from i18n import Text

MAKERS: Mapping[str, Callable[[Text, View], Exhibit | None]] = {"presence": presence_exhibit, "people": people_exhibit}


def services_exhibit(t: Text, view: View) -> Exhibit | None:
    """The exhibit of a part of the services page; None where the release has nothing of it, or it is no picture.

    An unknown choice falls back as it does on the page.
    """
    if view.subject not in MAKERS or not store.release().services.catalogue:
        return None
    return MAKERS[view.subject](t, settled(view))
