"""Microdata stay on the steward's machine: out of git, out of the app, out of what the server serves."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from data.reading.read_file import read_file

ROOT = Path(__file__).parents[4]
INVENTED = Path("tests/data/survey/intake/pspp")
MICRODATA = re.compile(r"\.(sav|zsav|por|dta|xlsx?|ods)$", re.IGNORECASE)
SERVED = {".svg", ".ttf", ".woff2", ".md", ".png", ".ico"}
PRIVATE_PLACE = re.compile(r"data/private|private/survey|[\"']private[\"']")
STEWARDS = (
    *(f"data.reading.{name}" for name in ("read_file", "raw_table", "delimited", "workbook", "statistical", "xlsform")),
    *(f"data.survey.{name}" for name in ("intake", "drafting", "demonstration", "importing", "assembly", "published")),
    *(f"data.services.{name}" for name in ("records", "assembly", "presence.reading")),
    *(f"data.facts.{name}" for name in ("facts", "fact_rules", "catalogue", "programme")),
    "data.commands",
    "data.releasing.build",
)


def git(*arguments: str) -> list[str]:
    answer = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return answer.stdout.split()


def file_of(module: str) -> Path | None:
    path = ROOT.joinpath(*module.split("."))
    return next((each for each in (path.with_suffix(".py"), path / "__init__.py") if each.is_file()), None)


def imported(path: Path) -> Iterator[str]:
    """Our own modules that a file imports, wherever it does so, with the packages they stand in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def reached(*starts: Path) -> dict[Path, set[str]]:
    """Every file of ours that is loaded with these, and the modules it imports."""
    found: dict[Path, set[str]] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = {module for module in imported(path) if file_of(module)}
            waiting += [each for module in found[path] if (each := file_of(module))]
    return found


def app_files() -> dict[Path, set[str]]:
    folders = [path for name in ("pages", "components") for path in sorted((ROOT / name).rglob("*.py"))]
    return reached(ROOT / "app.py", ROOT / "server.py", ROOT / "data/releasing/release.py", *folders)


def test_git_ignores_the_private_store_and_holds_none_of_it() -> None:
    stored = [
        "data/private/survey/w1.parquet",
        "data/private/survey/w1.toml",
        "data/private/survey/.fresh-x/w1.parquet",
    ]
    assert git("check-ignore", *stored) == stored
    assert git("ls-files", "data/private") == []
    assert git("ls-files", "data/__main__.py") == ["data/__main__.py"]


def test_git_holds_no_file_in_a_form_of_microdata() -> None:
    """But for invented ones, which say so in their name and in every row."""
    files = git("ls-files", "--cached", "--others", "--exclude-standard")  # what is in git, and what the next add takes
    found = [Path(name) for name in files if MICRODATA.search(name)]
    assert [str(path) for path in found if path.parent != INVENTED or "SYNTHETIC" not in path.name] == []
    assert len(found) >= 4
    assert [str(path) for path in found if not all_invented(read_file(ROOT / path).values)] == []


def test_a_single_row_that_does_not_say_it_is_invented_is_found() -> None:
    ids = pd.DataFrame({"nr": ["SYN-0001", "SYN-0002"], "Q1": ["1", "2"]})
    marked = pd.DataFrame({"id": ["900001", "900002"], "SYNTHETIC": ["1", "1"]})
    assert all_invented(ids) and all_invented(marked)
    assert not all_invented(ids.assign(nr=["SYN-0001", "0002"]))
    assert not all_invented(marked.assign(SYNTHETIC=["1", "0"]))
    assert not all_invented(marked.drop(columns="SYNTHETIC"))


def all_invented(values: pd.DataFrame) -> bool:
    """Whether every row's id begins with SYN (the id stands first), or every row is marked as synthetic."""
    marks = values.get("SYNTHETIC", pd.Series("0", values.index))
    return bool(values.iloc[:, 0].str.startswith("SYN").all() or marks.eq("1").all())


def test_the_app_never_loads_the_importer_nor_names_the_private_store() -> None:
    files = app_files()
    assert ROOT / "data/releasing/release.py" in files and ROOT / "data/model/questionnaire.py" in files
    loading = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path, modules in files.items()
        for module in modules
        if any(module == each or module.startswith(f"{each}.") for each in STEWARDS)
    ]
    assert loading == []
    assert [str(path) for path in files if PRIVATE_PLACE.search(path.read_text(encoding="utf-8"))] == []


def test_the_search_for_the_private_store_finds_who_does_name_it() -> None:
    assert [each for each in STEWARDS if not file_of(each) and not ROOT.joinpath(*each.split(".")).is_dir()] == []
    files = reached(ROOT / "data/commands.py")
    assert ROOT / "data/survey/intake/private.py" in files
    assert [path.name for path in files if PRIVATE_PLACE.search(path.read_text(encoding="utf-8"))] == ["commands.py"]


def test_the_build_never_loads_the_private_store() -> None:
    files = reached(ROOT / "data/releasing/build.py")
    assert ROOT / "data/facts/facts.py" in files
    assert ROOT / "data/survey/intake/private.py" not in files
    assert [str(path) for path in files if PRIVATE_PLACE.search(path.read_text(encoding="utf-8"))] == []


def test_the_folder_that_streamlit_serves_holds_no_data() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    static = ROOT / "static"
    served = [path for path in static.rglob("*") if not path.is_dir()]
    assert not static.is_symlink() and not any(path.is_symlink() for path in static.rglob("*"))
    if settings["server"].get("enableStaticServing", False):
        assert served
        light = static / "snapshots"  # pages made of the release alone: test_light_pages.py holds them against it
        assert [
            path.name for path in served if path.suffix not in SERVED | ({".html"} if path.parent == light else set())
        ] == []
