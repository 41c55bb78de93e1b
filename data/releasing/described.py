"""The form of what a release says of itself, whoever wrote it: codes and plain names, each file one of its folder."""

import datetime
import re
from pathlib import Path
from typing import Final

from data.model.provenance import ReleaseInfo

_WORD: Final = re.compile(
    r"[A-Za-z0-9][\w.+-]{0,99}", re.ASCII
)  # also the name of a file: never that of another folder
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID: Final = re.compile(_DAY.pattern + r"-[0-9a-f]{8}")


def wrong_parts(info: ReleaseInfo) -> list[str]:
    """The parts of a description that have not the form of ours: they stand on pages and in the names of files."""
    texts = [*info.rules, *info.rules.values()] if isinstance(info.rules, dict) else [None]
    changes = [part for change in info.changes for part in (change.date, change.code)]
    right = {
        "id": _is_of(_ID, info.id),
        "created": _is_of(_DAY, info.date) and _is_day(info.date),
        "version": _is_of(_WORD, info.version),
        "rules": all(_is_of(_WORD, text) for text in texts),
        "changes": all(_is_of(_WORD, part) for part in changes),
        "resources": all(_is_of(_WORD, name) for name in info.files) and len(set(info.files)) == len(info.files),
    }
    return [name for name, is_right in right.items() if not is_right]


def _is_of(form: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and bool(form.fullmatch(text))


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_own(path: Path) -> bool:
    """Whether there is no file, or a plain one that is no link to another place."""
    return not path.exists() or (path.is_file() and not path.is_symlink())
