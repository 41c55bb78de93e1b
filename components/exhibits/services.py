"""The exhibit of people reached: the chart of a breakdown, and by county the map of rates beside it."""

from dataclasses import replace
from functools import partial

from components import store
from components.address.known import BREAKDOWNS
from components.address.services import MAPPED
from components.address.view import View
from components.charts.palette import Palette
from components.exhibits.model import Drawing, Exhibit, Plot
from components.exhibits.services_gaps import shared_gaps
from components.exhibits.services_maps import reach_drawing, reach_frame
from components.exhibits.services_matrix import matrix_frame, matrix_svg, page_title
from components.exhibits.services_places import placed_facts
from components.exhibits.services_presence import presence_rows
from components.exhibits.services_rates import rate_in_force, rate_method, rate_rules, rate_sentence, with_rates
from components.exhibits.services_reached import (
    reached_figure,
    reached_frame,
    reached_sentences,
    reached_title,
    reading_rules,
)
from components.exhibits.services_rows import people_reached_rows
from components.exhibits.services_words import citation_lines, sources_named
from data.model.service_counts import ALL
from i18n import Text


def people_exhibit(t: Text, view: View) -> Exhibit | None:
    """People reached as the view breaks them down; None where there are no records, as in a published release."""
    services = store.release().services
    if services.counts.empty:
        return None
    by, group = view.choice("by", BREAKDOWNS[0]), view.choice("group", ALL)
    people = people_reached_rows(services)
    frame = reached_frame(t, people, by, group)
    sources = sources_named(frame["source"])
    exhibit = Exhibit(
        view=view,
        info=store.release().info,
        title=reached_title(t, people, group),
        caption=t("services.reached_caption", by=t(f"service_by.{by}"), period=t.period(services.period)),
        pills=(t(f"service_group.{group}"), t("services.by_pill", by=t(f"service_by.{by}"))),
        sentences=reached_sentences(t, frame, by),
        limits=reading_rules(t, frame),
        rows=frame.drop(columns="row"),
        indicator=None,
        sources=sources,
        source_lines=citation_lines(t, sources, method=t("method.count.short")),
        method="count",
        pictures={"chart": Plot(partial(reached_figure, t, frame))},
        is_demonstration=bool(frame["kind"].eq("demonstration").any()),
    )
    return with_map(t, exhibit) if (by, group) == MAPPED else exhibit


def with_map(t: Text, exhibit: Exhibit) -> Exhibit:
    """The exhibit by county with the map of a cycle before the chart: its rates, municipalities and their sources."""
    cycle, county = exhibit.view.choice("cycle"), exhibit.view.choice("county")
    per = rate_in_force(exhibit.view.choice("per"))
    rates = reach_frame(t, cycle, per)
    if rates.empty:
        return exhibit
    placed = placed_facts(cycle)
    sources = sources_named([*exhibit.rows["source"], *rates["source"], *placed["source"]])
    boundaries = [t("provenance.boundaries")] + ([] if placed.empty else [t("licence.boundaries.geonames.text")])
    return replace(
        exhibit,
        caption=t(f"rate.{per}.map", caption=exhibit.caption, cycle=cycle),
        pills=(*exhibit.pills, t(f"cycle.{cycle}.name"), t(f"rate.{per}.name")),
        sentences=(*exhibit.sentences, rate_sentence(t, rates, cycle, per)),
        limits=(*exhibit.limits, *rate_rules(t, rates, per), *([] if placed.empty else [t("services.diamonds")])),
        rows=with_rates(t, exhibit.rows, per),
        sources=sources,
        source_lines=(*citation_lines(t, sources, method=rate_method(t, per)), *boundaries),
        pictures={"map": Drawing(partial(reach_drawing, t, cycle, county, per)), **exhibit.pictures},
    )


def presence_exhibit(t: Text, view: View) -> Exhibit:
    """The matrix of the view's cycle, its gaps in words, and the table of presence behind it (no observations)."""
    cycle = view.choice("cycle")
    rows = presence_rows(t, cycle)
    sources = sources_named(rows["source"])
    return Exhibit(
        view=view,
        info=store.release().info,
        title=page_title(t, cycle),
        caption=t("services.matrix_title", cycle=cycle),
        pills=(t(f"cycle.{cycle}.name"),),
        sentences=tuple(shared_gaps(t, cycle)),
        limits=(t("service_gap.silence"), t("service_gap.shelters")),
        rows=rows,
        indicator=None,
        sources=sources,
        source_lines=citation_lines(t, sources),
        method="count",
        pictures={"matrix": Drawing(partial(matrix_drawing, t, cycle))},
        is_demonstration=False,
    )


def matrix_drawing(t: Text, cycle: str, palette: Palette) -> list[tuple[str, float]]:
    """The matrix for files: every cell with sign and word, so that it needs no legend."""
    return [(matrix_svg(t, matrix_frame(t, cycle), cycle, palette=palette, prefix="file-matrix"), 1.0)]
