"""How a county of the HTML file begins: the map beside the headline figures."""

from collections.abc import Sequence

from components.exports.brief.markup import joined, numbers, paragraphs, said, section, small, tag
from components.exports.brief.model import Brief
from components.exports.brief.parts import Row, Told


def figure_of_map(brief: Brief) -> str:
    """The map with its caption; the caption alone where there is no map."""
    shown = tag("div", brief.map.svg, class_="plate") if brief.map.svg else ""
    caption = tag("figcaption", said("span", brief.map.caption), " ", numbers(brief.map.sources, brief.county))
    return tag("figure", shown, caption)


def headlines(brief: Brief, level: str) -> str:
    """The headline figures and the few sentences."""
    cards = tag("div", *(headline(brief, row) for row in brief.headlines), class_="headlines")
    return section(level, brief.words["headlines"], cards, paragraphs(brief.summary))


def headline(brief: Brief, row: Row) -> str:
    """One headline figure with interval, base, period, state, verdict, and the others' figures."""
    told = row.told
    return tag(
        "div",
        said("p", row.label, class_="label"),
        said("p", told.text, class_="big"),
        small(joined(told.interval, told.base, told.period), " ", numbers(row.sources, brief.county)),
        small(told.state),
        said("p", row.verdict_text, class_=f"verdict {row.verdict}"),
        beside(brief.heads[1:5], (*row.others, row.whole)),
        class_="headline made-up" if row.demonstration else "headline",
    )


def beside(names: Sequence[str], figures: Sequence[Told]) -> str:
    """The other areas' figures with interval, base and state; lines break between these, not inside."""
    return tag("small", "; ".join(unbroken(name, each) for name, each in zip(names, figures, strict=True)))


def unbroken(name: str, told: Told) -> str:
    """One area's figure, its interval, its base, its state."""
    parts = (f"{name} {told.text}", told.interval, told.base, told.mark)
    return " · ".join(said("span", part, class_="whole") for part in parts if part)
