"""The cached doors to what never changes while the server runs; the only module that names Streamlit's caches."""

import os
from pathlib import Path

import streamlit as st

import geo
from data import Release, open_release

FOLDER = Path(__file__).parent.parent / "data" / "release"


@st.cache_resource(show_spinner=False)
def release() -> Release:
    """The one protected release, checked on opening; raises ReleaseError. Read-only: every caller shares it.

    `HARTA_RELEASE` names another folder; `HARTA_DEMONSTRATION=off` keeps demonstration rows from being loaded at all.
    """
    folder = Path(os.environ.get("HARTA_RELEASE", FOLDER))
    return open_release(folder, demonstration=os.environ.get("HARTA_DEMONSTRATION", "on") != "off")


@st.cache_resource(show_spinner=False)
def shapes() -> geo.Shapes:
    """The counties' outlines, ready to draw."""
    return geo.shapes()
