"""A deck in the making: exhibits opened and drawn one by one, then the file, each step told."""

from collections.abc import Callable, Sequence

from components.downloads.slides.contents import slide_of
from components.exhibits.model import Exhibit
from components.exports.slides.deck import deck_of
from components.exports.slides.model import DeckWords, Progress, Slide, TableSlide
from i18n import Text

DRAWING = 0.85  # of the work: maps and words; the rest is writing the file
Opening = Callable[[], Exhibit | TableSlide | None]


def made_deck(t: Text, openings: Sequence[Opening], words: DeckWords, site: str, progress: Progress) -> bytes:
    """The deck of what the openings give, in their order; what the release does not have is left out."""
    slides: list[Slide | TableSlide] = []
    for number, opening in enumerate(openings):
        opened = opening()
        if opened is None:
            continue
        progress(DRAWING * number / len(openings), t("slides.drawing", title=opened.title))
        slides.append(slide_of(t, opened, site) if isinstance(opened, Exhibit) else opened)
    return deck_of(slides, words=words, progress=lambda share, title: writing(t, progress, share, title))


def writing(t: Text, progress: Progress, share: float, title: str) -> None:
    """Tell how much of the file is written."""
    progress(DRAWING + (1 - DRAWING) * share, t("slides.writing", title=title))
