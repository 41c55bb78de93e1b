"""A part of the services page to take away: onto a meeting's agenda, as pictures, as data in every format."""

import html
from functools import partial

import streamlit as st

from components import state, store
from components.address.selection import KINDS
from components.address.view import View
from components.downloads.names import file_stem
from components.downloads.pictures import offer_pictures, picture_makers
from components.downloads.settled import settled
from components.downloads.tables.formats import Offered, offer_facts, offer_table
from components.downloads.tables.of_services import Told, people_table, presence_table
from components.downloads.tables.table import citation_of
from components.exhibits.model import Exhibit
from components.exhibits.opening import services_exhibit
from components.sections.meeting.agenda import show_agenda_button
from components.widgets.browser import site
from components.widgets.copying import show_copy
from components.widgets.notices import show_small
from i18n import Text

SUBJECTS = {"presence": "services", "people": "people_reached"}


def show_taking(t: Text, view: View) -> None:
    """The control that puts a view of this release on the agenda, and the switch that shows its files."""
    show_agenda_button(t, view, place_of(view))
    # A list that opens costs a click four times what a switch does, open or closed.
    exhibit = services_exhibit(t, view) if st.toggle(t("services.take"), key=taking_key(view)) else None
    if exhibit:
        show_files(t, settled(exhibit))


def taking_key(view: View) -> str:
    """The key of the switch that shows the view's files."""
    return f"take_{place_of(view)}"


def place_of(view: View) -> str:
    """Where the view stands on its page, whatever its cycle, county and measure."""
    return "_".join((view.subject, view.choice("by"), view.choice("group")))


def show_files(t: Text, exhibit: Exhibit) -> None:
    """The pictures and the data of a settled exhibit, and how to cite them."""
    address, stem = address_of(t, exhibit.view), stem_of(exhibit)
    st.markdown(f"**{t('download.picture')}**")
    offer_pictures(t, exhibit, stem=stem, address=address)
    st.markdown(f"**{t('download.data')}**")
    offer = offer_facts if exhibit.view.subject == "presence" else offer_table
    offer(t, offered(t, exhibit, stem, address), pictures=picture_makers(t, exhibit, address))
    st.markdown(f"**{t('download.citation')}**")
    cited = citation_of(t, store.release(), title=exhibit.title, sources=exhibit.sources, address=address)
    st.html(f'<blockquote class="citation">{html.escape(cited)}</blockquote>')
    show_copy(t("files.copy_citation"), cited, done=t("files.citation_copied"), key=f"copy_{exhibit.view.code}")
    show_small([t("download.licence")])


def offered(t: Text, exhibit: Exhibit, stem: str, address: str) -> Offered:
    """The exhibit's rows as a table in every format."""
    told = Told(exhibit.title, exhibit.caption, exhibit.pills, exhibit.view.code, address)
    make = partial(people_table, t, store.release(), exhibit.rows, told, exhibit.sources)
    if exhibit.view.subject == "presence":
        make = partial(presence_table, t, store.release(), exhibit.rows, told)
    return Offered(make, stem, (exhibit.view.code, address), len(exhibit.rows))


def address_of(t: Text, view: View) -> str:
    """What opens the view again, of the same release and kind of figures."""
    kind = state.recall("kind", KINDS)
    more = {} if kind == KINDS[0] else {"kind": kind}
    return view.address(site(), lang=t.language, release=store.release().info.id, **more)


def stem_of(exhibit: Exhibit) -> str:
    """The files' name: what it is of, with its choices."""
    view, release = exhibit.view, exhibit.info.id
    choices = [f"{key}-{code}" for key, code in view.choices]
    return file_stem(SUBJECTS[view.subject], choices, demonstration=exhibit.is_demonstration, release=release)
