"""The programme's parts on its page: outcomes with the indicators that speak to each, groups, partners."""

import html
from typing import Any

import streamlit as st

from components import state, store
from components.widgets.tables import show_definitions
from i18n import Text


def show_outcomes(t: Text) -> None:
    """The three outcomes beside each other, each with the way to its indicators."""
    release = store.release()
    outcomes = release.programme["programme"]["outcomes"]
    for column, code in zip(st.columns(len(outcomes)), outcomes, strict=True):
        speaking = [i.code for i in release.catalogue.values() if int(code) in i.outcomes]
        with column, st.container(border=True, height="stretch"):
            st.markdown(f"**{code}. {t(f'programme.outcome.{code}.name')}**")
            st.markdown(t(f"programme.outcome.{code}.text"))
            with st.expander(f"{t('programme.heading.indicators')} ({len(speaking)})"):
                st.html(f"<ul>{''.join(indicator_item(t, each) for each in speaking)}</ul>")


def indicator_item(t: Text, code: str) -> str:
    """A list item that leads to the indicator's card."""
    address = f"rreziku?{state.link(indicator=code, lang=t.language)}"
    return f'<li><a href="{html.escape(address)}" target="_self">{html.escape(t(f"indicator.{code}.label"))}</a></li>'


def show_groups(t: Text, kind: str) -> None:
    """The target groups of one kind."""
    codes = store.release().programme["programme"][kind]
    st.markdown("\n".join(f"- {t(f'programme.{kind}.{code}')}" for code in codes))


def show_partners(t: Text) -> None:
    """The partners with their role, what they do, and where, as far as the sources name it."""
    show_definitions(partner_row(t, partner) for partner in store.release().programme["programme"]["partner"])


def partner_row(t: Text, partner: dict[str, Any]) -> tuple[str, str]:
    """A partner's name, and its role, work and counties."""
    code = partner["code"]
    told = [t(f"programme.partner_role.{partner['role']}"), t(f"programme.partner.{code}.text")]
    if counties := partner.get("counties"):
        told.append(t.areas(counties))
    return t(f"programme.partner.{code}.name"), " · ".join(told)
