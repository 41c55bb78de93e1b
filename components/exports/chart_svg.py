"""A Plotly figure as SVG, drawn by the browser found on this machine and by nothing from the network."""

import os
import shutil
import threading

import plotly.graph_objects as go

from components.exports.browser import Drawer

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

_door = threading.Lock()
_drawers: list[Drawer] = []  # at most one: started with the first figure, serving the whole process


class NoBrowser(RuntimeError):
    """There is no Chromium or Chrome on this machine."""


def find_browser() -> str:
    """Path of the browser: CHROME_PATH if it is set, else the first on PATH; raises NoBrowser."""
    if named := os.environ.get("CHROME_PATH", ""):
        if found := shutil.which(named):
            return found
        raise NoBrowser(f"CHROME_PATH names {named!r}, which is no program that can be run.")
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    raise NoBrowser(
        f"Pictures of charts need Chromium or Chrome: none of {', '.join(BROWSERS)} is on PATH. "
        "Install one, or set CHROME_PATH to where it is."
    )


def figure_svg(figure: go.Figure, *, width: int = 760, height: int | None = None) -> str:
    """The figure as a standalone SVG of this size (its own height by default), text kept as text.

    The browser starts with the first call (seconds) and stays; calls from several threads queue up.
    Plotly puts a random part into every id, so two figures can stand in one picture.
    Raises NoBrowser, or what went wrong in the browser; the next call then starts a new one.
    """
    tall = int(height or figure.layout.height or 450)
    with _door:
        if not _drawers:
            _drawers.append(Drawer(find_browser()))
        try:
            return _drawers[0].svg(figure, width=width, height=tall)
        except Exception:
            _drawers.pop().close()
            raise
