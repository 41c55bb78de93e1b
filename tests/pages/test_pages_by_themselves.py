"""Every page imports what it needs: it opens as the first one of a server, whatever others would have imported."""

import subprocess
import sys
from pathlib import Path

from screen import ROOT


def imported(*pages: Path) -> subprocess.CompletedProcess[str]:
    """The imports of each page, as if it were the first."""
    command = [sys.executable, "-m", "tests.pages.page_imports", *map(str, pages)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_every_page_can_be_the_first() -> None:
    pages = sorted((ROOT / "pages").glob("*.py"), key=lambda path: (path.stem != "risk", path.stem))
    done = imported(*pages)
    assert done.returncode == 0, done.stderr
    modules = {stem: int(number) for stem, number in map(str.split, done.stdout.splitlines())}
    assert [*modules] == [path.stem for path in pages]
    assert 10 < modules["methods"] < modules["risk"], "what the page before imported was not forgotten"


def test_a_page_that_leans_on_another_is_found(tmp_path: Path) -> None:
    page = tmp_path / "leaning.py"
    page.write_text("import components\nfrom components import nothing_of_the_kind\n", encoding="utf-8")
    done = imported(page)
    assert done.returncode != 0 and "nothing_of_the_kind" in done.stderr
