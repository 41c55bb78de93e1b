"""Text of a file in UTF-8; text in anything else is refused rather than guessed."""

import re
import unicodedata

from data.model.errors import Problem, SourceError

# Two-letter ruins of ë, ç, Ë, Ç: UTF-8 that a program took for Windows-1252 and saved again.
_RUINS = re.compile("Ã[«§‹‡]|\ufffd")
_SLAVIC = set("čćđČĆĐ")


def decode(content: bytes, file: str, save: str = "save it as CSV UTF-8") -> str:
    """The text without a byte order mark, each letter in one piece (NFC): "e" and a diaeresis are "ë".

    SourceError names line, byte and likely encoding where it is not UTF-8; `save` is what to do then.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError([Problem(file, 1, "", "text in UTF-8", f"text in UTF-16 ({save})")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = f"byte 0x{content[error.start]:02x}, likely {likely_encoding(content)} ({save})"
        raise SourceError([Problem(file, line, "", "text in UTF-8", found)]) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise SourceError([Problem(file, line, "", "text", "a byte 0x00: not a text file")])
    if ruin := _RUINS.search(text):
        line = text[: ruin.start()].count("\n") + 1
        found = f"{ruin.group()!r}: letters spoiled by an earlier conversion"
        raise SourceError([Problem(file, line, "", "letters such as ë and ç", found)])
    return unicodedata.normalize("NFC", text.lstrip("\ufeff"))


def likely_encoding(content: bytes) -> str:
    """The Windows encoding the bytes are probably in; both where their letters are the same, as ë and ç are."""
    central, western = (content.decode(name, errors="replace") for name in ("cp1250", "cp1252"))
    if central == western:
        return "cp1252 or cp1250"
    if "\ufffd" in western or (_SLAVIC & set(central) and "\ufffd" not in central):
        return "cp1250"
    return "cp1252"
