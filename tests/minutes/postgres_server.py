"""A PostgreSQL server of the tests' own, in a folder of its own, reachable by its socket only."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

ACCOUNT = "postgres"  # Debian's account for it: the server refuses to run as root
SHORT = Path(tempfile.gettempdir())  # a socket's path may have some hundred characters only


class PostgresMissing(Exception):
    """No PostgreSQL on this machine."""


def programs() -> Path:
    """The folder of the newest PostgreSQL that Debian installed, or that is on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise PostgresMissing("PostgreSQL is not installed: apt-get install postgresql (make test does it)")
    return (found[-1] if found else Path(str(on_path))).parent


def as_account(command: list[str]) -> list[str]:
    """The command, for an account that PostgreSQL accepts."""
    return ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--init-groups", *command] if is_root() else command


def is_root() -> bool:
    return os.geteuid() == 0


class PostgresServer:
    """A server from `start` to `stop`; `address` is what an operator would put into HARTA_DATABASE_URL."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="minutes-pg-", dir=SHORT))
        self.user = ACCOUNT if is_root() else pwd.getpwuid(os.geteuid()).pw_name
        if is_root():
            shutil.chown(self.folder, ACCOUNT, ACCOUNT)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"postgresql://{self.user}@/postgres?host={self.folder}"

    def make(self) -> None:
        data = str(self.folder / "data")
        command = [str(programs() / "initdb"), "-D", data, "-U", self.user, "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(as_account([*command, "--locale=C"]), check=True, capture_output=True, cwd=self.folder)

    def start(self) -> None:
        server = [str(programs() / "postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(as_account([*server, "-c", "listen_addresses="]), stderr=log, stdout=log)
        for _ in range(300):
            try:
                psycopg.connect(self.address, connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        """End the server as its operator would who cannot wait; what was acknowledged is on the disk."""
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)
            self.process = None

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def empty(self) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute("drop table if exists minutes_entry, minutes_schema")
