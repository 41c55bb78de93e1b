"""python -m components.downloads.light [--out FOLDER]: the light pages of the release that HARTA_RELEASE names."""

import argparse
import sys
from pathlib import Path

from streamlit.logger import set_log_level

from components.downloads.light.making import write_all
from components.downloads.light.shelf import FOLDER
from data import ReleaseError


def main() -> int:
    """0 with a line a page; 1 where the release does not open."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER)
    set_log_level("ERROR")  # Streamlit warns that nobody is reading
    try:
        sizes = write_all(parser.parse_args().out)
    except ReleaseError as fault:
        print(fault, file=sys.stderr)
        return 1
    for name, size in sizes.items():
        print(f"{name}: {size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
