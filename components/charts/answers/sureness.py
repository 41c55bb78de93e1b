"""How sure? The map's second layer: not the figure, but how wide its interval is."""

from collections.abc import Callable, Sequence

import pandas as pd

# Points to either side. 2.5 and 15 are the widths of 5 and 30 points that NCHS's rules for shares name (Series 2
# no. 175); 7.5 stands between them. With the 25 answers that a figure needs, 30 is hardly ever reached.
SURENESS = (0.0, 2.5, 7.5, 15.0, 30.0)


def how_sure(
    frame: pd.DataFrame,
    *,
    say: Callable[[float], str],
    no_interval: str,
    scale: Sequence[float] = SURENESS,
) -> pd.DataFrame:
    """The worded rows of a map or ruler, with half the width of the 95 % interval in points as their figure.

    `value` is that half, held within `scale`'s ends, `text` what `say` makes of it ("± 8 points"); the interval
    itself stays in `interval_text` and there is none round the half. Status stays, so unreliable figures stay
    hatched; hidden ones keep their word; a figure without an interval becomes `no_data` with the words
    `no_interval`. Draw with `higher_is="neutral"` and the same scale: darker is less sure.
    """
    half = (frame["value_upp"] - frame["value_low"]) / 2
    known = half.notna() & frame["value"].notna()
    bare = frame["value"].notna() & ~known
    text = frame["text"].mask(bare, no_interval)
    text[known] = [say(points) for points in half[known]]
    sure = frame.assign(
        value=half.where(known).clip(scale[0], scale[-1]),
        value_low=float("nan"),
        value_upp=float("nan"),
        text=text,
        status=frame["status"].mask(bare, "no_data"),
    )
    spoken = [
        ", ".join(part for part in parts if part)
        for parts in zip(sure["name"], sure["text"], sure["interval_text"], sure["base_text"], strict=True)
    ]
    return sure.assign(spoken=frame["spoken"].where(~(known | bare), pd.Series(spoken, index=frame.index)))
