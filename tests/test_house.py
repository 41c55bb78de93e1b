"""The house's rules: who may import whom, what stands where, and what leaves this machine (nothing)."""

import ast
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"app", "server", "pages", "components", "data", "geo", "i18n", "minutes", "tests"}
CODE = sorted(
    path
    for path in (*ROOT.glob("*.py"), *(each for name in OURS - {"tests"} for each in (ROOT / name).rglob("*.py")))
    if "__pycache__" not in path.parts
)
# The longest folder that a file's path begins with decides. First: which of our own modules it may import besides those
# of its own row.
DOORS = ("components.state", "components.store", "components.opening")
TABLE: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "app.py": (
        ("components.sections", "components.widgets", "components.address", *DOORS, "data", "i18n"),
        {"streamlit"},
    ),
    "server.py": (("components.serving",), {"streamlit"}),
    "pages/": (
        (
            "components.sections", "components.downloads", "components.exhibits", "components.widgets",
            "components.wording", "components.address", *DOORS, "data", "i18n",
        ),
        {"streamlit"},
    ),
    "components/serving/": (
        (
            "components.downloads.light", "components.exhibits", "components.exports", "components.charts",
            "components.widgets", "components.wording", "components.address", *DOORS, "data", "i18n", "minutes",
        ),
        {"streamlit"},
    ),
    "components/sections/": (
        (
            "components.downloads", "components.exhibits", "components.exports", "components.charts",
            "components.widgets", "components.wording", "components.address", *DOORS, "data", "i18n",
        ),
        {"streamlit"},
    ),
    "components/sections/minutes/": (
        (
            "components.sections", "components.downloads", "components.exhibits", "components.exports",
            "components.widgets", "components.wording", "components.address", *DOORS, "data", "i18n", "minutes",
        ),
        {"streamlit"},
    ),
    "components/downloads/": (
        (
            "components.exhibits", "components.exports", "components.charts", "components.widgets",
            "components.wording", "components.address", *DOORS, "data", "i18n",
        ),
        {"streamlit"},
    ),
    "components/exhibits/": (
        (
            "components.charts", "components.exports.provenance", "components.wording", "components.address",
            "components.store", "data", "geo", "i18n",
        ),
        set(),
    ),
    "components/widgets/": (
        ("components.wording", "components.charts.palette", "components.address", *DOORS, "data", "i18n"),
        {"streamlit"},
    ),
    "components/store.py": (
        ("components.address", "components.state", "components.opening", "data", "geo"),
        {"streamlit"},
    ),
    "components/state.py": (("components.address",), {"streamlit"}),
    "components/opening.py": (("data",), set()),
    "components/address/": (("data", "i18n"), {"streamlit"}),
    "components/wording/": (("data", "i18n"), set()),
    "components/exports/": (("components.charts", "data.model"), {"plotly"}),
    "components/charts/": (("data.model",), {"plotly"}),
    "components/__init__.py": ((), set()),
    "data/__init__.py": (("data",), set()),
    "data/__main__.py": (("data",), set()),
    "data/commands.py": (("data",), set()),
    "data/releasing/": (
        (
            "data.survey", "data.services", "data.facts", "data.disclosure", "data.statistics", "data.reading",
            "data.model",
        ),
        set(),
    ),
    "data/survey/": (("data.facts", "data.statistics", "data.disclosure", "data.reading", "data.model"), set()),
    "data/services/": (("data.facts", "data.statistics", "data.disclosure", "data.reading", "data.model"), set()),
    "data/facts/": (("data.statistics", "data.reading", "data.model"), set()),
    "data/statistics/": (("data.model",), set()),
    "data/disclosure/": (("data.model",), set()),
    "data/reading/": (("data.model",), set()),
    "data/model/": ((), set()),
    "minutes/": ((), set()),
    # Words write numbers, and there is one rule by which they round; it imports nothing itself.
    "i18n/": (("data.model.rounding",), set()),
    "geo/": ((), set()),
    "geo/build_map.py": (("geo",), {"geopandas"}),
}  # fmt: skip
FACES = {"components/__init__.py", "data/__init__.py"}
RULED = {"streamlit", "plotly", "geopandas"}
CALLS_OUT = {
    "requests", "httpx", "aiohttp", "urllib3", "socket", "ftplib", "smtplib", "urllib.request", "http.client",
}  # fmt: skip


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, wherever in the file; `from a import b` counts as a.b."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path)}:{node.lineno} imports relatively"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def inside(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder}.")


def row(path: Path) -> str:
    """The row of the table that a file stands under."""
    return max((start for start in TABLE if place(path).startswith(start)), key=len)


def rule(path: Path) -> tuple[tuple[str, ...], set[str]]:
    """Which of our own modules a file may import, those of its own row included, and which of the ruled packages."""
    own, ruled = row(path).removesuffix(".py").strip("/").replace("/", "."), TABLE[row(path)][1]
    return (*TABLE[row(path)][0], own), ruled


def room(path: Path) -> str:
    """Where a file lives: a folder of `components/` or `data/`, another folder, or the file itself."""
    parts = path.relative_to(ROOT).parts
    return "/".join(parts[:2]) if parts[0] in ("components", "data") else parts[0]


def modules() -> dict[str, Path]:
    """Every module of ours by its dotted name."""
    return {place(path).removesuffix(".py").removesuffix("/__init__").replace("/", "."): path for path in CODE}


def pages_table() -> dict[str, str]:
    """`PAGES` of components/address/pages.py, read without running it."""
    values = [
        node.value
        for node in tree(ROOT / "components" / "address" / "pages.py").body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target) == "PAGES"
    ]
    assert len(values) == 1 and values[0] is not None
    table: dict[str, str] = ast.literal_eval(values[0])
    return table


def kept_files() -> list[Path]:
    """Every file git keeps, and every new one it would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    named = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted(ROOT / name for name in set(named) if name and (ROOT / name).is_file())


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_every_file_of_code_stands_under_a_rule() -> None:
    assert len(CODE) > 60
    assert [place(path) for path in CODE if not any(place(path).startswith(start) for start in TABLE)] == []


def test_each_folder_imports_only_what_the_table_allows() -> None:
    wrong = [
        f"{place(path)}:{line} imports {name}"
        for path in CODE
        for line, name in imported(path)
        if name.split(".")[0] in OURS and not any(inside(name, folder) for folder in rule(path)[0])
    ]
    assert not wrong, "\n".join(wrong)


def test_no_two_rooms_import_each_other_in_a_circle() -> None:
    known, below = modules(), defaultdict[str, set[str]](set)
    for path in CODE:
        for _, name in imported(path):
            found = known.get(name) or known.get(name.rpartition(".")[0])
            # The faces of `components` and `data` only hand names on.
            if found and room(found) != room(path) and place(found) not in FACES and place(path) not in FACES:
                below[room(path)].add(room(found))
    order = [*TopologicalSorter(below).static_order()]  # CycleError names the circle
    assert {"components/sections", "components/serving", "data/releasing", "data/model"} <= set(order)
    assert order.index("data/model") < order.index("data/releasing") < order.index("components/sections")


def test_there_are_few_rooms() -> None:
    assert len({room(path) for path in CODE if room(path).startswith("components/")}) <= 14


def test_streamlit_plotly_and_geopandas_stay_where_they_belong() -> None:
    wrong = [
        f"{place(path)}:{line} imports {name}"
        for path in CODE
        for line, name in imported(path)
        if name.split(".")[0] in RULED - rule(path)[1]
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_imports_the_frame_the_pages_or_the_tests() -> None:
    closed = ("app", "server", "pages", "tests")
    found = [
        f"{place(path)}:{line} imports {name}"
        for path in CODE
        for line, name in imported(path)
        if name.split(".")[0] in closed
    ]
    assert not found, "\n".join(found)


def test_the_app_asks_nobody_on_the_network() -> None:
    found = [
        f"{place(path)}:{line} imports {name}"
        for path in CODE
        for line, name in imported(path)
        if any(inside(name, each) for each in CALLS_OUT)
    ]
    assert not found, "\n".join(found)


def test_style_script_and_settings_name_no_remote_address() -> None:
    shown = [path for path in kept_files() if path.suffix in {".css", ".js", ".html"} or path.name == "config.toml"]
    assert {path.suffix for path in shown} >= {".css", ".js", ".toml"}
    remote = re.compile(r"(?:https?:|wss?:)?//(?!www\.w3\.org/)[\w-]+\.\w[^\s\"')]*")
    found = [
        f"{place(path)}: {hit}"
        for path in shown
        # The light pages cite their sources; tests/components/snapshots sees that they load nothing.
        if "tests" not in path.parts and not path.is_relative_to(ROOT / "static" / "snapshots")
        for line in text_of(path).splitlines()
        if not line.lstrip().startswith(("//", "*", "/*"))
        for hit in remote.findall(line)
    ]
    calls = re.compile(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(")
    found += [f"{place(path)}: {hit}" for path in shown if path.suffix == ".js" for hit in calls.findall(text_of(path))]
    assert not found, "\n".join(found)
    assert "gatherUsageStats = false" in text_of(ROOT / ".streamlit/config.toml")


def test_pictures_served_by_the_app_load_nothing() -> None:
    pictures = [path for path in kept_files() if path.suffix == ".svg" and path.is_relative_to(ROOT / "static")]
    assert pictures
    assert [place(path) for path in pictures if re.search(r"(?:href|src)=[\"']?https?:|url\(", text_of(path))] == []


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_is_a_short_script_without_functions(path: Path) -> None:
    functions = [
        node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    named_lambdas = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and isinstance(node.value, ast.Lambda)
    ]
    loops = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.For | ast.While | ast.ClassDef)]
    assert functions + named_lambdas + loops == []
    assert len(text_of(path).splitlines()) <= 60


def test_every_page_file_is_registered_and_every_registered_page_has_a_file() -> None:
    files = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert files - set(pages_table()) == set(), "page files missing in PAGES of components/address/pages.py"
    assert set(pages_table()) - files == set(), "rows of PAGES without a file in pages/"


def test_no_page_has_another_files_stem_as_its_address() -> None:
    addresses = list(pages_table().values())
    assert set(addresses) & set(pages_table()) == set()
    assert len(set(addresses)) == len(addresses)
    assert addresses.count("") == 1


def named(path: Path, names: set[str]) -> list[str]:
    """Where one of these names is used as an attribute, a variable or an import; a keyword of a call is none."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            said = {alias.name for alias in node.names}
        else:
            said = {getattr(node, "attr", "")} if isinstance(node, ast.Attribute) else {getattr(node, "id", "")}
        if said & names:
            found.append(f"{place(path)}:{node.lineno} names {', '.join(said & names)}")
    return found


def test_only_one_module_names_the_session_state_and_the_address() -> None:
    names = {"session_state", "query_params"}
    assert named(ROOT / "components/state.py", names) != []
    assert [each for path in CODE if place(path) != "components/state.py" for each in named(path, names)] == []


def test_only_one_module_names_the_caches() -> None:
    names = {"cache_data", "cache_resource"}
    assert named(ROOT / "components/store.py", names) != []
    assert [each for path in CODE if place(path) != "components/store.py" for each in named(path, names)] == []


def test_no_module_is_longer_than_two_screens() -> None:
    lengths = {place(path): len(text_of(path).splitlines()) for path in CODE}
    assert {name: length for name, length in lengths.items() if length > 150} == {}


def test_nothing_is_called_after_having_no_name() -> None:
    nameless = re.compile(r"util|helper|manager|misc|common", re.IGNORECASE)
    found = [place(path) for path in kept_files() if nameless.search(place(path))]
    for path in CODE:
        for node in ast.walk(tree(path)):
            kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
            if isinstance(node, kinds) and nameless.search(node.name):
                found.append(f"{place(path)}:{node.lineno} {node.name}")
    assert not found, "\n".join(found)


def test_no_kept_file_names_a_machine_or_a_neighbour_folder() -> None:
    # Written in pieces, so that this file does not find itself.
    places = "|".join(["/wo" + "rk/", "/ho" + "me/[a-z]", "/Us" + "ers/[A-Za-z]", "/ro" + "ot/", r"\.\./sha" + "red"])
    found = [
        f"{place(path)}:{number} {line.strip()[:80]}"
        for path in kept_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if re.search(places, line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_is_pinned(name: str) -> None:
    lines = [line.split("#")[0].strip() for line in text_of(ROOT / name).splitlines()]
    stated = [line for line in lines if line and not line.startswith("-r ")]
    assert stated
    assert [line for line in stated if not re.fullmatch(r"[A-Za-z0-9_.-]+(\[[a-z0-9,]+\])?==\d[\w.]*", line)] == []


def test_every_package_imported_is_a_stated_dependency() -> None:
    stated = {
        re.split(r"[\[=]", line)[0].strip().lower().replace("_", "-")
        for line in text_of(ROOT / "requirements.txt").splitlines()
        if "==" in line
    }
    providers = metadata.packages_distributions()
    standard = __import__("sys").stdlib_module_names
    used = {
        providers[top][0].lower().replace("_", "-")
        for path in CODE
        if place(path) != "geo/build_map.py"
        for _, name in imported(path)
        if (top := name.split(".")[0]) not in OURS and top not in standard
    }
    assert used - stated == set()


def test_private_data_is_ignored_by_git() -> None:
    private = ["data/private/answers.csv", "data/private/2026/records.xlsx"]
    asked = [*private, ".streamlit/secrets.toml", "var/minutes.sqlite"]
    answer = subprocess.run(["git", "check-ignore", *asked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.stdout.split() == asked
    assert [place(path) for path in kept_files() if "private" in path.parts] == []
