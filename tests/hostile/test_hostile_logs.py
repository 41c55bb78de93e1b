"""What must not stand in a log: passwords of databases and storages, secrets of a sign-in, what somebody typed."""

import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import streamlit as st
from hypothesis import strategies as some
from throwing import COUNTS, MARK, TEXTS, throw

from components.serving.faults import WithoutMessage, keep_messages_out
from components.serving.log import ASKED, JsonLines, Unfilled, keep_no_record_of_readers
from data import ReleaseError
from data.releasing.now import claimed_info
from data.releasing.place import release_folder
from minutes import StoreDown, existing_store, store_address

SIGNS = "abcXYZ019@:/?#[]%&=+ \\'\"!$,;~"
PASSWORDS = some.text(some.sampled_from(SIGNS), min_size=12, max_size=24).map(lambda text: f"Zz{text}zZ")
FORMS = (
    "postgresql://harta:{}@127.0.0.1:1/db",
    "postgres://harta:{}@127.0.0.1:1/db",
    "postgresql://{}@127.0.0.1:1/db",
    "postgresql://127.0.0.1:1/db?password={}",
    "postgresql:/harta:{}@127.0.0.1:1/db",
    "postgresql://harta:{}@127.0.0.1:x/db",
    "mysql://harta:{}@127.0.0.1/db",
    "{}",
    "s3x://key:{}@bucket/release",
    "s3://key:{}@bucket/re lease",
    "s3://key:{}@bucket/release?nothing=1",
    "gs://key:{}@bucket/release",
    "abfs://key:{}@[::/release",
)


def pieces(secret: str) -> set[str]:
    """Every part of the secret that is long enough to be told from chance."""
    return {secret[start : start + 6] for start in range(len(secret) - 5)}


def test_no_message_says_a_part_of_a_password() -> None:
    """Written as it is, as people write it by mistake, and percent-encoded, as it should be."""

    def check(case: tuple[str, str, bool]) -> None:
        form, secret, encoded = case
        address = form.format(quote(secret, safe="") if encoded else secret)
        said = ""
        try:
            if form.startswith(("s3", "gs", "abfs")):
                release_folder(address)
            else:
                existing_store(store_address({"HARTA_DATABASE_URL": address}, Path("none")))
        except (StoreDown, ReleaseError) as fault:
            said = str(fault)
        assert said, f"{address} was taken"
        assert [piece for piece in pieces(secret) if piece in said] == [], said

    throw("log: secrets", some.tuples(some.sampled_from(FORMS), PASSWORDS, some.booleans()), check)


def test_right_addresses_are_taken(tmp_path: Path) -> None:
    told = {"HARTA_DATABASE_URL": "postgresql://harta:p%40ss%2Fword@db.example/harta?sslmode=require"}
    assert store_address(told, tmp_path).password == "p@ss/word"
    assert (
        store_address({"HARTA_DATABASE_URL": "sqlite:////srv/a@b/x.sqlite"}, tmp_path).database == "/srv/a@b/x.sqlite"
    )


def test_the_watch_says_no_key_of_a_storage_either() -> None:
    with pytest.raises(ReleaseError) as caught:
        claimed_info("s3x://key:Very@Secret/Key@bucket/release")
    assert "Secret" not in str(caught.value) and "key:" not in str(caught.value)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every line that Streamlit and we log, in both forms, as the server writes them."""
    lines: list[str] = []

    def keep(record: logging.LogRecord) -> None:
        lines.extend((logging.Formatter().format(record), JsonLines().format(record)))

    handler = logging.Handler()
    handler.emit = keep  # type: ignore[method-assign]
    loggers = [logging.getLogger(name) for name in ("", "streamlit", "uvicorn.error", *ASKED)]
    for logger in loggers:
        logger.addHandler(handler)
    yield lines
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.mark.parametrize(
    "text",
    [
        "[auth]\nclient_secret = ZzVerySecretzZ\n",
        '[auth]\nclient_secret = "ZzVerySecretzZ\n',
        '[auth]\ncookie_secret = "Zz\\VerySecretzZ"',
        "[auth]\ncookie_secret = 123VerySecretzZ",
        "[auth\nVerySecretzZ",
        'x = {VerySecretzZ = "VerySecretzZ"',
        "VerySecretzZ",
    ],
)
def test_a_broken_file_of_secrets_is_not_read_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: list[str], capfd: pytest.CaptureFixture[str], text: str
) -> None:
    from components.sections.minutes.standing import standing

    file = tmp_path / "secrets.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(st.secrets, "_secrets", None)
    honest = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: [str(file)] if name == "secrets.files" else honest(name))
    monkeypatch.setattr("streamlit.runtime.secrets.config.get_option", st.get_option)
    monkeypatch.setenv("HARTA_MINUTES", "on")
    assert not standing().may_write
    said = "".join((*kept, *capfd.readouterr()))
    assert "VerySecret" not in said


@pytest.mark.parametrize("name", [*ASKED, "uvicorn.error"])
def test_lines_about_requests_do_not_repeat_them(name: str, kept: list[str]) -> None:
    logger = logging.getLogger(name)
    before = list(logger.filters)
    keep_messages_out()
    keep_no_record_of_readers()
    assert {type(each) for each in logger.filters} >= {WithoutMessage, *([Unfilled] if name in ASKED else [])}
    for text in TEXTS[:40]:
        if name in ASKED:
            logger.error("Error during authentication: %s. Error description: %s", MARK + text, text)
        try:
            raise RuntimeError(MARK + text)
        except RuntimeError:
            logger.exception("Exception in ASGI application")
    assert len(kept) >= 80 and 40 * len((*ASKED, "uvicorn.error")) == COUNTS["log: requests"]
    assert [line for line in kept if MARK in line] == []
    logger.filters[:] = before
