"""The section: a place to drop a file, and what the page has to say of it."""

import html

import pandas as pd
import streamlit as st

from components import state, store
from components.address.known import known_codes
from components.address.selection import KINDS
from components.exports.provenance.model import Provenance
from components.exports.provenance.problems import ProvenanceProblem
from components.exports.provenance.reading import ENDINGS, LARGEST_MB
from components.sections.data.check_drawn import missing_in
from components.sections.data.check_figures import COLUMNS, cells_of, worded_figures
from components.sections.data.check_handed import Handed, read_handed
from components.sections.data.check_reopening import place_of
from components.sections.data.check_verdict import Verdict, verdict_on_file
from components.sections.data.check_wording import CELL, cell_words, headline, left_out, origin
from components.widgets.notices import show_demonstration, show_lines, show_pills, show_small
from components.widgets.tables import show_table
from components.widgets.unknown import show_unknown
from i18n import LANGUAGES, Text, words

AT_MOST_ROWS = 200  # of a table on the screen
ARROW = ":material/arrow_forward:"


def show_check(t: Text) -> None:
    """The place for one file; below it what the file says of itself, or why nothing can be said."""
    show_lines([t("check.lead")])
    file = st.file_uploader(
        t("check.upload"), type=[*ENDINGS, "csv"], max_upload_size=LARGEST_MB, key="file_to_check", width=640
    )
    show_small([t("check.privacy")])
    if file is None:
        return
    try:
        handed = read_handed(file.getvalue(), file.name)
    except ProvenanceProblem as problem:
        st.error(t(f"check.problem.{problem.reason}"))
    else:
        show_verdict(t, handed, verdict_on_file(handed, store.release()))


def show_verdict(t: Text, handed: Handed, verdict: Verdict) -> None:
    """The finding, where the file comes from, what changed, and the way back to its query."""
    told = verdict.provenance
    hidden = told.demonstration and state.recall("kind", KINDS) == "published"
    st.subheader(t("check.hidden") if hidden else headline(t, verdict), anchor=False)
    if verdict.edited:
        st.error(t("check.edited_long"))
    if told.demonstration:
        show_demonstration(t)
    said = [t("check.kind_of_file", kind=t(f"check.kind.{handed.kind}")), *origin(t, verdict, store.release().info.id)]
    show_lines([*said, t("check.hidden_long") if hidden else ""])
    if not hidden:
        show_compared(t, handed, verdict)
        show_changes(t, verdict)
    if told.title:
        show_query(t, told)


def show_compared(t: Text, handed: Handed, verdict: Verdict) -> None:
    """How many cells were compared, which of them differ, the figures that a picture lacks, and what was left out."""
    if verdict.cells:
        show_lines([t.plural("check.compared", verdict.cells)])
    if verdict.wrong:
        cells = [{name: html.escape(text) for name, text in cell_words(cell).items()} for cell in verdict.wrong]
        show_table(cells[:AT_MOST_ROWS], {column: t(f"check.cell.{column}") for column in CELL})
    told = handed.provenance
    if handed.text and told.language in LANGUAGES:
        lacking = missing_in(words(told.language), store.whole_release(), told.figures, handed.text)
        if lacking:
            st.warning(t.plural("check.lacking", len(lacking), of=t.number(len(told.figures))))
    if left := left_out(t, handed, verdict):
        show_lines([t("check.not_compared", what=t.join(left))])


def show_changes(t: Text, verdict: Verdict) -> None:
    """The figures that are not what they were; all others on request."""
    if verdict.figures.empty:
        return
    if len(verdict.changed):
        show_figures(t, verdict.changed)
    show_small([t("check.limits")])
    with st.expander(t("check.all_figures")):
        show_figures(t, verdict.figures)


def show_figures(t: Text, figures: pd.DataFrame) -> None:
    """Rows of `recheck` as a real table, every cell as text; a long table is cut and says so."""
    # Names are no figures: a question that the reader's choice leaves out still has its name.
    shown = worded_figures(t, store.whole_release(), figures[:AT_MOST_ROWS])
    show_table(cells_of(shown), {column: t(f"check.column.{column}") for column in COLUMNS})
    if len(figures) > AT_MOST_ROWS:
        show_small([t("check.cut", shown=t.number(AT_MOST_ROWS), of=t.number(len(figures)))])


def show_query(t: Text, told: Provenance) -> None:
    """Title, caption and filters as the file says them, and the link that opens the query again."""
    st.subheader(t("check.says"), anchor=False)
    show_lines([told.title])
    show_small([told.caption])
    show_pills(told.filters)
    place = place_of(told, known_codes(store.release()))
    if place is None:
        show_small([t("check.no_view")])
    else:
        show_unknown(t, place.left)
        codes = {**place.codes, "lang": t.language}
        st.page_link(f"pages/{place.page}.py", label=t("check.reopen"), icon=ARROW, query_params=codes)
