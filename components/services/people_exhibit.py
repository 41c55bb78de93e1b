"""The exhibit of people reached: the chart of a breakdown, and by county the map of rates beside it."""

from dataclasses import replace
from functools import partial

from components import store
from components.exhibits.model import Drawing, Exhibit, Plot
from components.exhibits.view import View
from components.services.choices import BREAKDOWNS
from components.services.observations import people_reached_rows
from components.services.places import placed_facts
from components.services.rates import rate_in_force, rate_method, rate_rules, rate_sentence, with_rates
from components.services.reach_pictures import reach_drawing, reach_frame
from components.services.reached import reached_figure, reached_frame, reached_sentences, reached_title, reading_rules
from components.services.views import MAPPED
from components.services.words import citation_lines, sources_named
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
