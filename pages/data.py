"""Data: a table of many measures to build and take away, and files taken before to hold against this release."""

from components.address.selection import DESKS
from components.sections.data.check_show import show_check
from components.sections.data.show import show_builder
from components.sections.filters import active_text
from components.widgets.choices import choose_view
from components.widgets.notices import show_lines, show_title

t = active_text()
parts = {"table": show_builder, "check": show_check}

show_title(t("nav.data"))
show_lines([t("desk.lead")])
desk = choose_view("desk", DESKS, label=t("desk.parts"), name=lambda code: t(f"desk.part_{code}"))
parts[desk](t)
