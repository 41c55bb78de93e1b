"""Services: who helps whom, where, how far it reaches, and where nothing is known."""

from components import store
from components.address.known import PART_CODES
from components.exhibits.services_matrix import page_title
from components.sections.filters import active_text
from components.sections.services.choices import choose_programme_cycle
from components.sections.services.parts import PARTS
from components.widgets.choices import choose_view
from components.widgets.notices import show_help, show_lines, show_title, show_together
from components.wording import markup

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
