"""A part of the page that its own choices run alone."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from components import state
from components.address.known import DEFAULTS

Given = ParamSpec("Given")


def run_apart(part: Callable[Given, None]) -> Callable[Given, None]:
    """The part as a fragment: a choice made in it neither makes nor draws anew what stands around it.

    As in a run of everything, the address shows the choices after; it is not read before. A link and the browser's Back
    run everything, and quick clicks reach a part folded into one, with the address as it was before the last of them.
    """

    @st.fragment
    @wraps(part)
    def alone(*given: Given.args, **named: Given.kwargs) -> None:
        part(*given, **named)
        state.publish(DEFAULTS)

    return alone
