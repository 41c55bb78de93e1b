"""Where figures come from, in words: the lines under every card and inside every picture."""

from collections.abc import Sequence
from typing import Final

from data import Indicator, ReleaseInfo, Source
from i18n import Text

OWN: Final = ("demonstration", "demonstration_services")


def source_lines(t: Text, sources: Sequence[Source], indicator: Indicator, info: ReleaseInfo) -> list[str]:
    """The citations, how the interval was made, the release, the boundaries' attribution."""
    cited = "; ".join(citation(t, source) for source in sources)
    lines = [t("provenance.sources", sources=cited)] if cited else []
    lines.append(f"{t(f'method.{interval_method(indicator)}.short')} {t('provenance.release', release=info.id)}")
    if indicator.level == "county":
        lines.append(t("provenance.boundaries"))
    return lines


def interval_method(indicator: Indicator) -> str:
    """The code under which i18n says how the indicator's interval was made, or why there is none."""
    return "count" if indicator.is_count else indicator.interval


def citation(t: Text, source: Source) -> str:
    """Publisher, title, year."""
    return t("provenance.citation", publisher=publisher(t, source), title=title(t, source), year=year(t, source))


def short_citation(t: Text, source: Source) -> str:
    """Publisher and year, where it names one."""
    return f"{publisher(t, source)}, {year(t, source)}" if source.year else publisher(t, source)


def publisher(t: Text, source: Source) -> str:
    """Who published it, whom that publisher cites, and where a copy was read."""
    named = source.publisher
    for way in ("cites", "copy"):
        if whom := getattr(source, way):
            named = t(f"provenance.{way}", publisher=named, whom=whom)
    return named


def title(t: Text, source: Source) -> str:
    """The title as printed; our own demonstration data are named in the reader's language."""
    return t(f"source_title.{source.id}") if source.id in OWN else source.title


def year(t: Text, source: Source) -> str:
    """The year, or that it is about that year, or that none is named."""
    if not source.year:
        return t("provenance.undated")
    about = source.year.rstrip("~?")
    return source.year if about == source.year else t("provenance.about_year", year=about)
