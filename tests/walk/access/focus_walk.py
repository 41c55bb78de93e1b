"""Going through a page with the Tab key alone: where the keyboard stops, and whether the reader sees it there."""

from dataclasses import dataclass
from typing import Any

from browser_screen import BrowserScreen

MOST = 120  # stops; more would be a trap
# The element in focus, also inside our components, with its name; ringed: it, its label or its county has a ring.
STOP = """() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  if (!element || element === document.body) return null
  const label = element.closest('label')
  const outlined = [element, label].some((each) => {
    const style = each && getComputedStyle(each)
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  })
  const ring = element.querySelector('.ring')
  const box = element.getBoundingClientRect()
  return {
    name: (element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '').trim(),
    role: element.getAttribute('role') ?? element.localName,
    key: element.closest('[class*="st-key-pick_"]')?.className.match(/st-key-pick_(\\w+)/)[1] ?? '',
    area: element.dataset.area ?? '',
    ringed: outlined || (ring !== null && getComputedStyle(ring).visibility === 'visible'),
    in_sight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""


@dataclass(frozen=True)
class Stop:
    """A place where the keyboard stops: spoken name, role, key of the choice it belongs to, county on the map."""

    name: str
    role: str
    key: str
    area: str
    ringed: bool
    in_sight: bool


def press_tab(screen: BrowserScreen) -> Stop | None:
    """Press Tab: the next stop, None when the keyboard has left the page."""
    screen.page.keyboard.press("Tab")
    found: dict[str, Any] | None = screen.page.evaluate(STOP)
    return Stop(**found) if found else None


def stops(screen: BrowserScreen) -> list[Stop]:
    """All stops of the page, in their order, from its beginning until Tab leaves it."""
    passed: list[Stop] = []
    while stop := press_tab(screen):
        passed.append(stop)
        assert len(passed) < MOST, f"Tab does not leave the page: {passed[-5:]}"
    return passed


def tab_to(screen: BrowserScreen, **wanted: str) -> Stop:
    """Press Tab until a stop has these properties; AssertionError where none has."""
    for _ in range(MOST):
        stop = press_tab(screen)
        if stop and all(getattr(stop, name) == value for name, value in wanted.items()):
            return stop
    raise AssertionError(f"Tab does not lead to {wanted}")
