"""Where a release comes from: a folder of this machine, or object storage, from which it is copied first."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

import pyarrow.fs as fs
from pyarrow import ArrowException

from data.model.errors import ReleaseError
from data.reading.parquet import FILES
from data.releasing.datapackage import NAME
from data.releasing.release_storage import storage_at

LARGEST: Final = 200_000_000  # bytes of one file; a release has about two million in all


def release_folder(place: str | Path) -> Path:
    """The folder of the release at `place`: itself, or for an address such as `s3://bucket/release` a copy in a
    temporary folder, of the files that a release may have and of no other.

    Whoever opens the folder compares every file with the description's hash, so a half-copied or changed release is
    refused there. Raises ReleaseError, naming the file, where the storage does not answer or a file is not to be had.
    """
    if "://" not in str(place):
        return Path(place)
    folder = Path(tempfile.mkdtemp(prefix="harta-release-"))
    try:
        storage, path = storage_at(str(place))
        names = _names(storage, path)
        for name in (NAME, *(each for each in FILES if each in names)):
            (folder / name).write_bytes(_content(storage, f"{path.rstrip('/')}/{name}"))
    except (OSError, ValueError, ArrowException, ReleaseError) as error:  # ValueError: no address at all
        shutil.rmtree(folder, ignore_errors=True)
        raise ReleaseError(
            f"{_shown(str(place))}: expected a release in object storage, found: {without_secrets(error, str(place))}"
        ) from None
    return folder


def _names(storage: fs.FileSystem, path: str) -> set[str]:
    return {Path(each.path).name for each in storage.get_file_info(fs.FileSelector(path))}


def _content(storage: fs.FileSystem, path: str) -> bytes:
    with storage.open_input_file(path) as file:
        if file.size() > LARGEST:
            raise ReleaseError(f"{Path(path).name}: expected at most {LARGEST} bytes, found {file.size()}")
        return bytes(file.read())


def without_secrets(error: Exception, address: str) -> str:
    """What an error of a storage says, the address in it as it may be shown and no name or password before the host."""
    told = str(error).replace(address, _shown(address))
    secret = address.partition("://")[2].rpartition("@")[0]
    return told.replace(secret, "…") if secret else told


def _shown(address: str) -> str:
    """The address without its query and without a name and password before the host."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}"
