"""One county's brief: every figure a row of the release that the reader looks at, in words of one language."""

import datetime
from collections.abc import Sequence

from components import state, store
from components.charts.palette import LIGHT
from components.downloads.brief.contents import HEADLINES, PROFILE, Numbering, risk_cards, survey_cards
from components.downloads.brief.figures import card_row, card_rows, others_of
from components.downloads.brief.limits import county_limits
from components.downloads.brief.proof import provenance_of
from components.downloads.brief.service_rows import attested, county_services
from components.downloads.brief.verdicts import standing
from components.exhibits.card import Card
from components.exhibits.card_maps import map_svg, marked
from components.exports.brief.model import WORDS, Brief
from components.exports.brief.parts import Block, Picture
from data import COUNTRY
from data.model.dimensions import FOUR_COUNTIES
from data.model.frames import by_area
from i18n import Text

FRESH_DAYS = 183  # half a year: about as long as a printed page lies on a committee's table


def county_brief(t: Text, county: str, site: str) -> Brief:
    """The brief of a county, made today, of the app at `site` ('' where that is not known)."""
    numbering = Numbering()
    headline_cards, profile_cards = risk_cards(t, HEADLINES, county), risk_cards(t, PROFILE, county)
    asked = survey_cards(t, county)
    picture = first_map(t, headline_cards, county, numbering)
    headlines = card_rows(t, headline_cards, county, numbering)
    profile = profile_blocks(t, profile_cards, county, numbering)
    services = county_services(t, county, numbering)
    survey = survey_block(t, asked, county, numbering)
    rows = (*headlines, *(row for block in profile for row in block.rows))
    made = datetime.date.today()
    until = made + datetime.timedelta(days=FRESH_DAYS)
    address = f"{site}/qarku?{state.link(county=county, lang=t.language)}"
    title, lead = t("county.title", area=t.area(county, "of")), t("brief.lead", area=t.area(county, "acc"))
    cards = [*headline_cards, *profile_cards, *(card for _, card in asked)]
    return Brief(
        language=t.language,
        county=county,
        name=t.area(county),
        title=title,
        lead=lead,
        heads=tuple(t.area(area) for area in (county, *others_of(county), COUNTRY, FOUR_COUNTIES)),
        map=picture,
        headlines=headlines,
        summary=(*standing(t, rows), *attested(t, county)),
        profile=profile,
        services=services,
        survey=survey,
        limits=county_limits(t, county, rows, services, survey),
        sources=numbering.cited(t),
        release=store.release().info.id,
        made=made,
        fresh_until=until,
        address=address,
        words=brief_words(t, made, until, address),
        provenance=provenance_of(t, title, lead, cards, numbering.codes, address, made),
    )


def first_map(t: Text, cards: Sequence[Card], county: str, numbering: Numbering) -> Picture:
    """The map of the first card, the county outlined; an empty picture where it has no figure by county."""
    card = next(iter(cards), None)
    if card is None or not card.has_counties:
        return Picture("", "", t("brief.no_map"), ())
    rows, judged = by_area(card.rows), card.selection.indicator.higher_is != "neutral"
    spoken = ". ".join(row["spoken"] for row in rows.values())
    read = t("brief.map_read_judged" if judged else "brief.map_read_neutral")
    return Picture(
        svg=marked(t, card, map_svg(t, card, prefix=f"map-{county}"), LIGHT),
        alt=t("chart.alt", title=card.title, figures=spoken),
        caption=t("brief.map_caption", title=card.title, period=t.period(card.selection.filters.period), read=read),
        sources=numbering.of(*(row["source"] for row in rows.values())),
    )


def profile_blocks(t: Text, cards: Sequence[Card], county: str, numbering: Numbering) -> tuple[Block, ...]:
    """The cards' rows under the names of their themes."""
    themes = list(dict.fromkeys(card.selection.indicator.theme for card in cards))
    own = {theme: [card for card in cards if card.selection.indicator.theme == theme] for theme in themes}
    return tuple(Block(t(f"theme.{theme}"), card_rows(t, own[theme], county, numbering)) for theme in themes)


def survey_block(t: Text, asked: Sequence[tuple[Text, Card]], county: str, numbering: Numbering) -> Block:
    """A row a question; without any, the sentence that says so."""
    rows = tuple(card_row(words, card, county, numbering) for words, card in asked)
    notes = () if rows else (t("brief.limit.no_survey", area=t.area(county, "acc")),)
    return Block(t("brief.word.survey"), rows, notes)


def brief_words(t: Text, made: datetime.date, until: datetime.date, address: str) -> dict[str, str]:
    """The words around the content, by the names of `WORDS`."""
    values = {
        "made": t.date(made),
        "until": t.date(until),
        "release": store.release().info.id,
        "address": address,
        "product": t("product.name"),
    }
    return {name: t(f"brief.word.{name}", **values) for name in WORDS}
