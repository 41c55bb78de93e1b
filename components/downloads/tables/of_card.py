"""What the Download tab hands out as data: the card's rows, or all of its measure, with their names."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from components import state, store
from components.address.selection import KINDS, Selection
from components.downloads.names import file_stem
from components.downloads.tables.formats import Offered
from components.downloads.tables.measures import measure_name, measure_note
from components.downloads.tables.table import table_of
from components.exhibits.card import Card, whole_indicator
from components.exhibits.model import Exhibit
from components.widgets.browser import site
from data.model.catalogue import SURVEY
from i18n import Text


def exhibit_address(t: Text, exhibit: Exhibit) -> str:
    """The full address that opens the exhibit's view again: language, release, and whether only published is meant."""
    kind = state.recall("kind", KINDS)
    more = {} if kind == KINDS[0] else {"kind": kind}
    return exhibit.view.address(site(), lang=t.language, release=exhibit.info.id, **more)


def view_stem(card: Card) -> str:
    """`harta-tqnj_INDICATOR_GENDER_AGE_PERIOD_RELEASE`: the filters stand in the name."""
    code = card.selection.indicator.code
    return stem(code, filter_codes(card.selection), demonstration=card.is_demonstration)


def stem(subject: str, filters: Sequence[str], *, demonstration: bool) -> str:
    """A file's name in the release that the reader looks at."""
    return file_stem(subject, filters, demonstration=demonstration, release=store.release().info.id)


def filter_codes(selection: Selection) -> list[str]:
    """What was chosen, as codes; of a survey question also the answer and of whom."""
    filters = selection.filters
    codes = [selection.answer] if selection.indicator.theme == SURVEY else []
    codes += [] if selection.population == "all" else [selection.population]
    codes += [filters.gender, filters.age, filters.period.replace("/", "--")]
    return [*codes, *([] if selection.compare == "none" else [f"by-{selection.compare}"])]


def view_data(t: Text, card: Card, exhibit: Exhibit) -> Offered:
    """The rows on the screen."""
    address = exhibit_address(t, exhibit)
    make = partial(
        table_of,
        t,
        store.release(),
        exhibit.rows,
        title=exhibit.title,
        caption=exhibit.caption,
        filters=exhibit.pills,
        view=exhibit.view.code,
        address=address,
    )
    return Offered(make, view_stem(card), (exhibit.view.code, address), len(exhibit.rows))


def whole_data(t: Text, card: Card, exhibit: Exhibit) -> Offered:
    """Every row of the indicator, or of the survey question with all its answers."""
    release, selection = store.release(), card.selection
    rows, code = whole_indicator(selection), selection.indicator.code
    note, address = measure_note(t, release, selection.indicator), exhibit_address(t, exhibit)
    made_up = bool(rows["kind"].eq("demonstration").any())
    title = measure_name(t, release, code)
    make = partial(
        table_of,
        t,
        release,
        rows.reset_index(drop=True),
        title=t("kind.demonstration_title", title=title) if made_up else title,
        caption=" · ".join((note.unit, note.universe)),
        filters=whole_filters(t, rows),
        address=address,
    )
    return Offered(make, stem(code, [], demonstration=made_up), (f"whole.{code}", address), len(rows))


def whole_filters(t: Text, rows: pd.DataFrame) -> list[str]:
    """That nothing was left out, and that figures are made up where they are."""
    made_up = [t("kind.demonstration")] if rows["kind"].eq("demonstration").any() else []
    return [t("files.all_rows"), *made_up]
