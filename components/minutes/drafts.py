"""The entry that a card's form starts from: everything but what people write."""

from dataclasses import replace

from components.exhibits.model import Exhibit
from components.exhibits.view import View
from components.minutes import session
from components.minutes.standing import Standing
from components.site import site
from i18n import Text
from minutes import Entry, Meeting
from minutes.model import new_id


def draft(t: Text, exhibit: Exhibit, meeting: Meeting, form: str) -> Entry:
    """An entry beside the exhibit as it stands now. Its id stays the same until it is saved: a click that reaches the
    server twice saves once."""
    id = session.entered(f"{form}_id") or new_id()
    session.leave(f"{form}_id", id)
    address = exhibit.view.address(site(), lang=t.language, release=exhibit.info.id)
    return Entry(
        meeting=meeting,
        view=subject_code(exhibit.view),
        title=exhibit.title,
        provenance=exhibit.provenance(t, address).to_json(),
        release=exhibit.info.id,
        demonstration=exhibit.is_demonstration,
        decision="",
        owner="",
        due=None,
        author="",
        signed_in=False,
        id=id,
    )


def subject_code(view: View) -> str:
    """The view's code without the tab: map and chart of one query are one card to a meeting."""
    return replace(view, choices=tuple((key, code) for key, code in view.choices if key != "tab")).code


def signed(entry: Entry, standing: Standing, typed: str) -> Entry:
    """The entry under its author's name: the member's where one signs in, the typed one elsewhere."""
    author = standing.name if standing.signs_in else typed
    return replace(entry, author=author, signed_in=standing.signs_in, member=standing.member)
