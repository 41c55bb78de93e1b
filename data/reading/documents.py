"""."""

import json
from pathlib import Path


def write_document(path: Path, content: object) -> None:
    """Plain lists, numbers and texts as a JSON file; same content, same bytes."""
    # A TOML date becomes its ISO text.
    text = json.dumps(content, ensure_ascii=False, indent=1, default=str)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
