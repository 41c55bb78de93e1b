"""What a first visit loads: compressed scripts, small typefaces that lack nothing said, scripts named early."""

import gzip
import re
from pathlib import Path

import pytest
import streamlit
from fontTools.ttLib import TTFont
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from components.serving.light_shell import FACES, FONT_PRELOAD, NEEDED, SCRIPTS, lightened, needed_scripts
from components.serving.packed_scripts import PackedScripts
from components.serving.page_language import PageLanguage
from i18n import LANGUAGES, words

ROOT = Path(__file__).parents[3]
SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
SCRIPT = b"export const sentence = 'twelve counties'\n" * 100
PATH = "/static/js/index.a1.js"


class Told:
    """An app that counts what reaches it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def client(self) -> TestClient:
        routes = [Route("/{path:path}", self.answer)]
        return TestClient(Starlette(routes=routes, middleware=[Middleware(PackedScripts)]))

    def answer(self, request: object) -> Response:
        path = request.url.path  # type: ignore[attr-defined]
        self.asked.append(path)
        if "missing" in path:
            return Response("<html>" + "x" * 2000, media_type="text/html")
        headers = {"etag": '"a"', "cache-control": "public, immutable, max-age=31536000"}
        return Response(SCRIPT, media_type="text/javascript", headers=headers)


def test_a_script_is_compressed_once_and_is_the_same_script() -> None:
    told = Told()
    client = told.client()
    answers = [client.get(PATH, headers={"accept-encoding": "gzip, br"}) for _ in range(2)]
    for answer in answers:
        assert answer.content == SCRIPT  # the client unpacks
        assert answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT, 9, mtime=0)) < len(SCRIPT)
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["cache-control"]
        assert "etag" not in answer.headers
    assert told.asked == [PATH]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (PATH, {"accept-encoding": "identity"}),
        (PATH, {"accept-encoding": "gzip", "range": "bytes=0-9"}),
        (PATH, {"accept-encoding": "gzip", "if-none-match": '"a"'}),
        ("/static/js/missing.js", {"accept-encoding": "gzip"}),
        ("/app/static/notes.js", {"accept-encoding": "gzip"}),
    ],
)
def test_what_cannot_be_packed_passes_untouched(path: str, headers: dict[str, str]) -> None:
    told = Told()
    client = told.client()
    for _ in range(2):
        answer = client.get(path, headers=headers)
        assert "content-encoding" not in answer.headers
    assert told.asked == [path, path]


def test_the_shell_asks_for_small_typefaces_and_for_the_scripts_of_our_pages() -> None:
    shell = SHELL.read_bytes()
    assert FONT_PRELOAD.search(shell), "Streamlit's shell preloads another typeface now"
    light = lightened(shell).decode()
    assert not FONT_PRELOAD.search(light.encode())
    assert light.count("</head>") == 1
    for face in FACES:
        assert face.rule() in light
    assert light.index("@font-face") > light.index('rel="stylesheet"'), "the later rule is the one that counts"
    named = re.findall(r'rel="modulepreload" crossorigin href="\./static/js/([^"]+)"', light)
    assert len(named) == len(set(named))
    for name in needed_scripts():
        assert name in light
    for path in re.findall(r'href="\.(/app/static/screen/[^"]+)"', light):
        assert (ROOT / path.removeprefix("/app/")).is_file()


def test_the_needed_scripts_are_there_and_the_chart_library_is_not_among_them() -> None:
    for start in NEEDED:
        assert len(list(SCRIPTS.glob(f"{start}.*.js"))) == 1, start
    assert not [name for name in needed_scripts() if "lotly" in name]
    assert sum((SCRIPTS / name).stat().st_size for name in needed_scripts()) < 2_500_000


def test_streamlit_names_the_same_faces() -> None:
    """Only a rule of the same family, style and weight gives way to ours letter by letter."""
    style = next((SCRIPTS.parent / "css").glob("index.*.css")).read_text(encoding="utf-8")
    rules = [dict(re.findall(r"(font-[a-z]+):([^;}]+)", rule)) for rule in re.findall(r"@font-face{([^}]*)}", style)]
    for face in FACES:
        own = {"font-family": face.family, "font-style": face.style, "font-weight": face.weight}
        assert any(own.items() <= {key: value.strip('"') for key, value in rule.items()}.items() for rule in rules), own


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_small_typeface_has_every_letter_that_it_promises(face: object) -> None:
    promised = {code for first, last in face.letters for code in range(first, last + 1)}  # type: ignore[attr-defined]
    with TTFont(ROOT / "static" / "screen" / face.file) as font:  # type: ignore[attr-defined]
        assert promised - font.getBestCmap().keys() == set()
        assert "Source" not in (font["name"].getDebugName(1) or "")
        assert font["name"].getDebugName(0), "the copyright line stays"


def test_the_words_of_both_languages_need_no_whole_typeface() -> None:
    covered = {chr(code) for first, last in FACES[0].letters for code in range(first, last + 1)} | {"\n"}
    for language in LANGUAGES:
        missing = set("".join(map(str, words(language).table.values()))) - covered
        assert missing == set(), (language, missing)


def test_the_icons_are_all_that_streamlit_names() -> None:
    named: set[str] = set()
    for path in (*SCRIPTS.glob("*.js"), *(ROOT / "components").rglob("*.py"), *(ROOT / "pages").glob("*.py")):
        named.update(re.findall(r":material/([a-z0-9_]+):", path.read_text(encoding="utf-8", errors="replace")))
    assert len(named) > 50
    whole = icons(next((SCRIPTS.parent / "media").glob("MaterialSymbols-Rounded.*.woff2")))
    assert (named & whole) - icons(ROOT / "static" / "screen" / "icons.woff2") == set()


def icons(path: Path) -> set[str]:
    """The icons that a typeface draws: the words it has one sign for."""
    found: set[str] = set()
    with TTFont(path) as font:
        letter_of = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
        for lookup in font["GSUB"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                for first, ligatures in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                    found.update(
                        "".join(letter_of.get(glyph, " ") for glyph in (first, *each.Component)) for each in ligatures
                    )
    return found


def test_the_shell_holds_the_first_look_of_its_address_compressed() -> None:
    shell = Response(SHELL.read_bytes(), media_type="text/html")
    app = Starlette(routes=[Route("/{path:path}", lambda _: shell)], middleware=[Middleware(PageLanguage)])
    client = TestClient(app)
    with_map = client.get("/rreziku?indicator=school_attendance_15_17", headers={"accept": "text/html"})
    without = client.get("/metodat", headers={"accept": "text/html", "accept-encoding": "identity"})
    assert with_map.headers["content-encoding"] == "gzip"
    assert with_map.text.index('<div id="first-look"') < with_map.text.index('<div id="root"')
    assert 'class="map"><svg' in with_map.text
    assert "content-encoding" not in without.headers
    assert '<div id="first-look"' not in without.text
