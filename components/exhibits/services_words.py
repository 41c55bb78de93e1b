"""Parts of facts about services in words: who, where, since when, by which source."""

import html
from collections.abc import Iterable, Sequence

from components import store
from components.wording.provenance import citation, short_citation
from data import Services, Source
from data.model.observations import source_ids
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


def short_sources(t: Text, codes: str) -> str:
    """Publisher and year of each source."""
    return "; ".join(short_citation(t, store.release().sources[code]) for code in codes.split())


def citations(t: Text, codes: str) -> str:
    """The sources cited in full."""
    return "; ".join(citation(t, store.release().sources[code]) for code in codes.split())


def sources_named(cells: Iterable[str]) -> tuple[Source, ...]:
    """The sources whose ids stand in these cells, each once."""
    return tuple(store.release().sources[code] for code in source_ids(cells))


def citation_lines(t: Text, sources: Sequence[Source], *, method: str = "") -> tuple[str, ...]:
    """The lines under a picture: the sources cited, how its interval was made if it could have one, the release."""
    cited = "; ".join(citation(t, source) for source in sources)
    release = t("provenance.release", release=store.release().info.id)
    last = f"{method} {release}" if method else release
    return (t("provenance.sources", sources=cited), last) if cited else (last,)


def linked_sources(t: Text, codes: str) -> str:
    """The sources as HTML, each the way to its page where it has one."""
    links = []
    for code in codes.split():
        source, words = store.release().sources[code], html.escape(short_sources(t, code))
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
