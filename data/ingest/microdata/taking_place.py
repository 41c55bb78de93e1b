"""Fresh files take the places of old ones: all of them, or none."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def staging(beside: Path) -> Iterator[Path]:
    """A temporary folder in the nearest folder that exists from `beside` upwards, so in the same file system."""
    folder = next(each for each in (beside, *beside.absolute().parents) if each.is_dir())
    with TemporaryDirectory(prefix=".fresh-", dir=folder) as name:
        yield Path(name)


def take_places(places: Mapping[Path, Path]) -> None:
    """Move every fresh file to its place; where one cannot be moved, all old files come back and OSError is raised."""
    done: list[tuple[Path, Path, Path | None]] = []
    try:
        for fresh, place in places.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            aside = fresh.with_name(f"{fresh.name}.old") if place.is_file() else None
            if aside:
                place.rename(aside)
            done.append((fresh, place, aside))
            fresh.rename(place)
    except OSError:
        for fresh, place, aside in reversed(done):
            if place.is_file():
                place.rename(fresh)
            if aside:
                aside.rename(place)
        raise
