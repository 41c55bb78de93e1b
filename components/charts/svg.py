"""Writing SVG: every attribute quoted, every text escaped, nothing else clever."""

from xml.sax.saxutils import escape, quoteattr

# Streamlit ships "Source Sans"; files carry the static "Source Sans 3".
FONT = "'Source Sans 3','Source Sans Pro','Source Sans','Source Sans VF',sans-serif"


def element(name: str, *content: str, **attributes: object) -> str:
    """One element around markup already safe; `stroke_width` becomes `stroke-width`, None is dropped."""
    written = "".join(
        f" {key.strip('_').replace('_', '-')}={quoteattr(_plain(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """One line of text, its baseline starting (or centred, by `text_anchor`) at x, y."""
    return element("text", escape(words), x=x, y=y, **attributes)


def picture(
    *content: str,
    prefix: str,
    role: str,
    title: str,
    description: str,
    box: tuple[float, float, float, float],
    size: tuple[float, float],
) -> str:
    """A complete SVG with an accessible name and description; `size` is its natural size in pixels."""
    width, height = size
    return element(
        "svg",
        element("title", escape(title), id=f"{prefix}-title"),
        element("desc", escape(description), id=f"{prefix}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        id=prefix,
        role=role,
        aria_labelledby=f"{prefix}-title",
        aria_describedby=f"{prefix}-desc",
        viewBox=" ".join(_plain(number) for number in box),
        width=width,
        height=height,
        font_family=FONT,
    )


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
