"""`datapackage.json`: what a release folder must contain, byte for byte, in the form of Frictionless Data."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from data.model.errors import ReleaseError
from data.model.provenance import RULES, Change, ReleaseInfo, ReleaseNotes
from data.reading.parquet import FILES, FIRST_FILES, SERVICE_FILES, SURVEY_FILES, TABLES, possible_schemas
from data.releasing.described import is_own, wrong_parts

NAME: Final = "datapackage.json"
MIDNIGHT: Final = "T00:00:00Z"  # a release has a day, a data package wants a time
# One of the licences of opendefinition.org: other terms, with attribution. NOTICE.md has those of each publisher.
LICENCE: Final = {"name": "other-at", "title": "Figures belong to their publishers: cite the source that each names"}
_TYPES: Final = {"str": "string", "float64": "number", "Int64": "integer"}


def describe(folder: Path, notes: ReleaseNotes, rows: dict[str, int]) -> None:
    """Writes the description of a folder whose data files are all there."""
    package = {
        "name": "harta-tqnj",
        "id": release_id(folder, notes.date),
        "created": f"{notes.date}{MIDNIGHT}",
        "version": notes.version,
        "licenses": [dict(LICENCE)],
        "rules": RULES,
        "changes": [{"date": each.date, "code": each.code} for each in notes.changes],
        "resources": [_resource(folder / name, rows[name]) for name in FILES],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def release_id(folder: Path, day: str) -> str:
    """The release's day and the first eight hexadecimal digits of a SHA-256 over its data files."""
    digest = hashlib.sha256()
    for name in FILES:
        if (folder / name).exists():
            digest.update(name.encode() + b"\0" + (folder / name).read_bytes())
    return f"{day}-{digest.hexdigest()[:8]}"


def read_info(folder: Path) -> ReleaseInfo:
    """The identity a folder claims; ReleaseError where it has no readable description."""
    package = _package(folder)
    try:
        info = ReleaseInfo(
            id=package["id"],
            date=package["created"].removesuffix(MIDNIGHT),  # releases before 0.5 say the day alone
            version=package["version"],
            rules=package["rules"],
            changes=tuple(Change(**each) for each in package["changes"]),
            files=tuple(each["path"] for each in package["resources"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ReleaseError(f"{folder / NAME}: expected a release description, missing or wrong: {error}") from None
    if wrong := wrong_parts(info):
        raise ReleaseError(f"{folder / NAME}: expected a release description, wrong: {', '.join(wrong)}")
    return info


def package_problems(folder: Path) -> list[str]:
    """Every way in which the folder's files differ from their description, each naming the file."""
    try:
        info = read_info(folder)
    except ReleaseError as error:
        return [str(error)]
    resources = {each["path"]: each for each in _package(folder)["resources"]}
    present = {path.name for path in folder.iterdir()} - {NAME}
    # All files of the survey and of the services or, in a release older than they are, none.
    later = [group for group in (SURVEY_FILES, SERVICE_FILES) if set(resources) & set(group)]
    needed = (*FIRST_FILES, *(name for group in later for name in group))
    problems = [f"{name}: expected in {NAME}, not there" for name in needed if name not in resources]
    problems += [f"{name}: expected in the folder, not there" for name in resources if name not in present]
    problems += [f"{name}: in the folder, but not in {NAME}" for name in sorted(present - set(resources))]
    problems += [f"{name}: expected a file of the folder itself" for name in resources if not is_own(folder / name)]
    if problems:
        return problems
    for name, resource in resources.items():
        problems += _file_problems(folder / name, resource)
    found = release_id(folder, info.date)
    if found != info.id:
        problems.append(f"{NAME}: id expected {info.id}, found {found} from the files")
    return problems


def _file_problems(path: Path, resource: dict[str, Any]) -> list[str]:
    content = path.read_bytes()
    found = {"bytes": len(content), "hash": _hash(content)}
    problems = [
        f"{path.name}: {key} expected {resource.get(key)}, found {value}"
        for key, value in found.items()
        if value != resource.get(key)
    ]
    if problems or path.name not in TABLES:
        return problems
    table = pq.ParquetFile(path)
    expected, *older = possible_schemas(path.name)
    if not any(table.schema_arrow.equals(each) for each in (expected, *older)):
        problems.append(f"{path.name}: schema expected {_line(expected)}, found {_line(table.schema_arrow)}")
    if table.metadata.num_rows != resource.get("rows"):
        problems.append(f"{path.name}: rows expected {resource.get('rows')}, found {table.metadata.num_rows}")
    return problems


def _package(folder: Path) -> dict[str, Any]:
    if not is_own(folder / NAME):
        raise ReleaseError(f"{folder / NAME}: expected a file of the folder itself")
    try:
        package = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ReleaseError(f"{folder / NAME}: expected a readable description, {error}") from None
    if not isinstance(package, dict):
        raise ReleaseError(f"{folder / NAME}: expected an object, found {type(package).__name__}")
    return package


def _resource(path: Path, rows: int) -> dict[str, object]:
    content = path.read_bytes()
    resource: dict[str, object] = {
        "name": path.name,
        "path": path.name,
        "format": path.suffix.removeprefix("."),
        "bytes": len(content),
        "hash": _hash(content),
        "rows": rows,
    }
    if path.name in TABLES:
        columns = TABLES[path.name].items()
        resource["schema"] = {"fields": [{"name": name, "type": _TYPES[dtype]} for name, dtype in columns]}
    return resource


def _hash(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _line(schema: Any) -> str:
    return ", ".join(f"{field.name} {field.type}" for field in schema)
