"""How to cite a view or a table, ready to copy."""

from collections.abc import Sequence

import streamlit as st

from components.files.copying import show_copy
from components.notices import show_lines, show_small
from components.wording.provenance import citation
from data import Release, Source
from i18n import Text


def citation_of(t: Text, release: Release, *, title: str, sources: Sequence[Source], address: str) -> str:
    """Title, publications, and this atlas with its release and the address that opens the same again."""
    cited = "; ".join(citation(t, source) for source in sources)
    return t("download.cite", title=title, sources=cited, release=release.info.id, address=address)


def show_citation(t: Text, cited: str) -> None:
    """The citation, a button that copies it, and whose the figures are."""
    st.subheader(t("download.citation"), anchor=False)
    show_lines([cited])
    show_copy(t("files.copy_citation"), cited, done=t("files.citation_copied"), key="copy_citation")
    show_small([t("download.licence")])
