"""An exhibit's pictures on the screen, in the reader's colours; made-up figures marked."""

from collections.abc import Sequence

import streamlit as st

from components.charts.demonstration import marked_figure, marked_svg
from components.exhibits.model import Drawing, Exhibit, Plot
from components.exports.nesting import natural_size
from components.widgets.board import show_board
from components.widgets.browser import is_narrow, palette
from components.widgets.notices import show_lines
from i18n import Text

Parts = Sequence[tuple[str, float]]
TALLEST = "72vh"
MUCH = 200  # pixels at the sides of a plot: more is columns of words


def chosen_picture(exhibit: Exhibit) -> str:
    """The picture of the tab that the view names, else the first there is; '' for none."""
    tab = exhibit.view.choice("tab", "map")
    return tab if tab in exhibit.pictures else next(iter(exhibit.pictures), "")


def show_picture(t: Text, exhibit: Exhibit, name: str, *, key: str) -> None:
    """One picture; where there is none to draw, the figures in words."""
    picture = exhibit.pictures.get(name)
    if isinstance(picture, Plot):
        show_plot(t, exhibit, picture, key=key)
    elif isinstance(picture, Drawing):
        show_parts(drawn(t, exhibit, picture), key=key)
    else:
        show_lines(spoken(exhibit))


def drawn(t: Text, exhibit: Exhibit, drawing: Drawing) -> Parts:
    """The drawing's SVGs with their shares of the width."""
    ground = palette()
    draw = drawing.narrow if drawing.narrow and is_narrow() else drawing.draw
    parts = draw(ground)
    if not exhibit.is_demonstration:
        return parts
    return [(marked_svg(svg, t("kind.demonstration"), ground), share) for svg, share in parts]


def show_parts(parts: Parts, *, key: str, tallest: str = TALLEST) -> None:
    """SVGs beside each other, below each other where the screen is narrow; none is drawn too small to read."""
    boxes = "".join(box(svg, share, tallest) for svg, share in parts)
    show_board(f'<div style="display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start">{boxes}</div>', key=key)


def box(svg: str, share: float, tallest: str) -> str:
    """A drawing in a box that takes its share of the room; it is never drawn smaller than its type was chosen for."""
    width, height = natural_size(svg)
    limit = f"max-height:max({tallest},{height:g}px)" if tallest else ""
    fitted = svg.replace("<svg ", f'<svg style="display:block;width:100%;height:auto;{limit}" ', 1)
    return f'<div style="flex:{share} 1 min(100%,{width:g}px)">{fitted}</div>'


def show_plot(t: Text, exhibit: Exhibit, plot: Plot, *, key: str) -> None:
    """The chart, with its figures in words for a screen reader.

    The page's style is told its height, and by the key of its box whether words stand beside it: that is what it needs
    to enlarge it, or on a telephone to let it be moved sideways.
    """
    figure = plot.draw(palette())
    if exhibit.is_demonstration:
        figure = marked_figure(figure, t("kind.demonstration"), palette())
    layout = figure.layout
    beside = (layout.margin.l or 0) + (layout.margin.r or 0)
    with st.container(key=f"{key}_worded" if beside > MUCH else f"{key}_plain"):
        st.html(f"<style>:root {{ --chart-height: {layout.height or 450}px; }}</style>")
        st.plotly_chart(
            figure,
            theme=None,
            key=f"{key}_chart",
            config={"displayModeBar": False, "locale": t.language},
            alt=t("chart.alt", title=exhibit.title, figures=". ".join(spoken(exhibit))),
        )


def spoken(exhibit: Exhibit) -> list[str]:
    """The figures in words."""
    rows = exhibit.rows
    return rows.loc[rows["status"].ne("no_data"), "spoken"].tolist() if "spoken" in rows else []
