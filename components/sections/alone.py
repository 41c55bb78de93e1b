"""One card alone on the page, without header, menu and footer: what a frame on another page shows."""

import streamlit as st

from components import state, store
from components.address.known import known_codes
from components.address.view import View, read_view
from components.downloads.embedding import KIND
from components.exhibits.legend import legend_of
from components.exhibits.model import Exhibit
from components.exhibits.opening import not_offered, open_view
from components.sections.pictures import chosen_picture, show_picture
from components.widgets.notices import show_demonstration, show_lines, show_pills, show_small, show_title
from components.widgets.unknown import left_over, show_not_offered, show_unknown
from i18n import Text

KEY = "card"


def is_alone() -> bool:
    """Whether the address asks for one card alone: another page has it in a frame, or it names a card."""
    return bool(st.context.is_embedded or state.noted(KEY))


def show_alone(t: Text) -> None:
    """The card that the address names, or the sentence that says why there is none; always the way to the atlas."""
    view = read_view(state.noted(KEY), known_codes(store.whole_release()))
    exhibit = open_view(t, view) if view else None
    with st.container(key="alone"):
        if view and exhibit:
            show_exhibit(t, exhibit)
            show_not_offered(t, not_offered(view, exhibit))
        else:
            show_title(t("product.full"))
            show_lines([t("embed.not_in_release") if view else t("embed.unknown")])
            show_unknown(t, left_over())
        st.link_button(t("embed.open"), atlas_address(t, view), type="tertiary", icon=":material/open_in_new:")


def show_exhibit(t: Text, exhibit: Exhibit) -> None:
    """Title, caption, filters, picture, sentences, what cannot be said, states, source and release."""
    show_title(exhibit.title)
    st.caption(exhibit.caption)
    show_pills(exhibit.pills)
    if exhibit.is_demonstration:
        show_demonstration(t)
    name = chosen_picture(exhibit)
    show_picture(t, exhibit, name, key="figure")
    show_lines([" ".join(exhibit.sentences)])
    show_small([*(text for _, text in legend_of(t, exhibit, name)), *exhibit.limits, *exhibit.source_lines])


def atlas_address(t: Text, view: View | None) -> str:
    """The address of the card on its own page; of the first page where no card is known.

    Relative: in a frame Streamlit tells the address of the page around it as ours.
    """
    said = {"lang": t.language} | ({KIND: kind} if (kind := state.noted(KIND)) else {})
    return view.address(".", **said) if view else f"./?{state.link(**said)}"
