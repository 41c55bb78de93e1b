"""Which addresses a session has shown, and whether one that arrives says something new.

A choice leaves the browser together with the address that stands there. On a slow line, or with quick hands, that may
be an earlier one of ours, while the newer is still on its way: it must not undo what was chosen since.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from streamlit.runtime.scriptrunner import get_script_run_ctx

REMEMBERED = 8


@dataclass(frozen=True)
class AddressHistory:
    """The addresses as a browser may show them, the newest last, the page on which they were shown, and the choices
    that stood in the record then."""

    shown: tuple[Mapping[str, str], ...] = ()
    page: str = ""
    record: Mapping[str, str] = field(default_factory=dict)

    def is_news(self, written: Mapping[str, str], page: str, record: Mapping[str, str]) -> bool:
        """Whether an address says something that we did not write: a link, the browser's Back. The bare address of a
        page in the menu says nothing; an earlier address of ours does unless a choice on its page came along with it:
        following a link chooses nothing."""
        if not written or (self.shown and written == self.shown[-1]):
            return False
        return written not in self.shown or page != self.page or record == self.record

    def then(self, shown: Mapping[str, str], page: str, record: Mapping[str, str]) -> "AddressHistory":
        """The history once that address has been shown on that page for that record."""
        if self.shown and shown == self.shown[-1]:
            return AddressHistory(self.shown, page, dict(record))
        return AddressHistory((*self.shown, shown)[-REMEMBERED:], page, dict(record))


def page_now() -> str:
    """The code under which Streamlit knows this run's page; '' where it does not say."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def returned() -> bool:
    """Whether this run answers the browser's Back or Forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def is_part_alone() -> bool:
    """Whether this run is that of a part of the page, not of all of it."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)
