"""Briefs as one HTML file that opens anywhere: pictures, styles and typefaces inside, nothing asked from outside."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from components.exports.brief.html_opening import figure_of_map, headlines
from components.exports.brief.html_tables import measures, services_table
from components.exports.brief.markup import joined, link, linked, note, paragraphs, said, section, source_id, tag
from components.exports.brief.model import Brief
from components.exports.brief.together import provenance_together, title_together
from components.exports.brief.web_fonts import font_faces

FOLDER = Path(__file__).parent
STYLE = (FOLDER / "brief.css").read_text(encoding="utf-8")
SCRIPT = (FOLDER / "brief.js").read_text(encoding="utf-8")
SCRIPT_HASH = base64.b64encode(hashlib.sha256(SCRIPT.encode("utf-8")).digest()).decode("ascii")
# The file may use what it brings along and runs no script but its own; it asks for nothing else.
POLICY = (
    f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{SCRIPT_HASH}'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def brief_html(briefs: Sequence[Brief]) -> str:
    """The whole file, in the first brief's language; several counties stand one after another."""
    first, several = briefs[0], len(briefs) > 1
    body = (
        tag("p", linked(first.words["stale"], first.address), id="stale", role="alert", hidden="hidden"),
        contents(briefs) if several else "",
        tag("main", *(county_article(brief, level=2 if several else 1) for brief in briefs)),
        tag("script", SCRIPT),
    )
    page = tag("html", head(briefs), tag("body", *body), lang=first.language, data_until=first.fresh_until.isoformat())
    return f"<!doctype html>\n{page}\n"


def head(briefs: Sequence[Brief]) -> str:
    """Title, style, typefaces, and the provenance as JSON that no browser reads as markup."""
    provenance = provenance_together(briefs).to_json().replace("<", "\\u003c")
    return tag(
        "head",
        '<meta charset="utf-8"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"/>',
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>',
        said("title", title_together(briefs)),
        tag("style", font_faces(), STYLE),
        tag("script", provenance, type="application/json", id="provenance"),
    )


def contents(briefs: Sequence[Brief]) -> str:
    """What the file is, and the ways to its counties."""
    words = briefs[0].words
    ways = (tag("li", said("a", brief.title, href=f"#{brief.county}")) for brief in briefs)
    title = said("h1", f"{words['product']}: {words['kind']}")
    return tag("header", title, tag("nav", tag("ul", *ways), aria_label=words["contents"]), class_="contents")


def county_article(brief: Brief, level: int) -> str:
    """One county, its headings from `level` down."""
    part, words = f"h{level + 1}", brief.words
    whole, all_four = brief.heads[4:6]
    parts = (
        tag("header", kicker(brief), said(f"h{level}", brief.title), said("p", brief.lead, class_="lead")),
        tag("div", figure_of_map(brief), headlines(brief, part), class_="opening"),
        section(
            part, words["profile"], measures(brief, brief.profile, whole, words["profile"]), note(words["profile_read"])
        ),
        section(part, words["services"], services_part(brief), *(note(each) for each in brief.services.notes)),
        section(part, words["survey"], survey_part(brief, all_four), *(note(each) for each in brief.survey.notes)),
        section(part, words["limits"], paragraphs(brief.limits)),
        section(part, words["sources"], sources(brief)),
        colophon(brief),
    )
    return tag("article", *parts, id=brief.county)


def kicker(brief: Brief) -> str:
    """What the file is, and that it holds made-up figures where it does."""
    words = brief.words
    mark = said("strong", words["holds_demonstration"], class_="badge") if brief.demonstration else ""
    return tag(
        "p", said("b", words["product"]), said("span", joined(words["kind"], words["made"])), mark, class_="kicker"
    )


def services_part(brief: Brief) -> str:
    """The table of services, nothing where there is none."""
    return services_table(brief) if brief.services.rows else ""


def survey_part(brief: Brief, whole: str) -> str:
    """The survey's table, under a badge where any of it is made up."""
    if not brief.survey.rows:
        return ""
    badge = tag("p", said("strong", brief.words["demonstration"]), " ", said("span", brief.words["demonstration_long"]))
    made_up = any(row.demonstration for row in brief.survey.rows)
    shown = tag("div", badge, class_="demonstration", role="note") if made_up else ""
    return shown + measures(brief, (brief.survey,), whole, brief.words["survey"])


def sources(brief: Brief) -> str:
    """The numbered list."""
    entries = (
        tag("li", link(source.citation, source.address), id=source_id(brief.county, source.number))
        for source in brief.sources
    )
    return tag("ol", *entries, class_="sources")


def colophon(brief: Brief) -> str:
    """Until when to use the brief, where it comes from, licence and boundaries."""
    words = brief.words
    told = joined(words["made"], words["release"])
    return tag(
        "footer",
        tag("p", linked(words["fresh"], brief.address), class_="fresh"),
        note(told),
        note(words["licence"]),
        note(words["boundaries"]),
    )
