"""What a page begins with, in the shell itself: a first look at its map, before Streamlit's scripts have come."""

import logging
from urllib.parse import parse_qs

from components.serving.first_card import first_card
from components.serving.first_look import first_look
from components.serving.quiet import without_a_reader
from data import ReleaseError
from i18n import LANGUAGES, words

START = "/"
LONGEST = 2_000  # characters of an address that is looked at
LOG = logging.getLogger(__name__)


def look_at(path: str, query: str) -> str:
    """The first look for an address; '' where its page begins with no map or the release cannot be opened."""
    if len(query) > LONGEST:
        return ""
    codes = {key: values[0] for key, values in parse_qs(query).items()}
    language = codes.get("lang", LANGUAGES[0])
    t = words(language if language in LANGUAGES else LANGUAGES[0])
    try:
        with without_a_reader():
            card = first_card(t, path, codes)
            return first_look(t, card, has_sidebar=path != START) if card else ""
    except ReleaseError as fault:
        LOG.error("release not opened: %s", fault)
        return ""
