"""The light pages of the release that is open: the same release gives the same bytes, on whatever day."""

import datetime
from dataclasses import replace
from pathlib import Path

from components import store
from components.downloads.brief.assemble import county_brief
from components.downloads.light.pages import county_page, start_page
from components.downloads.light.shelf import START, file_name, served_edition
from components.exports.brief.model import Brief
from data import FOCUS
from i18n import LANGUAGES, Text, words


def snapshot(county: str, language: str) -> str:
    """One county's page in one language."""
    t = words(language)
    return county_page(t, undated(t, county_brief(t, county, "")), served_edition())


def undated(t: Text, brief: Brief) -> Brief:
    """The brief with the release's day in place of today, and no day until which it may be used: the server offers a
    light page only while its release is in force."""
    day = t.date(datetime.date.fromisoformat(store.whole_release().info.date))
    told = {
        "made": t("snapshot.made", date=day),
        "address": "",
        "fresh": t("snapshot.in_force", release=brief.release),
    }
    return replace(brief, words={**brief.words, **told})


def start() -> str:
    """The page to start from."""
    release = store.whole_release()
    texts = [words(language) for language in LANGUAGES]
    return start_page(texts, release.info.id, served_edition(), release.programme["help"]["number"])


def write_all(folder: Path) -> dict[str, int]:
    """Write every page into the folder, whole files at once: the bytes of each by its name."""
    pages = {START: start()}
    pages |= {file_name(county, language): snapshot(county, language) for language in LANGUAGES for county in FOCUS}
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        beside = folder / f".{name}"
        beside.write_text(page, encoding="utf-8")
        beside.replace(folder / name)
    return {name: len(page.encode("utf-8")) for name, page in pages.items()}
