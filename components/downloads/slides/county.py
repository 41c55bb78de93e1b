"""What a county's deck holds: the exhibits of its brief, its services as a table."""

from functools import partial

from components import store
from components.address.view import View
from components.downloads.brief.contents import county_views
from components.downloads.slides.services import services_table
from components.downloads.slides.steps import Opening
from components.exhibits.opening import open_view
from i18n import Text

SERVICES = "services"


def county_openings(t: Text, county: str, site: str) -> list[Opening]:
    """How to open each part, in the brief's order; of the services the county's own, in place of the matrix of all."""
    return [
        partial(services_table, t, county, site) if view.page == SERVICES else partial(open_view, t, view)
        for view in county_views(county)
    ]


def is_made_up(county: str) -> bool:
    """Whether any figure of the deck is made up, without working its exhibits out."""
    return any(shows_demonstration(view) for view in county_views(county))


def shows_demonstration(view: View) -> bool:
    """Whether a view of an indicator or a question has made-up figures; services here are facts about presence."""
    release = store.release()
    if view.page == SERVICES:
        return False
    rows = release.rows_of(view.subject) if view.page == "risk" else release.survey.rows_of(view.subject)
    return bool(rows["kind"].eq("demonstration").any())
