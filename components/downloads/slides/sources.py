"""Sources on slides: one line at the foot, in full in the notes and on the last page."""

from collections.abc import Sequence

from components.wording.provenance import citation, publisher, year
from data import Source
from i18n import Text

LONGEST = 170  # letters that the foot of a slide holds


def short_source(t: Text, sources: Sequence[Source], release: str) -> str:
    """Publishers with their years, each publisher once, or how many sources there are; and the release."""
    years: dict[str, list[str]] = {}
    for source in sources:
        years.setdefault(publisher(t, source), []).append(year(t, source) if source.year else "")
    named = "; ".join(f"{who}, {', '.join(filter(None, told))}" for who, told in years.items())
    released = t("slides.release", release=release)
    if len(named) > LONGEST:
        return f"{t('slides.many_sources', n=t.number(len(sources)))} {released}"
    return f"{t('provenance.sources', sources=named)} {released}" if named else released


def full_citations(t: Text, sources: Sequence[Source]) -> tuple[str, ...]:
    """Publisher, title, year and address of each source."""
    return tuple(f"{citation(t, source)} {source.address}".strip() for source in sources)
