"""The entry that a card's form starts from: everything but what people write."""

from dataclasses import replace
from typing import Any

from components import state
from components.address.view import View
from components.exhibits.model import Exhibit
from components.sections.minutes import drafts
from components.sections.minutes.standing import Standing
from components.widgets.browser import site
from i18n import Text
from minutes import Entry, Meeting
from minutes.model import new_id


def draft(t: Text, exhibit: Exhibit, meeting: Meeting, form: str) -> Entry:
    """An entry beside the exhibit as it stands now. Its id stays the same until it is saved: a click that reaches the
    server twice saves once."""
    id = drafts.entered(f"{form}_id") or new_id()
    drafts.leave(f"{form}_id", id)
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


def entered(key: str) -> Any:
    """What a field holds, or what was left under a key; None where there is nothing."""
    return state.session().get(key)


def holds(key: str) -> bool:
    """Whether a field of that key is on the page, or anything was left under the key."""
    return key in state.session()


def leave(key: str, value: object) -> None:
    """Put a value under a key: into a field before it is drawn, or for the next run."""
    state.session()[key] = value


def take(key: str) -> Any:
    """What was left under a key, taken away; None where there is nothing."""
    return state.session().pop(key, None)
