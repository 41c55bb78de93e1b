"""A page with nothing but minutes, as Streamlit runs it."""

from pathlib import Path
from typing import Any

from screen import Screen
from streamlit.testing.v1 import AppTest

from minutes import Store, open_store, store_address


def page() -> None:
    """The script: the minutes beside the card that the address names, or all of them."""
    import streamlit as st

    from components import state, store
    from components.address.known import known_codes
    from components.address.view import read_view
    from components.exhibits.opening import open_view
    from components.sections.minutes.show import show_all_minutes, show_minutes
    from i18n import words

    known = known_codes(store.whole_release())
    state.begin(known)
    t = words(state.recall("lang", ("sq", "en")))
    view = read_view(st.query_params.get("card", "risk.school_attendance_15_17.gender~f"), known)
    assert view is not None
    exhibit = open_view(t, view)
    assert exhibit is not None
    if st.query_params.get("section") == "all":
        show_all_minutes(t)
    else:
        show_minutes(t, exhibit)


class MinutesPage:
    """One reader's session."""

    def __init__(self, folder: Path, secrets: dict[str, Any] | None = None, **codes: str) -> None:
        self.folder = folder
        self.test = AppTest.from_function(page, default_timeout=30)
        self.test.query_params.update(codes)
        self.test.secrets.update(secrets or {})
        self.run()

    @property
    def store(self) -> Store:
        return open_store(store_address({}, self.folder / "minutes.sqlite"))

    def run(self) -> "MinutesPage":
        self.test.run()
        assert not self.test.exception, [each.value for each in self.test.exception]
        return self

    def field(self, ending: str) -> Any:
        """The widget whose key ends so."""
        found = [each for each in self.elements() if (getattr(each, "key", None) or "").endswith(ending)]
        assert len(found) == 1, (ending, [getattr(each, "key", None) for each in self.elements()])
        return found[0]

    def has(self, ending: str) -> bool:
        return any((getattr(each, "key", None) or "").endswith(ending) for each in self.elements())

    def fill(self, ending: str, value: object) -> "MinutesPage":
        self.field(ending).set_value(value)
        return self

    def click(self, ending: str) -> "MinutesPage":
        self.field(ending).click()
        return self.run()

    def elements(self) -> list[Any]:
        return Screen.elements(self)  # type: ignore[arg-type]

    def texts(self) -> list[str]:
        return Screen.texts(self)  # type: ignore[arg-type]

    def says(self, text: str) -> bool:
        return any(text in said for said in self.texts())

    def html(self) -> str:
        """Everything given to the browser as HTML."""
        return "".join(str(each.proto.body) for each in self.elements() if each.type == "html")
