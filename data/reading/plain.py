"""Text without case, accents and punctuation, so that names and labels written in different ways compare equal."""

import re
import unicodedata


def plain(text: str) -> str:
    """Small ASCII letters and digits, one space between words: "Qarku i Dibrës" is "qarku i dibres"."""
    split = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", "".join(letter for letter in split if not unicodedata.combining(letter))))


def code_from(text: str, taken: set[str], fallback: str) -> str:
    """A code of small letters, digits and _ made from the text, begun with a letter, at most 30 long, not yet taken."""
    words = plain(text).split()
    code = words[0][:30] if words else fallback
    for word in words[1:]:
        if len(f"{code}_{word}") > 30:
            break
        code = f"{code}_{word}"
    if not code[0].isalpha():
        code = f"{fallback[0]}{code}"
    number, free = 2, code
    while free in taken:
        free, number = f"{code}_{number}", number + 1
    return free


def shortened(text: str, limit: int) -> str:
    """The text, ended at a word so that it has at most `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit + 1].rpartition(" ")[0] or text[:limit]
    return cut.rstrip(" ,;:-–(")
