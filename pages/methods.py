"""Methods: rules, indicators, sources, release, glossary, licences."""

from components.address.selection import SECTION_CODES
from components.sections.filters import active_text
from components.sections.methods import SECTIONS
from components.widgets.choices import choose_view
from components.widgets.notices import show_lines, show_title

t = active_text()

show_title(t("methods.title"))
show_lines([t("methods.lead")])
section = choose_view("section", SECTION_CODES, label=t("methods.title"), name=lambda code: t(f"methods.tab.{code}"))
SECTIONS[section](t)
