"""The legend of states: only those that are present."""

import pandas as pd

from i18n import Text


def states_present(t: Text, frame: pd.DataFrame) -> list[tuple[str, str]]:
    """(status, words) of every state in the frame but `ok`."""
    present = dict.fromkeys(frame["status"])
    return [(status, t(f"state.{status}.legend")) for status in present if status != "ok"]
