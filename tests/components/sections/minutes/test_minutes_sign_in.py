"""Signing in for real: the app's server, a sign-in service beside it, and a browser between them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright
from sign_in_service import CLIENT, SignInService

from components.exports.chart_svg import find_browser
from minutes import open_store, store_address

ROOT = Path(__file__).parents[4]
SECRETS = """[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "only for this test, only for this test"
client_id = "{client}"
client_secret = "also for this test"
server_metadata_url = "{service}/.well-known/openid-configuration"
"""


@pytest.fixture
def service() -> Iterator[SignInService]:
    found = SignInService({"sub": "1", "name": "Ana Çela", "email": "ana@komiteti.example"})
    yield found
    found.stop()


@pytest.fixture
def app(service: SignInService, tmp_path: Path) -> Iterator[str]:
    """The app's address, where minutes are on and one signs in at the service."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    url = f"http://127.0.0.1:{port}"
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS.format(app=url, client=CLIENT, service=service.url), encoding="utf-8")
    told = {"HARTA_MINUTES": "on", "HARTA_MINUTES_FILE": str(tmp_path / "minutes.sqlite")}
    places = ["--server.address", "127.0.0.1", "--server.port", port, "--secrets.files", str(secrets)]
    command = [sys.executable, "-m", "streamlit", "run", "server.py", *places]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | told, stdout=log, stderr=log)
    try:
        wait_for(url, server, tmp_path / "log")
        yield url
    finally:
        server.terminate()
        server.wait(20)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


def test_a_member_signs_in_and_writes_under_the_name_that_the_service_says(
    app: str, service: SignInService, tmp_path: Path
) -> None:
    card = f"{app}/takimi?agenda=risk.victims_identified&step=1"
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page(locale="sq-AL")
        page.goto(card)
        sign_in = page.get_by_role("button", name="Identifikohu")
        sign_in.wait_for(timeout=60_000)
        assert not page.get_by_text("Shëno një vendim").count(), "who has not signed in only reads"
        with page.expect_navigation(url=f"{app}/**", timeout=60_000):
            sign_in.click()
        page.goto(card)
        page.get_by_text("Shëno një vendim").click(timeout=60_000)
        assert not page.get_by_label("Shkroi", exact=True).count(), "nobody types a name"
        for label, text in (("Takimi", "Komiteti"), ("Vendimi", "Të verifikohet."), ("Përgjegjësi", "Drejtoria")):
            page.get_by_label(label, exact=True).fill(text)
        page.get_by_role("button", name="Ruaj vendimin").click()
        page.get_by_text("Ana Çela (me identifikim)").wait_for(timeout=30_000)
        cookies = {each["name"]: each for each in page.context.cookies()}
        browser.close()
    own = cookies["_streamlit_user"]
    assert (own["httpOnly"], own["sameSite"], own["secure"]) == (True, "Lax", False), "here without TLS"
    (entry,) = open_store(store_address({}, tmp_path / "minutes.sqlite")).entries()
    assert (entry.author, entry.signed_in, entry.decision) == ("Ana Çela", True, "Të verifikohet.")
    assert entry.member == f"{service.url}|1"
