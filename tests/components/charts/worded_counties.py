"""Worded frames for tests of map and ruler: girls of 15 to 17 attending school, 2017-18, and other states."""

from collections.abc import Mapping

import pandas as pd

NAMES = {
    "AL-01": "Berat", "AL-02": "Durrës", "AL-03": "Elbasan", "AL-04": "Fier",
    "AL-05": "Gjirokastër", "AL-06": "Korçë", "AL-07": "Kukës", "AL-08": "Lezhë",
    "AL-09": "Dibër", "AL-10": "Shkodër", "AL-11": "Tiranë", "AL-12": "Vlorë",
}  # fmt: skip
FOCUS = ("AL-11", "AL-10", "AL-09", "AL-07")
SCALE = [50, 70, 80, 90, 100]
WORDS = {
    "no_data": "pa të dhëna",
    "suppressed": "shumë pak përgjigje",
    "not_asked": "nuk është pyetur",
    "not_applicable": "nuk zbatohet",
}


def counties(**changes: Mapping[str, object]) -> pd.DataFrame:
    """The worded frame of twelve counties; `AL_09={"status": "suppressed"}` changes one of them."""
    rows = {area: _row(area, "no_data") for area in NAMES}
    rows |= {
        "AL-11": _row("AL-11", "ok", 92.4, 88.9, 94.9, 344),
        "AL-10": _row("AL-10", "ok", 94.1, 83.2, 98.1, 76),
        "AL-09": _row("AL-09", "ok", 73.7, 58.8, 84.6, 66),
        "AL-07": _row("AL-07", "unreliable", 74.6, 56.6, 86.8, 46),
    }
    for name, change in changes.items():
        area = name.replace("_", "-")
        if change.get("status") in WORDS:
            rows[area] = _row(area, str(change["status"]))
        rows[area] |= change
    return pd.DataFrame(rows.values())


def _row(
    area: str, status: str, value: float = float("nan"), low: float = float("nan"),
    upp: float = float("nan"), n: int = 0,
) -> dict[str, object]:  # fmt: skip
    figure = f"{value:.1f}\u00a0%".replace(".", ",")
    text = WORDS.get(status) or (f"({figure})" if status == "unreliable" else figure)
    return {
        "area": area, "status": status, "value": value, "value_low": low, "value_upp": upp,
        "name": NAMES[area], "text": text, "spoken": f"{NAMES[area]}: {text}.",
        "base_text": f"n {n}" if n else "", "interval_text": f"{low:.0f}–{upp:.0f}" if n else "",
        "low_text": f"{low:.0f}" if n else "", "upp_text": f"{upp:.0f}" if n else "",
    }  # fmt: skip
