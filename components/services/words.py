"""Parts of facts about services in words: who, where, since when, by which source."""

import html

from components import store
from components.wording.provenance import citation
from data import Services
from i18n import Text


def provider_names(t: Text, codes: str) -> str:
    """The providers of one cell, or that none is named."""
    names = [t(f"provider.{code}") for code in codes.split()]
    return ", ".join(names) if names else t("services.provider_unnamed")


def where(t: Text, areas: tuple[str, ...], place: str) -> str:
    """Counties, and the municipality where the fact is municipal: `Dibër (Bulqizë)`."""
    counties = t.areas(areas)
    return t("services.place", place=t(f"municipality.{place}"), area=counties) if place else counties


def notes(t: Text, codes: str) -> str:
    """What has to be known of a fact, a sentence each."""
    return " ".join(t(f"service_note.{code}") for code in codes.split())


def short_sources(codes: str) -> str:
    """Publisher and year of each source."""
    sources = (store.release().sources[code] for code in codes.split())
    return "; ".join(f"{source.publisher}, {source.year}" if source.year else source.publisher for source in sources)


def citations(t: Text, codes: str) -> str:
    """The sources cited in full."""
    return "; ".join(citation(t, store.release().sources[code]) for code in codes.split())


def linked_sources(codes: str) -> str:
    """The sources as HTML, each the way to its page where it has one."""
    links = []
    for code in codes.split():
        source, words = store.release().sources[code], html.escape(short_sources(code))
        is_address = source.address.startswith(("https://", "http://"))
        link = f'<a href="{html.escape(source.address)}" rel="noreferrer" target="_blank">{words}</a>'
        links.append(link if is_address else words)
    return "; ".join(links)


def is_demonstration(services: Services) -> bool:
    """Whether the people reached are made up."""
    return bool(services.counts["kind"].eq("demonstration").any())


def too_few(t: Text) -> str:
    """The one mark of every hidden count."""
    return t("state.suppressed.mark.too_few_people")
