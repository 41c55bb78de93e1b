"""Services: who helps whom, where, how far it reaches, and where nothing is known."""

from components import markup, store
from components.choices import choose_view
from components.filters import active_text
from components.notices import show_help, show_lines, show_title, show_together
from components.services.choices import PART_CODES, choose_programme_cycle
from components.services.matrix import page_title
from components.services.parts import PARTS

t = active_text()
if store.release().services.catalogue:
    cycle = choose_programme_cycle(t)
    show_together(markup.heading(page_title(t, cycle), rank=1), markup.said([t("services.lead")]))
    part = choose_view("part", PART_CODES, label=t("services.parts"), name=lambda code: t(f"services.part.{code}"))
    PARTS[part](t, cycle)
else:
    show_title(t("nav.services"))
    show_lines([t("services.nothing")])
show_help(t)
