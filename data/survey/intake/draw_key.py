"""The secret key of the private draws: made once for a private store, and kept in it beside the respondents."""

import os
import secrets
from pathlib import Path
from typing import Final

from data.model.errors import Problem, SourceError
from data.model.questionnaire import WAVES

FILE: Final = "draw.key"
_BYTES: Final = 32


def draw_key(store: Path) -> bytes:
    """The store's key; a new one, not yet written, where the store holds no wave.

    SourceError where waves are stored and their key is gone or damaged: another draw would give persons away who were
    counted elsewhere before.
    """
    path = store / FILE
    if path.is_file():
        key = path.read_bytes()
        if len(key) == _BYTES:
            return key
        raise SourceError(
            [Problem(str(path), 0, "", f"a key of {_BYTES} bytes (from the backup)", f"{len(key)} bytes")]
        )
    if any((store / f"{wave}.parquet").exists() for wave in WAVES):
        expected = "the key of the draws behind the stored waves (from the backup; see docs/operating.md)"
        raise SourceError([Problem(str(path), 0, "", expected, "none")])
    return secrets.token_bytes(_BYTES)


def stage_key(folder: Path, key: bytes) -> Path:
    """Write the key into an existing folder, readable by its owner alone; its path."""
    path = folder / FILE
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key)
    return path
