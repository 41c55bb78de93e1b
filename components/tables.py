"""Real HTML tables for lists that carry addresses."""

import html
from collections.abc import Mapping

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
