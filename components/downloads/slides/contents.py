"""An exhibit as a slide: the same words, rows and pictures, and in the notes all that a speaker may be asked."""

from collections.abc import Sequence

from components.downloads.slides.charts import chart_of, sides_of
from components.downloads.slides.maps import key_of, maps_of, upright, wide_pictures
from components.downloads.slides.presence import is_presence, presence_table
from components.downloads.slides.sources import full_citations, short_source
from components.exhibits.legend import legend_of_drawings
from components.exhibits.model import Exhibit
from components.exports.slides.model import Slide
from i18n import Text

BETWEEN = " · "


def slides_of(t: Text, exhibits: Sequence[Exhibit], site: str) -> list[Slide]:
    """A slide an exhibit, in their order; `site` is where the app stands. Maps are drawn at once."""
    return [slide_of(t, exhibit, site) for exhibit in exhibits]


def slide_of(t: Text, exhibit: Exhibit, site: str) -> Slide:
    """One exhibit, whole."""
    address = exhibit.view.address(site, lang=t.language, release=exhibit.info.id)
    maps, notes = maps_of(t, exhibit, address), tuple(notes_of(t, exhibit, address))
    return Slide(
        title=exhibit.title,
        caption=caption_of(t, exhibit),
        filters=BETWEEN.join(exhibit.pills),
        sentences=exhibit.sentences,
        limits=exhibit.limits,
        short_source=short_source(t, exhibit.sources, exhibit.info.id),
        notes=notes,
        citations=full_citations(t, exhibit.sources),
        is_demonstration=exhibit.is_demonstration,
        legend=BETWEEN.join(words for _, words in legend_of_drawings(t, upright(exhibit))),
        maps=maps,
        key=key_of(t, exhibit) if maps else None,
        pictures=() if is_presence(exhibit) else wide_pictures(t, exhibit, address),
        chart=chart_of(t, exhibit),
        table=presence_table(t, exhibit, notes) if is_presence(exhibit) else None,
    )


def caption_of(t: Text, exhibit: Exhibit) -> str:
    """The caption without the words for which of two maps stands left: on a slide each bears its name."""
    sides = sides_of(exhibit.rows)
    if len(sides) != 2:
        return exhibit.caption
    return exhibit.caption.removesuffix(f"{BETWEEN}{t('comparison.sides', left=sides[0], right=sides[1])}")


def notes_of(t: Text, exhibit: Exhibit, address: str) -> list[str]:
    """The speaker's notes: what the slide says, every figure in words, method, sources in full, address, release."""
    said = [exhibit.title, caption_of(t, exhibit), BETWEEN.join(exhibit.pills), *exhibit.sentences]
    if exhibit.is_demonstration:
        said.insert(0, t("kind.demonstration_long"))
    if exhibit.limits:
        said += [t("slides.limits"), *exhibit.limits]
    if "spoken" in exhibit.rows:
        said += [t("slides.figures"), *spoken_rows(exhibit)]
    said += [t(f"method.{exhibit.method}.long"), *exhibit.source_lines]
    said += [t("slides.sources"), *full_citations(t, exhibit.sources)]
    return [*said, t("slides.release", release=exhibit.info.id), t("slides.address", address=address)]


def spoken_rows(exhibit: Exhibit) -> list[str]:
    """Every row in words; of a comparison with its side."""
    rows = exhibit.rows
    sides = rows["side"] if "side" in rows else [""] * len(rows)
    return [f"{side}: {words}" if side else words for side, words in zip(sides, rows["spoken"], strict=True)]
