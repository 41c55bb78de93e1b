"""The words of a deck itself, around its exhibits."""

import datetime
from collections.abc import Sequence

from components import store
from components.exports.slides.model import DeckWords
from i18n import Text


def deck_words(t: Text, title: str, subtitle: str, subjects: Sequence[str]) -> DeckWords:
    """Every word that the deck's own pages say; `subjects` join the release among the file's keywords."""
    release = store.release().info
    released, today = t("slides.release", release=release.id), t.date(datetime.date.today())
    return DeckWords(
        language=t.language,
        product=f"{t('product.name')} · {t('product.full')}",
        title=title,
        subtitle=subtitle,
        made=t("slides.made", date=today, release=release.id),
        release=released,
        demonstration=t("kind.demonstration"),
        has_demonstration=t("slides.has_demonstration"),
        limits=t("slides.limits"),
        sources=t("slides.sources"),
        continued=t("slides.continued"),
        licence=(t("download.licence"), t("provenance.boundaries"), released),
        figure=t("slides.figure"),
        low=t("slides.low"),
        upp=t("slides.upp"),
        below=t("slides.below"),
        above=t("slides.above"),
        label=t("slides.label"),
        state=t("slides.state"),
        keywords=(release.id, t.language, *subjects),
    )
