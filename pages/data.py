"""Data: a table of many measures to build and take away, and files taken before to hold against this release."""

from components.check_figure import show_check
from components.choices import choose_view
from components.filters import active_text
from components.notices import show_lines, show_title
from components.selection import DESKS
from components.tables_desk.show import show_builder

t = active_text()
parts = {"table": show_builder, "check": show_check}

show_title(t("nav.data"))
show_lines([t("desk.lead")])
desk = choose_view("desk", DESKS, label=t("desk.parts"), name=lambda code: t(f"desk.part_{code}"))
parts[desk](t)
