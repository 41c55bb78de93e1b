"""Made files, kept for whoever asks for the same again."""

import datetime
from collections.abc import Callable

from components import state, store
from components.address.selection import KINDS
from i18n import Text

Key = tuple[str, ...]


class NotMadeYet(Exception):
    """Nobody has made this file."""


def kept_key(t: Text, *parts: str) -> Key:
    """What a file depends on: release, all or only published, language, the day written in it, then `parts`.

    To be asked while the page runs: a file made later, when its button is clicked, knows no session.
    """
    today = datetime.date.today().isoformat()
    return (store.release().info.id, state.recall("kind", KINDS), t.language, today, *parts)


def made_before(key: Key) -> bytes | None:
    """The file kept under the key; None where nobody has made it."""
    try:
        return store.kept(key, not_made_yet)
    except NotMadeYet:
        return None


def keep_made(key: Key, make: Callable[[], bytes | str]) -> bytes:
    """The file kept under the key, made where nobody has made it."""
    return store.kept(key, lambda: as_bytes(make()))


def as_bytes(content: bytes | str) -> bytes:
    """Text as UTF-8."""
    return content.encode("utf-8") if isinstance(content, str) else content


def not_made_yet() -> bytes:
    """Raises NotMadeYet, which is never kept."""
    raise NotMadeYet
