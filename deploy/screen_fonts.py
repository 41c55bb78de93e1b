"""The small typefaces of the screen, cut out of the whole ones that the pinned Streamlit brings along.

    python deploy/screen_fonts.py     after each change of Streamlit's version; writes static/screen/

What is cut is named differently inside, as the licence of the typefaces (SIL OFL, reserved name "Source") asks; the
copyright and licence lines stay. Of the icons (Apache 2.0) all stay that Streamlit's scripts or our code may name.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

sys.path.insert(0, str(Path(__file__).parents[1]))

from components.serving.light_shell import ICON_LETTERS, LETTERS, SCRIPTS

ROOT = Path(__file__).parents[1]
WHOLE = Path(streamlit.__file__).parent / "static" / "static" / "media"
OUT = ROOT / "static" / "screen"
TEXT_FEATURES = ["kern", "mark", "mkmk", "locl", "ccmp", "liga", "lnum", "pnum", "tnum"]
NAMES = {1: "Harta {0}", 3: "Harta {0}", 4: "Harta {0}", 6: "Harta{0}", 16: "Harta {0}", 25: "Harta{0}"}
# Headings are set from 17 to 32 pixels and at 600: the axes are kept where they are used.
CUTS: dict[str, tuple[str, str, dict[str, tuple[int, int, int]]]] = {
    "sans.woff2": ("SourceSansVF-Upright", "Sans", {}),
    "sans-italic.woff2": ("SourceSansVF-Italic", "Sans Italic", {}),
    "serif.woff2": ("SourceSerifVariable-Roman", "Serif", {"wght": (400, 400, 700), "opsz": (20, 20, 60)}),
}


def main() -> None:
    """Write every file and say how large it became."""
    OUT.mkdir(exist_ok=True)
    for file, (whole, name, axes) in CUTS.items():
        font = TTFont(next(WHOLE.glob(f"{whole}.*.woff2")), recalcTimestamp=False)
        cut(font, LETTERS, TEXT_FEATURES)
        save(rename(instantiateVariableFont(font, axes) if axes else font, name), OUT / file)
    icons = TTFont(next(WHOLE.glob("MaterialSymbols-Rounded.*.woff2")), recalcTimestamp=False)
    keep_icons(icons, names_in(SCRIPTS.glob("*.js")) | names_in([*ROOT.glob("*.py"), *our_code()]))
    cut(icons, ICON_LETTERS, ["*"])
    save(icons, OUT / "icons.woff2")


def cut(font: TTFont, letters: Iterable[tuple[int, int]], features: list[str]) -> None:
    """Leave only the letters, and what these features need."""
    options = Options(layout_features=features, notdef_outline=True, hinting=False, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in letters for code in range(first, last + 1)])
    subsetter.subset(font)


def rename(font: TTFont, name: str) -> TTFont:
    """The font under a name of our own."""
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(name.replace(" ", "") if record.nameID in (6, 25) else name)
    return font


def our_code() -> Iterator[Path]:
    """The files of ours that may name an icon."""
    return (path for folder in ("components", "pages") for path in (ROOT / folder).rglob("*.py"))


def names_in(files: Iterable[Path]) -> set[str]:
    """Every word that could be an icon's name: between quotes, or as `:material/name:`."""
    words: set[str] = set()
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        words.update(
            re.findall(r":material/([a-z0-9_]+):", text), re.findall(r"""(?<=[`"'])([a-z0-9_]+)(?=[`"'])""", text)
        )
    return words


def keep_icons(font: TTFont, names: set[str]) -> None:
    """Take every icon out of the font whose name is none of these; an icon is the ligature of its name's letters."""
    letter_of = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for table in ligature_tables(font):
        for first, ligatures in list(table.ligatures.items()):
            kept = [
                each
                for each in ligatures
                if "".join(letter_of.get(glyph, " ") for glyph in (first, *each.Component)) in names
            ]
            table.ligatures[first] = kept
            if not kept:
                del table.ligatures[first]


def ligature_tables(font: TTFont) -> Iterator[Any]:
    """The parts of the font that turn a name into an icon."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            if hasattr(inner, "ligatures"):
                yield inner


def save(font: TTFont, path: Path) -> None:
    """Write the font as WOFF2."""
    font.flavor = "woff2"
    font.save(path)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
