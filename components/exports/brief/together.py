"""Several briefs in one file."""

from collections.abc import Sequence
from dataclasses import replace

from components.exports.brief.model import Brief
from components.exports.provenance.model import Provenance


def provenance_together(briefs: Sequence[Brief]) -> Provenance:
    """The provenance of a file of these briefs: every figure and source once, the first one's address."""
    each = [brief.provenance for brief in briefs]
    figures = {tuple(figure.values()): figure for one in each for figure in one.figures}
    return replace(
        each[0],
        title=title_together(briefs),
        sources=tuple(dict.fromkeys(source for one in each for source in one.sources)),
        demonstration=any(one.demonstration for one in each),
        figures=tuple(figures.values()),
    )


def title_together(briefs: Sequence[Brief]) -> str:
    """The product and the counties."""
    return f"{briefs[0].words['product']}: {'; '.join(brief.title for brief in briefs)}"
