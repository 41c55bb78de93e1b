"""The matrix of services as a native table: a picture of so many cells could not be read from the back of a room."""

from components.downloads.slides.sources import full_citations, short_source
from components.exhibits.model import Exhibit
from components.exhibits.services_matrix import matrix_frame
from components.exports.slides.model import TableSlide
from data.model.service_counts import SERVICE_CYCLES
from i18n import Text


def is_presence(exhibit: Exhibit) -> bool:
    """Whether the exhibit is the matrix of services by county."""
    return (exhibit.view.page, exhibit.view.subject) == ("services", "presence")


def presence_table(t: Text, exhibit: Exhibit, notes: tuple[str, ...]) -> TableSlide:
    """A row a service, a column a county, in every cell the state's word."""
    told = matrix_frame(t, exhibit.view.choice("cycle", SERVICE_CYCLES[-1]))
    services, areas = (list(dict.fromkeys(told[column])) for column in ("name", "area_name"))
    words = dict(zip(zip(told["name"], told["area_name"], strict=True), told["word"], strict=True))
    rows = tuple((service, *(words[service, area] for area in areas)) for service in services)
    headings = (t("slides.service"), *areas)
    return TableSlide(
        title=exhibit.title,
        caption=exhibit.caption,
        headings=headings,
        rows=rows,
        short_source=short_source(t, exhibit.sources, exhibit.info.id),
        notes=notes,
        citations=full_citations(t, exhibit.sources),
        described=". ".join(f"{', '.join(headings)}: {'; '.join(row)}" for row in rows),
        is_demonstration=exhibit.is_demonstration,
    )
