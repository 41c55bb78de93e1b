"""Who gives what, where and for whom; and who has a part in referral."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import store
from components.exhibits.services_words import citations, linked_sources, notes, where
from components.sections.services.facts import facts_of
from components.widgets.matching import matches
from components.widgets.notices import show_lines, show_none_found
from components.widgets.tables import show_definitions, show_table, two_lines
from data import directory
from data.model.frames import rows_of
from i18n import Text

FIELDS = ("provider", "service", "groups", "where", "source")


def show_directory(t: Text) -> None:
    """A search box and the providers that match, each with what a source says of it."""
    services = store.release().services
    query = st.text_input(t("services.search"), placeholder=t("services.search_hint"), key="provider_query")
    found = directory(facts_of(services.presence), services.catalogue, services.providers)
    rows = [directory_row(t, row) for row in rows_of(found)]
    shown = [row for row in rows if matches(query, row["searched"])]
    if not shown:
        show_none_found(t, query)
        return
    st.caption(t.plural("services.rows", len(shown)))
    show_table(shown, {field: t(f"directory_field.{field}") for field in FIELDS})


def directory_row(t: Text, row: Mapping[str, Any]) -> dict[str, str]:
    """One provider's service as cells of HTML, with the words that a search looks in."""
    doubt = "" if row["state"] == "present" else t(f"service_state.{row['state']}")
    outcomes = t.join([str(number) for number in row["outcomes"]])
    plain = {
        "provider": (t(f"provider.{row['provider']}"), t(f"provider_kind.{row['kind']}")),
        "service": (t(f"service.{row['service']}.name"), notes(t, row["note"])),
        "groups": (t.join([t(f"target_group.{code}") for code in row["groups"]]), t("services.outcome", n=outcomes)),
        "where": (where(t, row["areas"], row["place"]), " · ".join(filter(None, (t.period(row["period"]), doubt)))),
    }
    cells = {key: two_lines(*words) for key, words in plain.items()} | {"source": linked_sources(t, row["source"])}
    return cells | {"searched": " ".join(words for pair in plain.values() for words in pair)}


def show_referral(t: Text) -> None:
    """The institutions that sources name in referral, with the time and the source of each."""
    show_lines([t("referral.no_steps")])
    show_definitions(
        (
            t(f"referral.institution.{entry.code}.name"),
            " ".join(
                (
                    t(f"referral.institution.{entry.code}.text"),
                    t("services.told", period=t.period(entry.period), sources=citations(t, entry.source)),
                )
            ),
        )
        for entry in store.release().services.referral
    )
