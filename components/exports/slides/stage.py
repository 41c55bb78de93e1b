"""The stage of every page: where title, foot and body stand, in inches on 16 to 9."""

from dataclasses import dataclass

from pptx.presentation import Presentation

from components.exports.slides.fitting import Box
from components.exports.slides.model import DeckWords

WIDTH, HEIGHT = 13.333, 7.5
EDGE = 0.6
ROOM = WIDTH - 2 * EDGE
MARK = Box(EDGE, 0.2, ROOM, 0.26)
TITLE = Box(EDGE, 0.5, ROOM, 0.98)
BODY = Box(EDGE, 1.62, ROOM, 5.18)
FOOT = Box(EDGE, 6.9, ROOM - 0.8, 0.42)
NUMBER = Box(WIDTH - EDGE - 0.7, 6.9, 0.7, 0.42)
TITLE_SIZES = (30, 28, 26, 24, 22)
TEXT_SIZES = (20, 18)  # nothing that is read aloud or read from the back of the room is smaller than 18 points
FOOT_SIZES = (12, 11, 10, 9)
LANGUAGES = {"sq": "sq-AL", "en": "en-GB"}


@dataclass(frozen=True)
class Stage:
    """The presentation that is being filled, and the words of the deck."""

    presentation: Presentation
    words: DeckWords

    @property
    def language(self) -> str:
        """The language of every run of text: what a spelling checker and a screen reader go by."""
        return LANGUAGES[self.words.language]
