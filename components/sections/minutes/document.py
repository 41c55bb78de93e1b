"""The minutes of one meeting as a document: its entries and the figures they were decided on, in words."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from components.exports.minutes.model import WORDS, CardSection, Decision, MinutesDocument
from components.exports.provenance.model import Provenance
from components.sections.minutes.figures import figure_table, is_withheld, provenance_in
from components.sections.minutes.wording import facts
from components.wording.provenance import citation
from data import Release
from i18n import Text
from minutes import Entry, Meeting

LOCALES = {"sq": "sq-AL", "en": "en-GB"}
SHARED = {"product": "product.name", "demonstration": "kind.demonstration"}


def document_of(t: Text, release: Release, meeting: Meeting, entries: Sequence[Entry]) -> MinutesDocument:
    """The document of a meeting; the cards stand in the order of their first decision."""
    today = datetime.date.today()
    order = {card_of(entry): number for number, entry in reversed(list(enumerate(entries)))}
    by_card = sorted(entries, key=lambda entry: order[card_of(entry)])
    words = {name: t(f"minutes_file.{name}") for name in WORDS if name not in SHARED}
    return MinutesDocument(
        language=t.language,
        locale=LOCALES[t.language],
        title=meeting.title,
        date=t.date(meeting.date),
        lead=(t("minutes.file_lead"), t("minutes.file_made", date=t.date(today), release=release.info.id)),
        sections=tuple(section_of(t, release, list(group)) for _, group in groupby(by_card, key=card_of)),
        made=today,
        words=words | {name: t(key) for name, key in SHARED.items()},
    )


def card_of(entry: Entry) -> tuple[str, str, str]:
    """What makes two decisions decisions beside one card: the same query of the same release, with the same title."""
    return entry.view, entry.release, entry.title


def section_of(t: Text, release: Release, entries: Sequence[Entry]) -> CardSection:
    """A card with its decisions. A made-up card is not shown to who wants published figures only, its decisions are."""
    first = entries[0]
    decisions = tuple(Decision(entry.decision, decision_facts(t, entry)) for entry in entries)
    provenance = None if is_withheld(first) else provenance_in(first)
    if provenance is None:
        title = t("minutes.withheld_title") if is_withheld(first) else first.title
        caption = t("minutes.withheld") if is_withheld(first) else t("minutes.unreadable")
        note = t("minutes.release", release=first.release)
        return CardSection(title, caption, (), (), (note,), first.demonstration, decisions)
    table = figure_table(t, release, provenance)
    return CardSection(
        title=first.title,
        caption=provenance.caption,
        headings=tuple(table.columns) if len(table) else (),
        rows=tuple(tuple(row) for row in table.itertuples(index=False)),
        notes=notes_of(t, release, provenance, has_figures=bool(len(table))),
        demonstration=first.demonstration,
        decisions=decisions,
    )


def decision_facts(t: Text, entry: Entry) -> tuple[tuple[str, str], ...]:
    """The facts, and that the text stands beside another one where it does."""
    return (*facts(t, entry), *([(t("minutes.note"), t("minutes.beside"))] if entry.beside else []))


def notes_of(t: Text, release: Release, provenance: Provenance, *, has_figures: bool) -> tuple[str, ...]:
    """Filters, interval method and sources, release and address."""
    method = provenance.method
    cited = [citation(t, release.sources[id]) if id in release.sources else id for id in provenance.sources]
    return tuple(
        note
        for note in (
            "" if has_figures else t("minutes.no_figures"),
            t("minutes.filters", filters=" · ".join(provenance.filters)) if provenance.filters else "",
            t(f"method.{method}.short") if t.has(f"method.{method}.short") else method,
            t("provenance.sources", sources="; ".join(cited)) if cited else "",
            t("minutes.release", release=provenance.release),
            provenance.address,
        )
        if note
    )
