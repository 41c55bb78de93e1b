"""A view: which card, with which choices, as one short code that an address, a file or an agenda can carry.

`risk.school_attendance_15_17.gender~f.period~2017--2018`: page, subject, then the choices that are not the default.
Several views are joined by `~~`.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from components.address.asked import Part

AT_MOST = 6  # views of an agenda: what a committee can read together in one meeting
BETWEEN, PIECE, PAIR = "~~", ".", "~"
SUBJECTS = {"risk": "indicator", "survey": "question", "services": "part"}
PATHS = {"risk": "rreziku", "survey": "anketa", "services": "sherbimet"}
CHOICES = {
    "risk": ("gender", "age", "cycle", "period", "view", "compare", "county", "tab"),
    "survey": ("answer", "wave", "population", "gender", "age", "compare", "county", "layer", "tab"),
    "services": ("cycle", "by", "group", "per", "county"),
}


@dataclass(frozen=True)
class View:
    """One query as codes of the address: the page's stem, what it is about, and what was chosen."""

    page: str
    subject: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """The view in one word."""
        pairs = (f"{key}{PAIR}{value.replace('/', '--')}" for key, value in self.choices)
        return PIECE.join((self.page, self.subject, *pairs))

    @property
    def codes(self) -> dict[str, str]:
        """What the address of the view's page says after the path."""
        return {SUBJECTS[self.page]: self.subject, **dict(self.choices)}

    def choice(self, key: str, default: str = "") -> str:
        """The chosen code of a key."""
        return dict(self.choices).get(key, default)

    def address(self, site: str, **more: str) -> str:
        """The full address of the view on the app at `site`, with more codes (language, release) in it."""
        return f"{site}/{PATHS[self.page]}?{urlencode(sorted((self.codes | more).items()))}"


def view_of(page: str, subject: str, codes: Mapping[str, str], defaults: Mapping[str, str]) -> View:
    """The view of a page's subject; choices equal to their default, or of no concern to the page, are left out."""
    chosen = ((key, codes.get(key, "")) for key in CHOICES[page])
    return View(page, subject, tuple((key, code) for key, code in chosen if code and defaults.get(key) != code))


def read_view(code: str, known: Mapping[str, Container[str]]) -> View | None:
    """The view that a code names; None where anything in it is not `known`."""
    page, _, rest = code.partition(PIECE)
    subject, *pairs = rest.split(PIECE)
    if page not in SUBJECTS or subject not in known[SUBJECTS[page]]:
        return None
    choices = []
    for pair in pairs:
        key, _, value = pair.partition(PAIR)
        value = value.replace("--", "/") if key == "period" else value
        if key not in CHOICES[page] or value not in known.get(key, ()):
            return None
        choices.append((key, value))
    return View(page, subject, tuple(choices)) if len(dict(choices)) == len(choices) else None


def read_views(codes: str, known: Mapping[str, Container[str]]) -> tuple[View, ...]:
    """The known views of an agenda, each once; there may be more than it has room for."""
    views = (read_view(code, known) for code in codes.split(BETWEEN))
    return tuple(dict.fromkeys(view for view in views if view))


def join_views(views: tuple[View, ...]) -> str:
    """The views of an agenda as one code."""
    return BETWEEN.join(view.code for view in views)


class Views:
    """Every agenda that an address may name."""

    def __init__(self, known: Mapping[str, Container[str]]) -> None:
        self.known = known

    def __contains__(self, codes: object) -> bool:
        return isinstance(codes, str) and self.part(codes) == Part(codes)

    def part(self, codes: str) -> Part:
        """The first six of the known views, those that are not known, and how many are one too many."""
        views = read_views(codes, self.known)
        unknown = [code for code in codes.split(BETWEEN) if read_view(code, self.known) is None]
        return Part(join_views(views[:AT_MOST]), tuple(unknown), max(0, len(views) - AT_MOST))
