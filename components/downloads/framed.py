"""An exhibit's picture in its frame: what stands beside the figure when it is cut out of the page."""

import datetime

from components.charts.palette import LIGHT
from components.exhibits.legend import legend_of
from components.exhibits.model import Drawing, Exhibit
from components.exports.chart_svg import figure_svg
from components.exports.picture import framed_svg
from i18n import Text


def framed_picture(t: Text, exhibit: Exhibit, name: str, address: str) -> str:
    """The picture called `name` with title, filters, sentences, sources, release, date and `address`, as one SVG.

    Raises NoBrowser where a chart cannot be drawn on this machine.
    """
    provenance, heading = exhibit.provenance(t, address), exhibit.heading(name)
    return framed_svg(
        bare_pictures(exhibit, name),
        product=f"{t('product.name')} · {t('product.full')}",
        title=heading.title,
        caption=heading.caption,
        pills=exhibit.pills,
        legend=legend_of(t, exhibit, name),
        notes=[*heading.sentences, *exhibit.limits],
        source_lines=[
            *exhibit.source_lines,
            t("download.made", date=t.date(datetime.date.today()), address=address),
            t("download.licence"),
        ],
        watermark=t("kind.demonstration") if exhibit.is_demonstration else None,
        metadata={"provenance": provenance.to_json()},
        language=t.language,
    )


def bare_pictures(exhibit: Exhibit, name: str) -> list[tuple[str, float]]:
    """The picture alone, as files have it: light, unmarked, SVGs with their shares of the width."""
    picture = exhibit.pictures[name]
    if isinstance(picture, Drawing):
        return list(picture.draw(LIGHT))
    return [(figure_svg(picture.draw(LIGHT), width=1100), 1.0)]
