"""The typefaces inside the HTML file."""

import base64
import io
import re

from fontTools.ttLib import TTFont

from components.exports.brief.web_fonts import font_faces


def test_each_face_has_the_letters_of_both_languages_and_little_more() -> None:
    faces = re.findall(r"base64,([A-Za-z0-9+/=]+)\)", font_faces())
    assert len(faces) == 4
    for face in faces:
        content = base64.b64decode(face)
        font = TTFont(io.BytesIO(content))
        assert set(map(ord, "AZëçËÇ0–—«»“”’%‰−·… \u00a0")) <= set(font.getBestCmap())
        assert len(content) < 60_000
