"""What stands now at the place a release was opened from: read without opening it."""

import shutil
import tempfile
from pathlib import Path

from pyarrow import ArrowException

from data.model.errors import ReleaseError
from data.model.provenance import ReleaseInfo
from data.releasing.datapackage import NAME, package_problems, read_info
from data.releasing.place import release_folder, without_secrets
from data.releasing.release_storage import storage_at


def claimed_info(place: str | Path) -> ReleaseInfo:
    """The identity that the description at `place` claims, a folder or an address in object storage; only the
    description is read. Raises ReleaseError where there is none that can be read."""
    if "://" not in str(place):
        return read_info(Path(place))
    with tempfile.TemporaryDirectory(prefix="harta-described-") as folder:
        try:
            storage, path = storage_at(str(place))
            with storage.open_input_file(f"{path.rstrip('/')}/{NAME}") as file:
                (Path(folder) / NAME).write_bytes(file.read())
        except (OSError, ArrowException) as error:
            told = without_secrets(error, str(place))
            raise ReleaseError(f"expected a description in object storage, found: {told}") from None
        return read_info(Path(folder))


def is_whole(place: str | Path) -> bool:
    """Whether all files at `place` are those of its description: a release half copied is none."""
    try:
        folder = release_folder(place)
        problems = package_problems(folder)
    except ReleaseError:
        return False
    if "://" in str(place):
        shutil.rmtree(folder, ignore_errors=True)
    return not problems
