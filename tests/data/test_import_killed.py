"""An import that is killed: at the next one everything stands as before, and nothing that it left is kept."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.__main__ import main
from data.reading.closed_folders import close, make_closed
from data.reading.taking_place import OVER, WORKING, clear_left, staging, take_places
from tests.data.services.record_files import codebook_file, records
from tests.data.services.test_records_import import Desk

# Takes the places of `kept/a` (which stands) and `kept/b` (which does not), and kills itself before the nth renaming.
TAKES = """
import os, signal, sys
from pathlib import Path
from data.reading.taking_place import staging, take_places
from tests.data.services.record_files import codebook_file, records
from tests.data.services.test_records_import import Desk
folder, left = Path(sys.argv[1]), [int(sys.argv[2])]
rename = Path.rename
def counted(self, target):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return rename(self, target)
Path.rename = counted
with staging(folder / "kept") as fresh:
    for name in "ab":
        (fresh / name).write_text("new")
    take_places({fresh / name: folder / "kept" / name for name in "ab"})
"""
RENAMINGS = 4  # a aside, a, b, and the working folder's own


def killed(folder: Path, before: int) -> int:
    return subprocess.run([sys.executable, "-c", TAKES, str(folder), str(before)], check=False).returncode


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a").write_text("old")
    return tmp_path


@pytest.mark.parametrize("before", range(RENAMINGS))
def test_what_a_killed_import_began_is_undone_at_the_next(before: int, folder: Path) -> None:
    assert killed(folder, before) == -signal.SIGKILL
    assert any(path.name.startswith(WORKING) for path in (folder / "kept").iterdir())
    clear_left(folder / "kept")
    assert held(folder / "kept") == {"a": "old"}


def test_an_import_that_ended_is_not_undone(folder: Path) -> None:
    assert killed(folder, RENAMINGS) == 0
    assert held(folder / "kept") == {"a": "new", "b": "new"}
    over = folder / "kept" / f"{OVER}x"
    over.mkdir()
    (over / "a.old").write_text("old")  # killed while it was deleting
    clear_left(folder / "kept")
    assert held(folder / "kept") == {"a": "new", "b": "new"}


def test_a_folder_made_for_the_first_import_goes_with_it(tmp_path: Path) -> None:
    assert killed(tmp_path, 3) == 0  # nothing stood there: three renamings, the last of them the working folder's
    for path in (tmp_path / "kept").iterdir():
        path.unlink()
    with pytest.raises(OSError), staging(tmp_path) as fresh:
        (fresh / "a").write_text("new")
        take_places({fresh / "a": tmp_path / "made" / "a", fresh / "gone": tmp_path / "made" / "gone"})
    assert not (tmp_path / "made").exists()


def test_an_import_that_still_runs_keeps_its_folder(folder: Path) -> None:
    with staging(folder / "kept") as fresh:
        (fresh / "a").write_text("new")
        clear_left(folder / "kept")
        assert (fresh / "a").read_text() == "new"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_a_closed_folder_and_those_made_above_it_are_for_their_owner_alone(umask: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        make_closed(tmp_path / "private" / "services")
    finally:
        os.umask(before)
    made = (tmp_path / "private", tmp_path / "private" / "services")
    assert [path.stat().st_mode & 0o777 for path in made] == [0o700, 0o700]


def test_a_folder_that_stood_open_is_closed_with_all_that_is_in_it_but_nothing_outside(tmp_path: Path) -> None:
    store, outside = tmp_path / "private", tmp_path / "outside"
    (store / "logs").mkdir(parents=True)
    outside.write_text("")
    for path in (store / "logs" / "import.log", store / "proof.npz"):
        path.write_text("")
        path.chmod(0o644)
    (store / "link").symlink_to(outside)
    for path in (store, store / "logs", outside):
        path.chmod(0o755)
    make_closed(store)
    assert {path.stat().st_mode & 0o777 for path in (store, store / "logs")} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in store.rglob("*.*")} == {0o600}
    assert outside.stat().st_mode & 0o777 == 0o755
    close(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


KILLED_WITH_ALL_STAGED = """
import os, signal, sys
import data.services.records.importing as services, data.survey.importing as survey
from data.__main__ import main
def die(places):
    os.kill(os.getpid(), signal.SIGKILL)
services.take_places = survey.take_places = die
main(sys.argv[1:])
"""


@pytest.mark.parametrize("kind", ["services", "survey"])
def test_a_killed_import_leaves_nothing_after_the_next_even_where_that_is_refused(kind: str, tmp_path: Path) -> None:
    places = {"services": services_desk, "survey": survey_desk}[kind](tmp_path)
    words = ["import", *places, "--sources", str(tmp_path / "sources"), "--private", str(tmp_path / "private" / kind),
             "--results", str(tmp_path / "sources" / kind / "results")]  # fmt: skip
    done = subprocess.run([sys.executable, "-c", KILLED_WITH_ALL_STAGED, *words], check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(left(tmp_path)) == 2
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "private").rglob("*")} == {0}
    Path(places[0]).write_text("nothing\n", encoding="utf-8")
    assert main(words) == 1
    assert left(tmp_path) == []
    assert not (tmp_path / "sources" / kind / "results").exists()


def left(folder: Path) -> list[Path]:
    return [path for path in folder.rglob(".*-*") if path.name.startswith((WORKING, OVER))]


def services_desk(folder: Path) -> list[str]:
    """Records to import with their codebook, as the command takes them."""
    desk = Desk(folder)
    records(60).to_csv(desk.folder / "records.csv", index=False)
    return [str(desk.folder / "records.csv"), "--codebook", str(codebook_file(folder))]


def survey_desk(folder: Path) -> list[str]:
    """The practice wave with its codebook, and sources that know it."""
    (folder / "sources").mkdir()
    sources = "id,title,publisher,year,address\npractice,Practice file,Nobody,2026,\n"
    (folder / "sources" / "sources.csv").write_text(sources, encoding="utf-8")
    practice = Path(__file__).parent / "survey" / "intake" / "pspp"
    file = folder / "practice.sav"
    file.write_bytes((practice / "practice_SYNTHETIC.sav").read_bytes())
    return [str(file), "--codebook", str(practice / "practice_w2.toml")]
