"""A long random walk through the app: after every step address, choices, page and language are what they must be."""

import random
import time

from browser_screen import BrowserScreen
from reader_model import ADDRESSES, WALKED, Reader

# Of the seeds whose walk takes every kind of step more than once and every page for several.
SEED, STEPS = 20261139, 100
MOVES = {"pick": 12, "menu": 3, "county": 3, "back": 2, "forward": 1, "reload": 1, "theme": 1}
THEMES = {"light": "rgb(251, 250, 247)", "dark": "rgb(18, 24, 30)"}
GROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def move(kind: str, screen: BrowserScreen, reader: Reader, chance: random.Random) -> str | None:
    """One step on the screen and in the model; what was done, or None where it cannot be done now."""
    if kind == "pick":
        key, code = reader.choosable(chance)
        screen.pick(key, reader.widgets()[key].name(code))
        reader.pick(key, code)
        return f"{key}={code}"
    if kind == "menu":
        stem = chance.choice([stem for stem in WALKED if stem != reader.stem])
        screen.go(ADDRESSES[stem])
        reader.visit(stem)
        return f"menu {stem}"
    if kind == "county" and reader.counties_on_map():
        area = chance.choice(reader.counties_on_map())
        screen.click_county(area)
        reader.click_county(area)
        return f"click {area}"
    if kind == "back" and reader.place > 0:
        screen.back()
        reader.step(-1)
        return "back"
    if kind == "forward" and reader.place < len(reader.visited) - 1:
        screen.forward()
        reader.step(1)
        return "forward"
    if kind == "reload":
        screen.reload()
        reader.reload()
        return "reload"
    if kind == "theme":
        drawn = screen.page.evaluate("window.__harta.drawn")
        theme = next(each for each in THEMES if each != drawn)
        with screen.run():  # the pictures follow the ground
            screen.page.emulate_media(color_scheme=theme)
        screen.page.wait_for_function(f"{GROUND} === '{THEMES[theme]}'")
        assert screen.page.evaluate("window.__harta.drawn") == theme
        return f"theme {theme}"
    return None


def differences(screen: BrowserScreen, reader: Reader) -> list[str]:
    """Everything on the screen that is not what the model says."""
    seen, widgets = screen.state(), reader.widgets()
    expected = {
        "path": ADDRESSES[reader.stem],
        "page": ADDRESSES[reader.stem],
        "query": reader.query,
        "language": reader.record.get("lang", "sq"),
        "picks": {key: widget.label for key, widget in widgets.items()},
        "faults": [],
    }
    return [
        f"{name}: {getattr(seen, name)!r}, expected {wanted!r}"
        for name, wanted in expected.items()
        if getattr(seen, name) != wanted
    ]


def test_random_walk(screen: BrowserScreen) -> None:
    chance, reader = random.Random(SEED), Reader()
    screen.open("/")
    reader.visit("overview")
    done: list[str] = []
    kinds, pages = set(), set()
    began = time.monotonic()
    while len(done) < STEPS:
        kind = chance.choices(list(MOVES), MOVES.values())[0]
        step = move(kind, screen, reader, chance)
        if step is None:
            continue
        done.append(step)
        kinds.add(kind)
        pages.add(reader.stem)
        wrong = differences(screen, reader)
        assert not wrong, f"step {len(done)} of seed {SEED} ({' | '.join(done[-6:])}): {'; '.join(wrong)}"
    assert (kinds, pages) == (set(MOVES), set(WALKED)), "a walk that leaves something out"
    print(f"{STEPS} steps, {(time.monotonic() - began) / STEPS:.2f} s a step, seed {SEED}")
