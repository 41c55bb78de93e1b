"""Which addresses a session has shown, and whether one that arrives says something new.

A choice leaves the browser together with the address that stands there. On a slow line, or with quick hands, that may
be an earlier one of ours, while the newer is still on its way: it must not undo what was chosen since.
"""

from collections.abc import Mapping
from dataclasses import dataclass

REMEMBERED = 8


@dataclass(frozen=True)
class AddressHistory:
    """The addresses as a browser may show them, the newest last, and the page on which they were shown."""

    shown: tuple[Mapping[str, str], ...] = ()
    page: str = ""

    def is_news(self, written: Mapping[str, str], page: str) -> bool:
        """Whether an address says something that we did not write: a link, the browser's Back. The bare address of a
        page in the menu says nothing; an earlier address of ours does only on another page, where a link leads."""
        if not written or (self.shown and written == self.shown[-1]):
            return False
        return written not in self.shown or page != self.page

    def then(self, shown: Mapping[str, str], page: str) -> "AddressHistory":
        """The history once that address has been shown on that page."""
        if self.shown and shown == self.shown[-1]:
            return AddressHistory(self.shown, page)
        return AddressHistory((*self.shown, shown)[-REMEMBERED:], page)
