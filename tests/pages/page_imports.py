"""In a process of its own: the imports of each page named, as if it were the first; says how many modules of ours each
brought. Packages of others stay imported from page to page, for they take the time; ours are forgotten each time."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}


def ours() -> list[str]:
    """The modules of this project that are imported now."""
    return [name for name in sys.modules if name.partition(".")[0] in FOLDERS]


if __name__ == "__main__":
    for page in map(Path, sys.argv[1:]):
        for name in ours():
            del sys.modules[name]
        tree = ast.parse(page.read_text(encoding="utf-8"))
        tree.body = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        exec(compile(tree, page, "exec"), {})
        print(page.stem, len(ours()))
