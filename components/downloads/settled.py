"""An exhibit whose pictures are drawn already."""

from dataclasses import replace

from components.charts.palette import LIGHT
from components.exhibits.model import Drawing, Exhibit, Picture, Plot


def settled(exhibit: Exhibit) -> Exhibit:
    """The exhibit with its pictures drawn now, as files have them.

    A file is made when its button is clicked: then there is no session, and a picture drawn then would be of the whole
    release, also for a reader who asked for published figures only.
    """
    return replace(exhibit, pictures={name: drawn(picture) for name, picture in exhibit.pictures.items()})


def drawn(picture: Picture) -> Picture:
    """The picture as it is drawn at this moment."""
    if isinstance(picture, Drawing):
        svgs = tuple(picture.draw(LIGHT))
        return Drawing(lambda _palette: svgs)
    figure = picture.draw(LIGHT)
    return Plot(lambda _palette: figure)
