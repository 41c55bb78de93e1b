"""A built table in words: its title, what was chosen, its address and its name as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd

from components import state
from components.address.selection import KINDS
from components.downloads.names import digest, file_stem
from components.sections.data.query import Query
from components.sections.data.sets import name_in_set
from components.widgets.browser import site
from data import Release
from i18n import Text

PATH = "te-dhenat"
NAMED = 3  # measures that a title or caption still names one by one


@dataclass(frozen=True)
class Described:
    """Title, caption and filters of what the rows hold; `lacking`: what was asked for and has no row; the address that
    opens the same table; the file's name."""

    title: str
    caption: str
    filters: tuple[str, ...]
    lacking: tuple[str, ...]
    address: str
    stem: str


def described(t: Text, release: Release, query: Query, rows: pd.DataFrame) -> Described:
    """What the table of the query's rows is called and how it is found again."""
    made_up = bool(rows["kind"].eq("demonstration").any())
    held = query if rows.empty else query.held_by(rows)
    title, filters = table_title(t, release, held), filters_in_words(t, held)
    address = table_address(t, release, query)
    subject = t(f"desk.file_{query.of_set}", n=len(held.measures))
    named = [digest(*(f"{key}={code}" for key, code in query.codes.items()))]
    return Described(
        title=t("kind.demonstration_title", title=title) if made_up else title,
        caption=" · ".join(filters),
        filters=(*filters, t("kind.demonstration")) if made_up else filters,
        lacking=tuple(names_lacking(t, release, query, held)),
        address=address,
        stem=file_stem(subject, named, demonstration=made_up, release=release.info.id),
    )


def table_title(t: Text, release: Release, query: Query) -> str:
    """The measures' names, or how many they are."""
    names = [name_in_set(t, release, query.of_set, code) for code in query.measures]
    if query.of_set == "services":
        return t("desk.people", services=t.join(names))
    return t.join(names) if len(names) <= NAMED else t(f"desk.title_{query.of_set}", n=t.number(len(names)))


def filters_in_words(t: Text, query: Query) -> tuple[str, ...]:
    """Areas, genders, ages and cycles, as sentences would list them."""
    return (
        t.areas(query.areas),
        t.join([t(f"gender.{code}") for code in query.genders]),
        t.join([t.age(code) for code in query.ages]),
        t.join([t(f"cycle.{code}.name") for code in query.cycles]),
    )


def names_lacking(t: Text, release: Release, query: Query, held: Query) -> list[str]:
    """The names of what was asked for and is not held."""
    names: dict[str, Callable[[str], str]] = {
        "measures": lambda code: name_in_set(t, release, query.of_set, code),
        "areas": t.area,
        "genders": lambda code: t(f"gender.{code}"),
        "ages": t.age,
        "cycles": lambda code: t(f"cycle.{code}.name"),
    }
    return [name(code) for key, name in names.items() for code in getattr(query, key) if code not in getattr(held, key)]


def table_address(t: Text, release: Release, query: Query) -> str:
    """The full address: every choice, language and release, and that only published figures are meant."""
    kind = state.recall("kind", KINDS)
    more = {} if kind == KINDS[0] else {"kind": kind}
    codes = query.codes | {"lang": t.language, "release": release.info.id} | more
    return f"{site()}/{PATH}?{urlencode(sorted(codes.items()), safe=',')}"
