"""Fresh files take the places of old ones: all of them, or none, also where the import is killed on the way.

While an import works, its files stand in a folder `.fresh-…` that is locked as long as its process lives. What it moves
aside, and which places were empty, is written down there, so that the next import can undo what a killed one began. An
import that is over renames its folders to `.over-…` before it deletes them: from then on nothing is undone.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

WORKING: Final = ".fresh-"
OVER: Final = ".over-"
_OLD: Final = ".old"  # what stood at the place
_PLACE: Final = ".place"  # a link to the place that is about to be taken


@contextmanager
def staging(inside: Path) -> Iterator[Path]:
    """A temporary folder in a folder of the file system that its files go to; the folder is made if missing."""
    inside.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=WORKING, dir=inside))
    with _locked(folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder.rename(folder.with_name(folder.name.replace(WORKING, OVER))), ignore_errors=True)


def clear_left(*folders: Path) -> None:
    """Undo what killed imports began in these folders and delete what they left; imports that still run keep theirs."""
    for left in (each for folder in folders for each in sorted(folder.glob(f"{WORKING}*"))):
        with suppress(BlockingIOError), _locked(left):
            _undo(left)
            shutil.rmtree(left)
    for left in (each for folder in folders for each in sorted(folder.glob(f"{OVER}*"))):
        shutil.rmtree(left, ignore_errors=True)


def take_places(places: Mapping[Path, Path]) -> None:
    """Move every fresh file to its place; where one cannot be moved, all old files come back and OSError is raised."""
    try:
        for fresh, place in places.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh.with_name(fresh.name + _PLACE).symlink_to(place.absolute())
            if place.is_file():
                place.rename(fresh.with_name(fresh.name + _OLD))
            fresh.rename(place)
    except OSError:
        for folder in {fresh.parent for fresh in places}:
            _undo(folder)
        raise


def _undo(folder: Path) -> None:
    """Give every place that files of a working folder took, or were about to take, back to what stood there before."""
    for link in folder.glob(f"*{_PLACE}"):
        fresh, place = link.with_suffix(""), link.readlink()
        old = fresh.with_name(fresh.name + _OLD)
        if not fresh.exists():
            place.rename(fresh)
        if old.exists():
            old.rename(place)
        with suppress(OSError):  # a folder made for this file alone is empty now
            place.parent.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock, which a process that ends lets go; BlockingIOError where another process holds it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)
