"""Everything of a view in one file, made step by step."""

import datetime
from collections.abc import Callable, Mapping

from components.downloads.long_work import Progress
from components.exports.tables.model import Table
from components.exports.tables.package import STEPS, zip_of
from i18n import Text

Pictures = Mapping[str, Callable[[], bytes]]  # file name -> what makes it


def package_of(t: Text, table: Table, pictures: Pictures, tell: Progress) -> bytes:
    """The zip of the table in all formats and of the pictures; `tell` hears each step before it begins."""
    count, drawn = len(pictures) + len(STEPS), {}
    for done, (name, make) in enumerate(pictures.items()):
        tell(done / count, t("files.drawing", name=name))
        drawn[name] = make()
    made, before = datetime.date.fromisoformat(table.provenance.made), len(drawn)
    return zip_of(table, drawn, made, lambda step: tell((before + STEPS.index(step)) / count, t(f"file_step.{step}")))
