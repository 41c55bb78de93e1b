"""What a word processor's document says of itself."""

import datetime

from docx.document import Document

from components.exports.limits import properties
from components.exports.minutes.model import MinutesDocument


def describe(document: Document, minutes: MinutesDocument) -> None:
    """What the file says of itself, each text as long as a property may be."""
    told, words = document.core_properties, minutes.words
    texts = {
        "title": minutes.title,
        "subject": words["kind"],
        "author": words["product"],
        "last_modified_by": words["product"],
        "language": minutes.locale,
        "keywords": words["demonstration"] if minutes.is_demonstration else "",
        "comments": " ".join(minutes.lead),
    }
    for name, text in properties(texts).items():
        setattr(told, name, text)
    told.created = told.modified = datetime.datetime.combine(minutes.made, datetime.time())
