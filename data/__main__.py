"""python -m data build | check | diff | rehearse | codebook | import"""

import argparse
import sys
from pathlib import Path

from data.commands import add_codebook, add_import, add_rehearse
from data.model.errors import ReleaseError, SourceError
from data.releasing.build import build
from data.releasing.check import check_release
from data.releasing.diff import describe_changes, diff_releases

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when all is well, 1 with the reasons on standard error."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except (SourceError, ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _build(asked: argparse.Namespace) -> int:
    info = build(asked.sources, asked.out)
    print(f"release {info.id} in {asked.out}")
    return 0


def _check(asked: argparse.Namespace) -> int:
    problems = check_release(asked.folder)
    print("\n".join(problems) or f"{asked.folder}: good", file=sys.stderr if problems else sys.stdout)
    return 1 if problems else 0


def _diff(asked: argparse.Namespace) -> int:
    print(describe_changes(diff_releases(asked.old, asked.new)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="From sources to a checked release.")
    commands = parser.add_subparsers(required=True)
    build_command = commands.add_parser("build", help="make the release of the sources")
    build_command.add_argument("--sources", type=Path, default=HERE / "sources")
    build_command.add_argument("--out", type=Path, default=HERE / "release")
    build_command.set_defaults(run=_build)
    check_command = commands.add_parser("check", help="list every problem of a release")
    check_command.add_argument("folder", type=Path, nargs="?", default=HERE / "release")
    check_command.set_defaults(run=_check)
    diff_command = commands.add_parser("diff", help="list the figures that differ between two releases")
    diff_command.add_argument("old", type=Path)
    diff_command.add_argument("new", type=Path)
    diff_command.set_defaults(run=_diff)
    add_rehearse(commands)
    add_codebook(commands)
    add_import(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
