"""The comparability passport: how each wave asked the question, side by side, and what follows from it."""

import html
from collections.abc import Sequence

import streamlit as st

from components import store
from components.exhibits.card import Card
from components.exhibits.comparison import Comparison
from components.exhibits.survey_answers import question_of
from components.exhibits.survey_waves import wave_name
from components.sections.card.about_tab import escape, linked
from components.widgets.notices import show_lines, show_notes
from components.widgets.tables import show_definitions
from components.wording.provenance import citation
from components.wording.survey import verdict
from data import Asked, Question, Wave
from i18n import Text


def show_passport(t: Text, card: Card, _comparison: Comparison | None) -> None:
    """What was asked, in which waves, whether they can be compared, how the figures were estimated, and the sources."""
    question, indicator = question_of(card.selection), card.selection.indicator
    show_lines([verdict(t, question)])
    show_table(t, passport_rows(t, question), headings(t, question))
    facts = {
        "kind": t(f"question_kind.{question.kind}"),
        "unit": t(f"unit.{indicator.unit}.name"),
        "direction": t(f"direction.{indicator.higher_is}"),
        "interval": t(f"method.{indicator.interval}.long"),
        "code": question.code,
    }
    show_definitions((t(f"passport.{name}"), text) for name, text in facts.items())
    show_notes(t, card.notes)
    st.subheader(t("about.sources"), anchor=False)
    sources = (store.release().sources[source] for source in indicator.sources)
    st.markdown("\n".join(f"- {linked(escape(citation(t, source)), source.address)}" for source in sources))


def headings(t: Text, question: Question) -> list[str]:
    """The waves that asked the question."""
    survey = store.release().survey
    return [wave_name(t, survey.wave_of(asked)) for asked in question.asked]


def passport_rows(t: Text, question: Question) -> list[tuple[str, list[str]]]:
    """Each aspect with what it was in every wave that asked."""
    survey = store.release().survey
    columns = [wave_facts(t, survey.wave_of(asked), asked) for asked in question.asked]
    return [(t(f"passport.{aspect}"), [column[aspect] for column in columns]) for aspect in columns[0]]


def wave_facts(t: Text, wave: Wave, asked: Asked) -> dict[str, str]:
    """One wave's column, by aspect."""
    answers = [answer.words[t.language] for answer in asked.answers if not answer.net_of]
    stated = t("passport.design_text", psus=t.number(wave.psus), strata=t.number(wave.strata))
    return {
        "figures": t(f"kind.{asked.kind}_short"),
        "wording": asked.text[t.language],
        "options": "; ".join(answers),
        "universe": asked.universe[t.language],
        "ages": t.age(f"{wave.ages[0]}-{wave.ages[1]}"),
        "mode": t(f"mode.{wave.mode}"),
        "fieldwork": t.period(wave.period),
        "persons": t.number(wave.persons),
        "design": stated if wave.psus else t("passport.not_stated"),
        "sampling": wave.sampling[t.language],
        "weights": wave.weights[t.language],
        "genders": t("passport.genders_text") if wave.psus else t("passport.not_stated"),
    }


def show_table(t: Text, rows: Sequence[tuple[str, list[str]]], waves: Sequence[str]) -> None:
    """The aspects down, the waves across; on a narrow screen, where each cell is a line, the cell names its wave."""
    head = "".join(f'<th scope="col">{html.escape(wave)}</th>' for wave in (t("passport.aspect"), *waves))
    body = "".join(
        f'<tr><th scope="row">{html.escape(aspect)}</th>'
        + "".join(
            f'<td data-heading="{html.escape(wave)}">{html.escape(cell)}</td>'
            for wave, cell in zip(waves, cells, strict=True)
        )
        + "</tr>"
        for aspect, cells in rows
    )
    table = f'<table class="list passport"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    st.html(f'<div class="scroll">{table}</div>')
