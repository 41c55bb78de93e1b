"""The overview's parts: a map, headline figures, a finding a theme, the cycles, the ways on."""

import streamlit as st

from components import state, store
from components.address.selection import Selection
from components.charts.timeline import cycles_timeline
from components.exhibits.card import Card, make_card
from components.exhibits.card_maps import ruler_board
from components.exhibits.opening import GLANCE
from components.sections.card.map_tab import draw_map, link_to_profile
from components.widgets.board import show_board
from components.widgets.browser import palette
from components.widgets.notices import show_figure, show_lines, show_small
from components.wording import markup
from components.wording.provenance import citation, source_lines
from data import COUNTRY, FOCUS, Filters, cycle_of
from data.model.frames import by_area, rows_of
from i18n import Text

ARROW = ":material/arrow_forward:"
# (indicator, gender, area): what a newcomer asks first, from four themes.
HEADLINES = (
    ("victims_identified", "all", COUNTRY),
    ("in_education_18_20", "all", COUNTRY),
    ("population", "all", COUNTRY),
    ("programme_people_at_risk", "all", "AL-PA"),
)
FINDINGS = (
    ("in_education_18_20", "f"),
    ("adolescent_fertility", "f"),
    ("women_paid_work", "f"),
    ("human_development", "all"),
    ("net_internal_migration_rate", "all"),
    ("population_change", "all"),
    ("victims_identified", "all"),
    ("social_services_share", "all"),
)


def newest_card(t: Text, code: str, gender: str) -> Card:
    """The card of an indicator at its newest period, every other filter at its default."""
    release = store.release()
    settled = release.offers[code].settle(Filters(gender=gender))
    county = state.choice("county", FOCUS)
    return make_card(t, Selection(release.catalogue[code], settled, cycle_of(settled.period), county=county))


def show_glance(t: Text) -> None:
    """One map with its values, ruler, finding and source."""
    card = newest_card(t, *GLANCE)
    with st.container(key="map_beside"):  # the page's style puts them below each other where they would be too small
        left, right = st.columns([46, 54], gap="medium")
    with left:
        draw_map(t, card, "glance")
    with right:
        st.header(card.title, anchor=False)
        st.caption(card.caption)
        show_board(ruler_board(t, card, palette=palette(), prefix="glance-ruler"), key="glance_ruler")
        show_lines([" ".join(card.sentences)])
        show_small(source_lines(t, card.sources, card.selection.indicator, store.release().info))
        link_to_card(t, card, t("overview.map_more"))
        link_to_profile(t, card)


def show_headlines(t: Text) -> None:
    """At most four figures, each with its area, period, base, state and source."""
    release = store.release()
    for column, (code, gender, area) in zip(st.columns(len(HEADLINES)), HEADLINES, strict=True):
        card = newest_card(t, code, gender)
        row = by_area(card.frame)[area]
        said = [" · ".join(part for part in (row["name"], row["period_text"], row["base_text"]) if part)]
        if card.selection.indicator.sensitive_count:
            said.append(t("headline.identified"))
        with column, st.container(border=True, height="stretch"):
            show_figure(t(f"indicator.{code}.label"), row["text"])
            show_small([*said, t("provenance.sources", sources=citation(t, release.sources[row["source"]]))])


def show_findings(t: Text) -> None:
    """One sentence a theme, which is the way to its card, with its period, bases and sources."""
    with st.container(key="findings", gap="xsmall"):
        for code, gender in FINDINGS:
            card = newest_card(t, code, gender)
            link_to_card(t, card, f"**{t(f'theme.{card.selection.indicator.theme}')}.** {card.title}.")
            sources = t("provenance.sources", sources="; ".join(citation(t, source) for source in card.sources))
            show_small([f"{t.period(card.selection.filters.period)}. {base_of(t, card)} {sources}"])


def base_of(t: Text, card: Card) -> str:
    """The bases of the four counties' figures with the state of those that are not sound, or why there are none."""
    if card.selection.indicator.is_count:
        return t("method.count.short")
    told = [row for row in rows_of(card.rows) if row["base_text"] and row["area"] in FOCUS]
    bases = [f"{row['name']} {row['base_text']}{state_mark(t, row['status'])}" for row in told]
    return f"{'; '.join(bases)}." if told else t("method.none.short")


def state_mark(t: Text, status: str) -> str:
    """A figure's state in brackets, unless it is sound."""
    return "" if status == "ok" else f" ({t(f'state.{status}.name').lower()})"


def link_to_card(t: Text, card: Card, label: str) -> None:
    """The way to the Risk page with this card's choices."""
    selection = card.selection
    chosen = {"indicator": selection.indicator.code, "gender": selection.filters.gender, "lang": t.language}
    if selection.county:
        chosen["county"] = selection.county
    st.page_link("pages/risk.py", label=label, icon=ARROW, query_params=chosen)


def show_cycles(t: Text) -> None:
    """The two cycles on a line, and how figures are placed on it."""
    cycles = store.release().programme["programme"]["cycle"]
    names = {cycle["code"]: t(f"programme.cycle.{cycle['code']}.name") for cycle in cycles}
    spans = {cycle["code"]: t.period(f"{cycle['start']}/{cycle['end']}") for cycle in cycles}
    picture = cycles_timeline(
        cycles, names=names, spans=spans, before=t("cycle.0.name"), title=t("overview.cycles"), palette=palette()
    )
    lines = "".join(f"<p><strong>{names[code]}</strong> {spans[code]}</p>" for code in names)
    with st.container(width=760):
        show_board(markup.for_both_rooms(picture, lines, room=720), key="cycles")
    show_small([t("overview.today")])


def show_ways(t: Text) -> None:
    """A link and a sentence for every other page."""
    pages = ("risk", "services", "survey", "county", "meeting", "data", "programme", "methods")
    columns = [column for _ in range(0, len(pages), 4) for column in st.columns(4)]
    for column, stem in zip(columns, pages, strict=True):
        with column:
            st.page_link(f"pages/{stem}.py", label=f"**{t(f'nav.{stem}')}**", icon=ARROW)
            show_small([t(f"overview.way_{stem}")])
