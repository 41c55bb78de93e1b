"""The page's whole tables as files, in every format."""

from functools import partial

import streamlit as st

from components import store
from components.downloads.names import file_stem
from components.downloads.tables.formats import Offered, offer_facts, offer_table
from components.downloads.tables.of_services import Told, people_table, presence_table
from components.exhibits.services_presence import presence_rows
from components.exhibits.services_rows import people_reached_rows
from components.exhibits.services_words import is_demonstration
from components.widgets.notices import show_demonstration, show_lines, show_small
from data.model.service_counts import PEOPLE
from i18n import Text


def show_downloads(t: Text) -> None:
    """Where services are attested, and the people reached where there are records."""
    show_lines([t("services.download_lead")])
    st.subheader(t("services.presence_table"), anchor=False)
    offer_facts(t, whole_presence(t))
    services = store.release().services
    if not services.counts.empty:
        st.subheader(t("services.people_table"), anchor=False)
        if is_demonstration(services):
            show_demonstration(t)
        offer_table(t, whole_people(t))
    show_small([t("provenance.release", release=store.release().info.id), t("download.licence")])


def whole_presence(t: Text) -> Offered:
    """Every row of the table of presence."""
    release, rows = store.release(), presence_rows(t)
    told = Told(t("services.presence_table"), t("services.presence_caption"), (t("services.both_cycles"),))
    make = partial(presence_table, t, release, rows, told)
    stem = file_stem("services", (), demonstration=False, release=release.info.id)
    return Offered(make, stem, ("services",), len(rows))


def whole_people(t: Text) -> Offered:
    """Every published count of people reached."""
    release, rows = store.release(), people_reached_rows()
    caption = t("services.people_caption", period=t.period(release.services.period))
    told = Told(t("services.people_table"), caption, (t("services.all_counts"),))
    make = partial(people_table, t, release, rows, told)
    stem = file_stem(PEOPLE, (), demonstration=is_demonstration(release.services), release=release.info.id)
    return Offered(make, stem, (PEOPLE,), len(rows))
