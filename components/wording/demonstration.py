"""Sentences about made-up figures say so."""

from collections.abc import Sequence

import pandas as pd

from i18n import Text


def demonstrated(t: Text, frame: pd.DataFrame, lines: Sequence[str]) -> list[str]:
    """The lines; where the frame has made-up figures the first says that none of this is a result."""
    if not lines or not frame["kind"].eq("demonstration").any():
        return list(lines)
    return [t("kind.demonstration_said", text=lines[0]), *lines[1:]]
