"""Real HTML tables for lists that carry addresses."""

import html
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st


def linked_table(frame: pd.DataFrame, headings: Mapping[str, str], *, link: str, word: str, missing: str) -> None:
    """The frame's columns under `headings`; the `link` column becomes a link that says `word`; empty cells say
    `missing`."""
    head = "".join(f'<th scope="col">{html.escape(heading)}</th>' for heading in headings.values())
    body = "".join(
        "<tr>" + "".join(cell(row[column], column == link, word, missing) for column in headings) + "</tr>"
        for row in frame.to_dict("records")
    )
    st.html(
        f'<div class="scroll"><table class="list"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def cell(value: object, is_link: bool, word: str, missing: str) -> str:
    """One cell."""
    text = str(value)
    if not text:
        return f'<td class="missing">{html.escape(missing)}</td>'
    if is_link and text.startswith(("https://", "http://")):
        return f'<td><a href="{html.escape(text)}" rel="noreferrer" target="_blank">{html.escape(word)}</a></td>'
    return f"<td>{html.escape(text)}</td>"


def show_table(rows: Sequence[Mapping[str, str]], headings: Mapping[str, str]) -> None:
    """That table on the page."""
    st.html(table(rows, headings))


def table(rows: Sequence[Mapping[str, str]], headings: Mapping[str, str]) -> str:
    """The rows, whose cells are HTML already, under their headings; every cell bears its heading for a telephone."""
    head = "".join(f'<th scope="col">{html.escape(words)}</th>' for words in headings.values())
    body = "".join(f"<tr>{''.join(cells(row, headings))}</tr>" for row in rows)
    written = f'<table class="list facts"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="scroll">{written}</div>'


def cells(row: Mapping[str, str], headings: Mapping[str, str]) -> Iterable[str]:
    """The row's cells; an empty one is left out on a telephone."""
    for field, words in headings.items():
        yield f'<td data-heading="{html.escape(words)}">{row[field]}</td>'


def two_lines(first: str, second: str) -> str:
    """A cell with its small second line."""
    return html.escape(first) + (f"<small>{html.escape(second)}</small>" if second else "")


def show_definitions(items: Iterable[tuple[str, str]]) -> None:
    """The pairs of term and meaning as an HTML definition list; a pair without a meaning is left out."""
    rows = "".join(f"<dt>{html.escape(term)}</dt><dd>{html.escape(meaning)}</dd>" for term, meaning in items if meaning)
    st.html(f'<dl class="about">{rows}</dl>')
