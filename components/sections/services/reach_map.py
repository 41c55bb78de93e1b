"""People reached per 10,000 young people or inhabitants on the map, with the municipal facts on it."""

import html

import pandas as pd

from components import state, store
from components.address.services import MAPPED, people_view
from components.charts.demonstration import marked_svg
from components.charts.palette import Palette
from components.exhibits.card_maps import NARROW_RULER, WIDE_RULER
from components.exhibits.legend import legend_of_drawings
from components.exhibits.services_maps import KEY, reach_frame, reach_map, reach_ruler
from components.exhibits.services_places import municipalities, places_said
from components.exhibits.services_rates import possible_rates, rate_rules
from components.exhibits.services_words import citations, is_demonstration
from components.sections.services.choices import choose_per
from components.sections.services.taking import show_taking
from components.widgets.browser import palette
from components.widgets.map import show_map
from components.widgets.notices import show_together
from components.widgets.tables import table, two_lines
from components.wording import markup
from data import FOCUS
from data.model.frames import rows_of
from i18n import Text

FIELDS = ("area", "reached", "rate")


def show_reach_map(t: Text, cycle: str) -> None:
    """The map with its ruler and table where there are records; the municipal facts in words always."""
    services = store.release().services
    badge = markup.demonstration(t) if is_demonstration(services) and not services.coverage.empty else ""
    show_together(markup.heading(t("services.heading.map")), badge)
    coverage = services.coverage
    if coverage.empty:
        show_together(markup.said([t("services.no_records")]), markup.small(places_said(t, cycle)))
        return
    per = choose_per(t, possible_rates(coverage))
    frame = store.remembered(("reach", *store.edition(), t.language, cycle, per), lambda: reach_frame(t, cycle, per))
    draw(t, frame, cycle, per)
    show_taking(t, people_view(*MAPPED, cycle, state.choice("county", FOCUS), per))


def draw(t: Text, frame: pd.DataFrame, cycle: str, per: str) -> None:
    """Map at the left with what its marks mean; title, ruler, table and small print at the right."""
    ground, county = palette(), state.choice("county", FOCUS)
    key = (*store.edition(), t.language, cycle, per, ground)
    svg = store.remembered(
        ("reach map", *key, county),
        lambda: reach_map(t, frame, cycle, per, palette=ground, county=county, mark=demonstration_mark(t)),
    )
    beside = store.remembered(("reach beside", *key), lambda: beside_map(t, frame, cycle, per, ground))
    signs = markup.legend(legend_of_drawings(t, [svg, beside]))
    below = markup.together(signs, markup.small(marks_said(t, cycle)), markup.small(places_said(t, cycle)))
    widget = store.of_release(KEY)
    show_map(svg, key=widget, below=below, beside=beside, on_choose=lambda: state.keep_clicked("county", widget))


def beside_map(t: Text, frame: pd.DataFrame, cycle: str, per: str, ground: Palette) -> str:
    """Title, ruler, table, and how the figures are to be read, as HTML."""
    head = (markup.heading(t(f"rate.{per}.title", cycle=cycle), rank=3), markup.caption(t(f"rate.{per}.caption")))
    told = (rates_table(t, frame, per), markup.small(rates_said(t, frame, per)))
    return markup.together(*head) + draw_rulers(t, frame, per, ground) + markup.together(*told)


def marks_said(t: Text, cycle: str) -> list[str]:
    """What the map's symbols stand for, where it has any."""
    return [t("services.diamonds"), t("licence.boundaries.geonames.text")] if municipalities(t, cycle) else []


def demonstration_mark(t: Text) -> str:
    """The words that mark pictures of made-up records; '' where the records are real."""
    return t("kind.demonstration") if is_demonstration(store.release().services) else ""


def draw_rulers(t: Text, frame: pd.DataFrame, per: str, ground: Palette) -> str:
    """A wide ruler and a narrow one, of which the page's style shows what there is room for."""
    wide, narrow = (
        marked_svg(reach_ruler(t, frame, per, palette=ground, width=width, prefix=f"{KEY}-ruler-{name}"), mark, ground)
        for mark in [demonstration_mark(t)]
        for name, width in (("wide", WIDE_RULER), ("narrow", NARROW_RULER))
    )
    return markup.for_both_rooms(wide, narrow, room=WIDE_RULER)


def rates_table(t: Text, frame: pd.DataFrame, per: str) -> str:
    """The same figures as a table, with the number of people they are held against."""
    rows = [
        {
            "area": html.escape(row["name"]),
            "reached": html.escape(row["reached_text"]),
            "people": two_lines(row["people_text"], bounds(t, row["people_interval_text"])),
            "rate": two_lines(row["text"], bounds(t, row["interval_text"])),
        }
        for row in rows_of(frame)
    ]
    area, reached, rate = (t(f"rate_field.{field}") for field in FIELDS)
    return table(rows, {"area": area, "reached": reached, "people": t(f"rate.{per}.people"), "rate": rate})


def rates_said(t: Text, frame: pd.DataFrame, per: str) -> list[str]:
    """How the figures are to be read, and where they come from."""
    sources = " ".join(dict.fromkeys(" ".join(frame["source"]).split()))
    return [
        *rate_rules(t, frame, per),
        t("provenance.sources", sources=citations(t, sources)),
        t("provenance.boundaries"),
    ]


def bounds(t: Text, interval: str) -> str:
    """An interval that says what it is, '' where there is none."""
    return t("rate.bounds", interval=interval) if interval else ""
