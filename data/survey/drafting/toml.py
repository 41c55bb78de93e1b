"""Strings, lists and small tables as TOML writes them."""

import json
from collections.abc import Iterable, Mapping


def string(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for one letter that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def strings(texts: Iterable[str]) -> str:
    """A list of strings."""
    return f"[{', '.join(map(string, texts))}]"


def table(pairs: Mapping[str, str]) -> str:
    """A small table on one line, of text values under bare keys."""
    return f"{{ {', '.join(f'{key} = {string(value)}' for key, value in pairs.items())} }}"


def comment(text: str) -> str:
    """A comment on one line; letters that TOML forbids there become spaces."""
    return f"# {' '.join(''.join(letter if letter.isprintable() else ' ' for letter in text).split())}"
