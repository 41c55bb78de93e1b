"""What axe-core says of the page on the screen: the rules of WCAG 2.2, levels A and AA."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations", "incomplete"],
}
# What the rule of contrast leaves to a person: words on our own pictures, whose pairs of colours are computed in
# tests/access/. Streamlit names the chosen entries of a list, spans, by `aria-label`; their text says the same.
JUDGED = {"color-contrast", "aria-prohibited-attr"}
HTML = 160  # letters of an element that a failure shows


def faults(page: Page) -> list[str]:
    """Every violation, and everything axe could not decide that nobody has judged: rule, advice, element."""
    found: dict[str, Any] = Axe().run(page, options=RULES).response
    undecided = [rule for rule in found["incomplete"] if rule["id"] not in JUDGED]
    return [
        f"{rule['id']}: {node.get('failureSummary', rule['help'])} {node['html'][:HTML]}"
        for rule in [*found["violations"], *undecided]
        for node in rule["nodes"]
    ]
