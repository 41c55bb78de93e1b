"""A table of facts offered in every format that can hold it."""

from components.exports.tables.formats import FORMATS
from components.files.formats import ZIP, Offered, format_row, offer_format, offer_package
from components.files.package import Pictures
from i18n import Text


def offer_facts(t: Text, offered: Offered, *, pictures: Pictures | None = None) -> None:
    """Every format but those made for figures, the package of all of them (with the view's `pictures`) last."""
    for code, form in FORMATS.items():
        if code != ZIP and not form.needs_observations:
            # A workbook of facts has no chart.
            with format_row(t("services.xlsx_about") if code == "xlsx" else t(f"file_about.{code}")):
                offer_format(t, offered, form)
    with format_row(t("file_about.package" if pictures else "file_about.zip")):
        offer_package(t, offered, pictures or {})
