"""How long the build of the release takes, and of a survey cube of 3 million respondents.

    python bench/build_speed.py              about a minute and a half

The release is built from the committed sources into a temporary folder and must have the committed release's id. The
cube is `cube_speed.py --big`, with its yardstick.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cube_speed import MOST_MEGABYTES, MOST_SECONDS, measured
from report import Targets, machine
from serving import ROOT

RESPONDENTS, PSUS = 3_000_000, 4_000


def build(folder: Path) -> tuple[float, float]:
    """Seconds and CPU seconds of `python -m data build` into the folder."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "data", "build", "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def release_id(folder: Path) -> str:
    """The id that a release names itself by."""
    return str(json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["id"])


def main() -> None:
    """The release, then the cube."""
    print(machine())
    targets = Targets()
    with tempfile.TemporaryDirectory(prefix="harta-bench-") as temporary:
        made = Path(temporary) / "release"
        wall, cpu = build(made)
        same = release_id(made) == release_id(ROOT / "data" / "release")
        print(f"release: {wall:.1f} s, {cpu:.1f} s CPU; the committed release's id: {'yes' if same else 'no'}")
    plain, cube = (measured(part, RESPONDENTS, PSUS) for part in ("group-by", "cube"))
    print(
        f"cube of {RESPONDENTS:,} respondents, {PSUS:,} PSUs: {cube['estimates']:,} estimates in {cube['wall']:.1f} s, "
        f"{cube['cpu']:.1f} s CPU, {cube['megabytes']:.0f} MB; ratio to a group-by {cube['cpu'] / plain['cpu']:.1f}"
    )
    targets.hold("cube", cube["wall"], MOST_SECONDS, "s")
    targets.hold("cube, peak memory", cube["megabytes"], MOST_MEGABYTES, "MB")
    targets.end()


if __name__ == "__main__":
    main()
