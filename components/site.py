"""Where the app stands, as the reader reached it."""

from urllib.parse import urlsplit

import streamlit as st


def site() -> str:
    """`https://host/base`: the address without the page's path, '' where it is not known (a test)."""
    address = urlsplit(st.context.url or "")
    if not address.netloc:
        return ""
    folder = address.path.rpartition("/")[0]
    return f"{address.scheme}://{address.netloc}{folder}"
