"""Replicas and nginx as processes of this machine, on free ports of the loopback, each ended by whoever started it."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
CONFIGURATION = Path(__file__).parent / "nginx.conf"
HOST = "127.0.0.1"
NAMES = ("one", "two", "three")
PATIENCE = 90  # seconds


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass
class Replica:
    """One server of the app: its name, its port, the environment it starts with, the file of its log."""

    name: str
    port: int
    environment: Mapping[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = field(default=None)

    def start(self) -> float:
        """Start the process and wait until it says that it is ready: the seconds that took. RuntimeError with the log
        where it does not."""
        command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.address", HOST]
        own = {**os.environ, **self.environment, "HARTA_REPLICA": self.name, "HARTA_LOG": "json"}
        began = time.monotonic()
        with self.log.open("ab") as written:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port)], cwd=ROOT, env=own, stdout=written, stderr=written
            )
        while not self.release():
            if self.process.poll() is not None or time.monotonic() - began > PATIENCE:
                raise RuntimeError(f"{self.name} did not come up:\n{self.log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.1)
        return time.monotonic() - began

    def release(self) -> str:
        """The id of the release it has open; '' while it is not ready."""
        try:
            with urlopen(f"http://{HOST}:{self.port}/readyz", timeout=2) as answer:
                return str(json.load(answer)["release"]["id"])
        except (HTTPError, URLError, ConnectionError, TimeoutError):
            return ""

    def end(self, how: signal.Signals) -> None:
        """End the process: SIGTERM as a container's engine asks for it, SIGKILL as a fault does it."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=20)


def here(configuration: str, port: int, ports: Mapping[str, int], folder: Path) -> str:
    """The configuration with the loopback's ports and a folder of its own in place of the containers'. ValueError
    where the configuration does not name what is to be replaced."""
    pairs = {"listen 8080;": f"listen {HOST}:{port};", "/tmp/harta": str(folder)}
    pairs |= {f"server {name}:8501": f"server {HOST}:{ports[name]}" for name in ports}
    for old, new in pairs.items():
        if old not in configuration:
            raise ValueError(f"nginx.conf: expected {old}")
        configuration = configuration.replace(old, new)
    if left := re.findall(r"^\s*(?:server \w+:\d+|listen \d+;).*$", configuration, flags=re.MULTILINE):
        raise ValueError(f"nginx.conf: not replaced: {left}")
    return configuration


@dataclass
class Front:
    """nginx before the replicas, with the configuration of the containers."""

    folder: Path
    ports: Mapping[str, int]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where readers reach it."""
        return f"http://{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        """The file with a line a request."""
        return self.folder / "access.log"

    def start(self) -> None:
        """Start nginx; RuntimeError where it is not installed or does not come up."""
        program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
        if not program:
            raise RuntimeError("nginx is needed: apt-get install nginx-light")
        text = here(CONFIGURATION.read_text(encoding="utf-8"), self.port, self.ports, self.folder)
        (self.folder / "nginx.conf").write_text(text, encoding="utf-8")
        user = "user root; " if os.geteuid() == 0 else ""  # the folder is this account's own
        command = [program, "-p", str(self.folder), "-c", "nginx.conf", "-g", f"{user}daemon off;"]
        with self.log.open("wb") as written:
            self.process = subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex((HOST, self.port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"nginx did not come up:\n{self.log.read_text(encoding='utf-8')}")

    def end(self) -> None:
        """End nginx and its workers."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)
