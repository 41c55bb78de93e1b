"""A lighter start of a page: small typefaces in place of whole ones, and our pages' scripts asked for at once.

Streamlit's shell loads its typefaces whole (1.1 MB of the first visit, for all alphabets and 4,000 icons) and learns
only from the running page which scripts it needs. The small files are made by `deploy/screen_fonts.py`.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit

PLACE: Final = "./app/static/screen"
SCRIPTS: Final = Path(streamlit.__file__).parent / "static" / "static" / "js"
# What the pages' first screen is made of, by the start of the files' names: without these it comes a round later.
NEEDED: Final = ("Html", "BidiComponent", "Checkbox", "ButtonGroup", "Selectbox")
# Latin with the letters of Europe's languages, the signs of print, arrows, the signs of sums.
LETTERS: Final = (
    (0x20, 0x7E),
    (0xA0, 0x12B),
    (0x12E, 0x131),
    (0x134, 0x165),
    (0x168, 0x17F),
    (0x2010, 0x2010),
    (0x2012, 0x2015),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x2030),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
)
ICON_LETTERS: Final = ((0x20, 0x20), (0x30, 0x39), (0x5F, 0x5F), (0x61, 0x7A))
# Streamlit fetches its icons before any is drawn, and such a call fetches every file of the face, the whole one too.
NO_EARLY_ICONS: Final = (
    "<script>{const load=document.fonts.load.bind(document.fonts);document.fonts.load=(font,...text)=>"
    'font.includes("Material Symbols")?Promise.resolve([]):load(font,...text)}</script>'
)
FONT_PRELOAD: Final = re.compile(rb'<link\s+rel="preload"\s+href="\./static/media/SourceSansVF-Upright[^>]*>')


@dataclass(frozen=True)
class Face:
    """A small typeface under the name that Streamlit's styles use; other letters than `letters` come from the whole."""

    family: str
    style: str
    weight: str
    file: str
    letters: tuple[tuple[int, int], ...]

    def rule(self) -> str:
        """The CSS that brings it in."""
        ranges = ",".join(f"U+{first:X}-{last:X}" for first, last in self.letters)
        return (
            f'@font-face{{font-family:"{self.family}";font-style:{self.style};font-weight:{self.weight};'
            f'font-display:block;src:url({PLACE}/{self.file}) format("woff2");unicode-range:{ranges}}}'
        )


# Family, style and weight are those of Streamlit's own rules: only then the browser takes both files for one face.
FACES: Final = (
    Face("Source Sans", "normal", "100 900", "sans.woff2", LETTERS),
    Face("Source Sans", "italic", "100 900", "sans-italic.woff2", LETTERS),
    Face("Source Serif", "normal", "100 900", "serif.woff2", LETTERS),
    Face("Material Symbols Rounded", "normal", "400", "icons.woff2", ICON_LETTERS),
)


def lightened(shell: bytes) -> bytes:
    """The shell with our faces behind its own, which they overrule, and with more scripts asked for at once."""
    early = "".join(
        f'<link rel="preload" href="{PLACE}/{file}" as="font" type="font/woff2" crossorigin>'
        for file in ("sans.woff2", "serif.woff2")
    )
    more = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
        for name in needed_scripts()
        if name.encode() not in shell
    )
    rules = "".join(face.rule() for face in FACES)
    shell = FONT_PRELOAD.sub(early.encode(), shell, count=1)
    return shell.replace(b"</head>", f"{more}<style>{rules}</style>{NO_EARLY_ICONS}</head>".encode(), 1)


@cache
def needed_scripts() -> tuple[str, ...]:
    """The names of NEEDED in this Streamlit and of all that they import, found in the files themselves."""
    found: dict[str, None] = {}
    waiting = [path.name for start in NEEDED for path in sorted(SCRIPTS.glob(f"{start}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            text = (SCRIPTS / name).read_text(encoding="utf-8")
            waiting += re.findall(r'(?:from|import)\s*"\./([\w.-]+\.js)"', text)
    return tuple(found)
