"""The legend of states: only those that are present."""

import html

import pandas as pd
import streamlit as st

from i18n import Text


def states_present(t: Text, frame: pd.DataFrame) -> list[tuple[str, str]]:
    """(status, words) of every state in the frame but `ok`."""
    present = dict.fromkeys(frame["status"])
    return [(status, t(f"state.{status}.legend")) for status in present if status != "ok"]


def show_states(t: Text, frame: pd.DataFrame) -> None:
    """What the marks mean that this card shows."""
    said = [words for _, words in states_present(t, frame)]
    if frame["value_low"].notna().any():
        said.append(t("legend.interval"))
    if said:
        st.html(f'<p class="small">{html.escape(" · ".join(said))}</p>')
