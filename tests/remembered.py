"""Answers of slow pure functions, worked out once a run: all tests, and all of the run's processes, share them."""

import hashlib
import pickle
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


def remembered(function: Callable[..., Any], folder: Path) -> Callable[..., Any]:
    """The function, its answers kept in the folder by what it was asked; whoever changes one changes only a copy."""

    def asked(*arguments: Any, **named: Any) -> Any:
        question = pickle.dumps([_told(each) for each in (function.__qualname__, *arguments, *sorted(named.items()))])
        place = folder / hashlib.sha256(question).hexdigest()
        if not place.exists():
            answer = function(*arguments, **named)
            own = place.with_suffix(f".{id(answer)}")
            own.write_bytes(pickle.dumps(answer))
            own.replace(place)  # whole or not at all, for another process may be looking
        return pickle.loads(place.read_bytes())

    return asked


def _told(argument: object) -> object:
    """What the function learns of an argument: of a folder, all files in it."""
    if isinstance(argument, Path):
        return [(str(path.relative_to(argument)), path.read_bytes()) for path in _files(argument)]
    return argument


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
