"""Risk: one indicator over the counties, as map, chart, table, download and description."""

from components import store
from components.sections.card.show import show_card
from components.sections.filters import active_text, choose_indicator, choose_selection
from components.widgets.notices import show_help

t = active_text()
release = store.release()

indicator = choose_indicator(t, list(release.catalogue.values()))
selection = choose_selection(t, release, indicator)

show_card(t, selection, page=t("nav.risk"))
if indicator.sensitive_count:
    show_help(t)
