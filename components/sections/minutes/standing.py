"""Who may write minutes. Everybody else reads."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from i18n import Text
from minutes import NewerStore, Store, StoreDown, existing_store, open_store, store_address


@dataclass(frozen=True)
class Standing:
    """Whether this reader may write now. `signs_in`: only who has signed in may; `service`: there is a service to sign
    in at; `name`: that of who has, `member` whom the service says that is ('' where nobody has)."""

    is_on: bool
    signs_in: bool
    service: bool
    name: str
    may_write: bool
    member: str = ""


def standing() -> Standing:
    """The reader's standing: `HARTA_MINUTES=on` opens the minutes; where OIDC is configured only to members who have
    signed in, where it is not to everybody who reaches the server."""
    is_on, members = os.environ.get("HARTA_MINUTES") == "on", os.environ.get("HARTA_MINUTES_MEMBERS", "").strip()
    service = has_sign_in_service()
    # A broken secrets file, or members named without a service, must shut everybody out, not let everybody in.
    signs_in = service or bool(members) or has_broken_secrets()
    told = signed_in_claims() if service else {}
    allowed = is_member(told, members) if signs_in else True
    return Standing(is_on, signs_in, service, display_name(told), is_on and allowed, member_of(told))


def has_sign_in_service() -> bool:
    """Whether the operator's secrets have an `[auth]` section."""
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def has_broken_secrets() -> bool:
    """Whether there are secrets that cannot be read."""
    return not st.secrets.load_if_toml_exists() and any(Path(path).exists() for path in st.get_option("secrets.files"))


def signed_in_claims() -> dict[str, object]:
    """What the sign-in service says of the reader; nothing where the reader has not signed in."""
    return dict(st.user) if getattr(st.user, "is_logged_in", False) else {}


def is_member(told: dict[str, object], members: str) -> bool:
    """Whether somebody signed in, and is among the members named: e-mail addresses, `@domain`, or `issuer|subject`,
    separated by commas. Where none is named, everybody is whom the sign-in service lets in."""
    named = {each.strip() for each in members.split(",") if each.strip()}
    if not told or not named:
        return bool(told)
    address = str(told.get("email") or "").lower()
    # An address that the service does not call proved may be anybody's.
    is_proved = bool(address) and told.get("email_verified") in (True, "true")
    by_address = {each.lower() for each in named if "|" not in each}
    is_named = address in by_address or f"@{address.rpartition('@')[2]}" in by_address
    return (is_proved and is_named) or member_of(told) in named


def member_of(told: dict[str, object]) -> str:
    """Whom the service says it is, `issuer|subject`: the same person under whatever name and address."""
    return f"{told['iss']}|{told['sub']}" if told.get("iss") and told.get("sub") else ""


def display_name(told: dict[str, object]) -> str:
    """How the member is called in the minutes."""
    return next((str(told[key]) for key in ("name", "email", "sub") if told.get(key)), "")


def desk(standing: Standing) -> Store | None:
    """The store; where minutes are switched off only one that already holds something. Raises StoreDown, NewerStore."""
    address = store_address(os.environ)
    if standing.is_on:
        return open_store(address)
    found = existing_store(address)
    return found if found and found.meetings() else None


@contextmanager
def trouble_told(t: Text) -> Iterator[None]:
    """A sentence in place of the minutes where their store does not answer."""
    try:
        yield
    except (StoreDown, NewerStore) as fault:
        st.error(trouble(t, fault))


def trouble(t: Text, fault: StoreDown | NewerStore) -> str:
    """The sentence for the reader; the reason goes to the log."""
    logging.getLogger(__name__).error("minutes: %s", fault)
    return t("minutes.newer_store") if isinstance(fault, NewerStore) else t("minutes.store_down")
