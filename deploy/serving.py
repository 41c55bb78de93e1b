"""What nginx does before a reader comes: compressed and kept files, light pages, nothing for outsiders about health."""

import gzip
import json
import re
from collections.abc import Mapping
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from fleet import HOST, Front, Replica

LIGHT = "app/static/snapshots/AL-09-sq.html"


def look_at_serving(front: Front, replicas: Mapping[str, Replica]) -> None:
    """Ask for the shell, its script twice, a light page, and the health routes from inside and outside;
    AssertionError where an answer is another than the configuration promises."""
    shell = answer(f"{front.url}/")[1].decode()
    script = re.search(r"static/js/index\.[\w-]+\.js", shell)
    assert script, "the shell names no script"
    packed = [answer(f"{front.url}/{script.group()}", packed=True)[1] for _ in range(2)]
    plain = gzip.decompress(packed[0])
    assert packed[0] == packed[1] and len(packed[0]) < len(plain) / 2
    kept = [line["cache"] for line in lines(front) if line.get("path") == f"/{script.group()}"]
    assert kept == ["MISS", "HIT"], kept
    assert LIGHT in shell, "the shell names no light page"
    light = answer(f"{front.url}/{LIGHT}", packed=True)[1]
    assert b"<script" not in gzip.decompress(light)
    for route in ("healthz", "readyz", "_stcore/metrics"):
        assert answer(f"{front.url}/{route}")[0] == 404, route
    own = next(iter(replicas.values()))
    ready = json.loads(answer(f"http://{HOST}:{own.port}/readyz")[1])
    print(
        f"nginx: main script {len(plain) / 1000:.0f} kB sent as {len(packed[0]) / 1000:.0f} kB, the second time from "
        f"its cache; a county's light page {len(light) / 1000:.0f} kB"
    )
    print(f"health: /healthz, /readyz and metrics not shown outside; inside: {json.dumps(ready)}")


def answer(address: str, *, packed: bool = False) -> tuple[int, bytes]:
    """Status and body, as they came over the line."""
    headers = {"Accept": "text/html", **({"Accept-Encoding": "gzip"} if packed else {})}
    try:
        with urlopen(Request(address, headers=headers), timeout=20) as got:
            return int(got.status), bytes(got.read())
    except HTTPError as fault:
        return int(fault.code), b""


def lines(front: Front) -> list[dict[str, str]]:
    """What nginx wrote down so far, a request each."""
    written = front.log.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in written if line.startswith("{")]
