"""The light pages as HTML: the brief of a county between two lines that lead on, and a page to start from."""

from collections.abc import Mapping, Sequence

from components.downloads.light.shelf import START, file_name
from components.exports.brief import markup
from components.exports.brief.html import STYLE, county_article
from components.exports.brief.markup import tag
from components.exports.brief.model import Brief
from data import FOCUS
from i18n import LANGUAGES, Text, words

APP = "../../../"  # the app's own address, from a page of the shelf
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# The faces that the reader's machine has: nothing is loaded. What leads on stands in one row.
OWN_STYLE = (
    ".ways{display:flex;flex-wrap:wrap;gap:0 1.4rem;list-style:none;padding:0;margin:.2rem 0 1.2rem}"
    ".ways li{margin:0}.ways a{display:inline-block;padding:.35rem 0}"
)


def county_page(t: Text, brief: Brief, edition: str) -> str:
    """The page of one county."""
    others = [language for language in LANGUAGES if language != brief.language]
    ways = [
        markup.said("a", t("snapshot.full"), href=f"{APP}qarku?county={brief.county}&lang={brief.language}"),
        markup.said("a", t("snapshot.all"), href=START),
        *(way(words(language), brief.county) for language in others),
    ]
    top = tag("header", markup.said("p", t("snapshot.lead", release=brief.release), class_="note"), row(ways))
    title = t("snapshot.title", title=brief.title, product=t("product.name"))
    return page(brief.language, title, edition, top, tag("main", county_article(brief, level=1)))


def start_page(texts: Sequence[Text], release: str, edition: str, numbers: Sequence[Mapping[str, str]]) -> str:
    """The page to start from, in every language: what this is, the counties, and where a person at risk can turn."""
    parts = (
        tag(
            "section",
            markup.said("h2", f"{t('product.name')}: {t('product.full')}"),
            markup.said("p", t("overview.lead"), class_="lead"),
            markup.said("p", t("snapshot.lead", release=release), class_="note"),
            row([markup.said("a", t.area(county), href=file_name(county, t.language)) for county in FOCUS]),
            help_lines(t, numbers),
            row([markup.said("a", t("snapshot.full"), href=f"{APP}?lang={t.language}")]),
            lang=t.language,
        )
        for t in texts
    )
    first = texts[0]
    title = f"{first('product.name')} · {' · '.join(t('snapshot.name') for t in texts)}"
    return page(first.language, title, edition, tag("main", markup.said("h1", title), *parts))


def help_lines(t: Text, numbers: Sequence[Mapping[str, str]]) -> str:
    """Where a person at risk can turn; each number says whether it was verified."""
    lines = [f"{t('help.number.' + each['code'])} ({t('help.' + each['state'])})" for each in numbers]
    listed = tag("ul", *(markup.said("li", line) for line in (t("help.lead"), *lines)))
    return markup.said("h3", t("help.title")) + listed


def way(t: Text, county: str) -> str:
    """The way to the same page in another language, named in that language."""
    return markup.said(
        "a", t("language.name"), href=file_name(county, t.language), lang=t.language, hreflang=t.language
    )


def row(ways: Sequence[str]) -> str:
    """Ways beside each other."""
    return tag("ul", *(tag("li", each) for each in ways), class_="ways")


def page(language: str, title: str, edition: str, *body: str) -> str:
    """A whole page. The edition stands at its head, where the server looks for it."""
    head = (
        '<meta charset="utf-8"/>',
        f'<meta name="edition" content="{edition}"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"/>',
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>',
        markup.said("title", title),
        tag("style", STYLE, OWN_STYLE),
    )
    return f"<!doctype html>\n{tag('html', tag('head', *head), tag('body', *body), lang=language)}\n"
