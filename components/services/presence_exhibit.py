"""The exhibit of the matrix: which services sources attest in which county in a cycle."""

from functools import partial

from components import store
from components.charts.palette import Palette
from components.exhibits.model import Drawing, Exhibit
from components.exhibits.view import View
from components.services.gaps import shared_gaps
from components.services.matrix import matrix_frame, matrix_svg, page_title
from components.services.presence_table import presence_rows
from components.services.words import citation_lines, sources_named
from i18n import Text


def presence_exhibit(t: Text, view: View) -> Exhibit:
    """The matrix of the view's cycle, its gaps in words, and the table of presence behind it (no observations)."""
    cycle = view.choice("cycle")
    rows = presence_rows(t, cycle)
    sources = sources_named(rows["source"])
    return Exhibit(
        view=view,
        info=store.release().info,
        title=page_title(t, cycle),
        caption=t("services.matrix_title", cycle=cycle),
        pills=(t(f"cycle.{cycle}.name"),),
        sentences=tuple(shared_gaps(t, cycle)),
        limits=(t("service_gap.silence"), t("service_gap.shelters")),
        rows=rows,
        indicator=None,
        sources=sources,
        source_lines=citation_lines(t, sources),
        method="count",
        pictures={"matrix": Drawing(partial(matrix_drawing, t, cycle))},
        is_demonstration=False,
    )


def matrix_drawing(t: Text, cycle: str, palette: Palette) -> list[tuple[str, float]]:
    """The matrix for files: every cell with sign and word, so that it needs no legend."""
    return [(matrix_svg(t, matrix_frame(t, cycle), cycle, palette=palette, prefix="file-matrix"), 1.0)]
