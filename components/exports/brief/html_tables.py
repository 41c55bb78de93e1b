"""The brief's tables as HTML: measures beside the other counties, services by cycle."""

from collections.abc import Sequence

from components.charts.palette import LIGHT
from components.charts.services.signs import chip
from components.exports.brief.markup import joined, numbers, said, small, tag
from components.exports.brief.model import Brief
from components.exports.brief.parts import Block, Row, ServiceCell, Told

SIGN = 22


def measures(brief: Brief, blocks: Sequence[Block], whole: str, caption: str) -> str:
    """Blocks of rows as one table; the name of a block stands over its rows where there are several."""
    heads = (brief.words["measure"], brief.heads[0], brief.words["scale"], *brief.heads[1:4], whole)
    heads = (*heads, brief.words["verdict"])
    bodies = (block_body(brief, block, heads, named=len(blocks) > 1) for block in blocks)
    return table(caption, heads, *bodies, class_="measures")


def table(caption: str, heads: Sequence[str], *bodies: str, class_: str) -> str:
    """A table with its caption for a screen reader and its headings."""
    head = tag("thead", tag("tr", *(said("th", words, scope="col") for words in heads)))
    return tag("table", said("caption", caption), head, *bodies, class_=class_)


def block_body(brief: Brief, block: Block, heads: Sequence[str], *, named: bool) -> str:
    """A block's rows."""
    name = tag("tr", said("th", block.name, scope="rowgroup", colspan=len(heads)), class_="theme") if named else ""
    return tag("tbody", name, *(measure_row(brief, row, heads) for row in block.rows))


def measure_row(brief: Brief, row: Row, heads: Sequence[str]) -> str:
    """One measure; a cell bears its heading for a telephone."""
    period = joined(row.told.period, brief.words["made_up"] if row.demonstration else "")
    label = tag("th", said("span", row.label), small(period, numbers(row.sources, brief.county)), scope="row")
    figures = [figure(row.told, "chosen", heads[1])]
    figures.append(tag("td", tag("div", row.strip, class_="plate") if row.strip else "—", class_="strip"))
    others = zip((*row.others, row.whole), heads[3:7], strict=True)
    figures += [figure(told, "other", head) for told, head in others]
    verdict = said("td", row.verdict_text, class_=f"verdict {row.verdict}", data_heading=heads[7])
    return tag("tr", label, *figures, verdict, class_="made-up" if row.demonstration else None)


def figure(told: Told, kind: str, head: str) -> str:
    """A figure, under it its interval, then its base; the chosen county's with its state in words."""
    base = joined(told.base, told.mark if kind == "chosen" else "")
    return tag(
        "td", said("b", told.text), small(told.interval), small(base), class_=f"{kind} {told.status}", data_heading=head
    )


def services_table(brief: Brief) -> str:
    """Every service in both cycles."""
    heads = (brief.words["service"], *brief.services.heads)
    rows = (
        tag(
            "tr",
            tag("th", said("span", row.name), small(row.note), scope="row"),
            *(service_cell(brief, cell, head) for cell, head in zip(row.cells, heads[1:], strict=True)),
        )
        for row in brief.services.rows
    )
    return table(brief.words["services"], heads, tag("tbody", *rows), class_="services")


def service_cell(brief: Brief, cell: ServiceCell, head: str) -> str:
    """Sign, word, providers and sources of one cycle."""
    drawn = tag("svg", chip(cell.state, 1, 1, SIGN - 2, LIGHT), width=SIGN, height=SIGN, aria_hidden="true")
    who = said("span", f": {cell.who}") if cell.who else ""
    word = tag("span", said("b", cell.word), who, " ", numbers(cell.sources, brief.county))
    return tag("td", tag("div", drawn, word, class_="service"), class_=cell.state, data_heading=head)
