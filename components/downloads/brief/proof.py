"""What a brief says of itself to programs: its release, its figures, its sources."""

import datetime
from collections.abc import Sequence

import pandas as pd

from components import store
from components.exhibits.card import Card
from components.exports.provenance.model import Provenance, figures_of
from data import FOCUS
from i18n import Text


def provenance_of(
    t: Text,
    title: str,
    lead: str,
    cards: Sequence[Card],
    sources: Sequence[str],
    address: str,
    made: datetime.date,
) -> Provenance:
    """The provenance of everything that the cards show; of no single view."""
    info, figures = store.release().info, shown_figures(cards)
    return Provenance(
        release=info.id,
        version=info.version,
        rules=info.rules,
        view="",
        address=address,
        language=t.language,
        made=made.isoformat(),
        title=title,
        caption=lead,
        filters=(),
        method="",
        sources=tuple(sources),
        licence=t("download.licence"),
        demonstration=bool(figures["kind"].eq("demonstration").any()),
        figures=figures_of(figures),
    )


def shown_figures(cards: Sequence[Card]) -> pd.DataFrame:
    """The observations of the four counties and the whole behind the cards."""
    frames = [card.frame[card.frame["area"].isin((*FOCUS, card.selection.indicator.whole))] for card in cards]
    return pd.concat(frames, ignore_index=True)
