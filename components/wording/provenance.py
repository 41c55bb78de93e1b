"""Where figures come from, in words: the lines under every card and inside every picture."""

from collections.abc import Sequence

from data import Indicator, ReleaseInfo, Source
from i18n import Text


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
    return t("provenance.citation", publisher=source.publisher, title=source.title, year=source.year)
