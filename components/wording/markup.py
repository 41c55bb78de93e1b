"""Small pieces of a page as HTML, every text escaped. A browser lays out one element of several pieces in less time
than several elements, so what always stands together is put together here."""

import html
from collections.abc import Sequence

from i18n import Text


def together(*pieces: str) -> str:
    """Pieces under each other; empty ones are left out, and '' where all are."""
    said = "".join(pieces)
    return f'<div class="together">{said}</div>' if said else ""


def heading(text: str, *, rank: int = 2) -> str:
    """A heading of that rank."""
    return f"<h{rank}>{html.escape(text)}</h{rank}>"


def heard_heading(text: str) -> str:
    """The page's own heading for those who listen, where for the eye its card's title stands first."""
    return f'<h1 class="heard">{html.escape(text)}</h1>'


def caption(text: str) -> str:
    """What a heading's figures are of: population, place, period, base."""
    return f'<p class="caption">{html.escape(text)}</p>'


def pills(words: Sequence[str]) -> str:
    """The filters in force, as words."""
    items = "".join(f'<span role="listitem">{html.escape(word)}</span>' for word in words)
    return f'<div class="pills" role="list">{items}</div>'


def demonstration(t: Text) -> str:
    """The badge over made-up figures: what they are and what they are not."""
    said = f"<strong>{html.escape(t('kind.demonstration'))}</strong> {html.escape(t('kind.demonstration_long'))}"
    return f'<p class="demonstration" role="note">{said}</p>'


def small(lines: Sequence[str]) -> str:
    """Small print, a line each."""
    return "".join(f'<p class="small">{html.escape(line)}</p>' for line in lines)


def said(lines: Sequence[str]) -> str:
    """Sentences, a paragraph each; empty ones are left out."""
    return "".join(f'<p class="said">{html.escape(line)}</p>' for line in lines if line)


def folded(title: str, inner: str) -> str:
    """HTML that opens below its title."""
    return f'<details class="folded"><summary>{html.escape(title)}</summary>{inner}</details>'


def notes(t: Text, codes: Sequence[str], *, at_most: int | None = None) -> str:
    """What to keep in mind when reading the figures; '' where there is nothing."""
    shown = list(codes)[:at_most]
    if not shown:
        return ""
    items = "".join(f"<li>{html.escape(t(f'note.{code}'))}</li>" for code in shown)
    return f'<div class="notes"><strong>{html.escape(t("card.notes"))}</strong><ul>{items}</ul></div>'


def for_both_rooms(wide: str, narrow: str, *, room: int) -> str:
    """Two forms of one thing, of which the page's style shows the wide one where there are `room` pixels for it.

    `room` is one of the widths that board.css and map.css know.
    """
    return f'<div class="wide at-{room}">{wide}</div><div class="narrow at-{room}">{narrow}</div>'


def legend(told: Sequence[tuple[str, str]]) -> str:
    """What the signs mean that stand there; '' where there are none."""
    words = dict.fromkeys(words for _, words in told)
    return small([" · ".join(words)]) if words else ""


def lacking(names: Sequence[str], reason: str) -> str:
    """What a filter cannot offer here, and why."""
    items = "".join(f"<li>{html.escape(name)}</li>" for name in names)
    return f'<div class="lacking"><ul aria-label="{html.escape(reason)}">{items}</ul>{small([reason])}</div>'
