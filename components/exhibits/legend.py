"""The legend of an exhibit's picture."""

from components.charts.palette import LIGHT
from components.exhibits.model import Drawing, Exhibit
from components.legend import Legend, legend_of_drawings, legend_of_figure
from i18n import Text


def legend_of(t: Text, exhibit: Exhibit, name: str) -> Legend:
    """What the signs of the picture called `name` mean; none where there is no such picture."""
    picture = exhibit.pictures.get(name)
    if picture is None:
        return []
    if isinstance(picture, Drawing):
        return legend_of_drawings(t, [svg for svg, _ in picture.draw(LIGHT)])
    return legend_of_figure(t, picture.draw(LIGHT))
