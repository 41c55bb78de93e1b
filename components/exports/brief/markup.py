"""Writing HTML: every text escaped, every attribute quoted, every element closed."""

from html import escape

from components.charts.svg import element

WEB = ("https://", "http://")


def tag(name: str, *content: str, **attributes: object) -> str:
    """One element around markup already safe; `class_`, `aria_label` as in `element`, `data_…` too."""
    return element(name, *(content or ("",)), **attributes)


def said(name: str, text: str, **attributes: object) -> str:
    """One element around plain text; nothing where there is no text."""
    return tag(name, escape(text), **attributes) if text else ""


def small(text: str, *markup: str) -> str:
    """A second line in small print."""
    return tag("small", *((said("span", text), *markup))) if text or any(markup) else ""


def note(text: str) -> str:
    """Small print."""
    return said("p", text, class_="note")


def section(level: str, title: str, *content: str) -> str:
    """A part under its heading."""
    return tag("section", said(level, title), *content)


def paragraphs(texts: tuple[str, ...]) -> str:
    """The texts as a list."""
    return tag("ul", *(said("li", text) for text in texts)) if texts else ""


def link(text: str, address: str) -> str:
    """The text as a way to its page; as plain text where the address is none of the web."""
    if not address.startswith(WEB):
        return escape(text)
    return said("a", text, href=address, rel="noreferrer noopener")


def linked(text: str, address: str) -> str:
    """The text, in it the address as a way to its page."""
    before, there, after = text.partition(address) if address.startswith(WEB) else (text, "", "")
    return f"{escape(before)}{link(there, there)}{escape(after)}"


def numbers(sources: tuple[int, ...], county: str) -> str:
    """The numbers of sources, each the way to its entry in the county's list."""
    if not sources:
        return ""
    ways = ", ".join(said("a", str(number), href=f"#{source_id(county, number)}") for number in sources)
    return tag("span", f"[{ways}]", class_="numbers")


def source_id(county: str, number: int) -> str:
    """The id of an entry of the county's list of sources."""
    return f"source-{county}-{number}"


def joined(*parts: str) -> str:
    """The parts that there are, a dot between."""
    return " · ".join(part for part in parts if part)
