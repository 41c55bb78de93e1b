"""Folders and files for nobody but the account that imports: the one place that makes and keeps them so."""

import stat
from pathlib import Path
from typing import Final

FOLDER: Final = 0o700
FILE: Final = 0o600


def make_closed(folder: Path) -> None:
    """Make a folder, and every folder above it that is missing, for its owner alone; close what is in it already."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=FOLDER, exist_ok=True)
        each.chmod(FOLDER)  # whatever the umask left of the mode
    close(folder)


def close(folder: Path) -> None:
    """Take from everybody else what rights they have to a folder and all that is in it; nothing where there is none."""
    for each in (folder, *folder.rglob("*")) if folder.is_dir() else ():
        mode = each.lstat().st_mode
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):  # what a link points to is not ours
            wanted = FOLDER if stat.S_ISDIR(mode) else FILE
            if stat.S_IMODE(mode) != wanted:
                each.chmod(wanted)
