"""The browser that draws figures: started once, fed from any thread, closed when the process ends."""

import asyncio
import atexit
import threading
from base64 import b64encode
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

import plotly
import plotly.graph_objects as go
from kaleido import Kaleido, PageGenerator

from components.charts.fonts import FACES, SANS

PLOTLY_SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
# Plotly's bold is weight 700; it is set in the semibold of our typeface.
PAGE_FACES = (("regular", 400, "normal"), ("semibold", 700, "normal"), ("italic", 400, "italic"))
START_SECONDS, DRAW_SECONDS, CLOSE_SECONDS = 60, 60, 10


class Page(PageGenerator):
    """Kaleido's page: plotly.js from the installed package, no MathJax, our typefaces to measure text."""

    def __init__(self) -> None:
        super().__init__(plotly=PLOTLY_SCRIPT.as_uri(), mathjax=False)
        # A typeface loads when something asks for it; asked for here, it is there before the first figure.
        self.header = (
            f"{PageGenerator.header}<style>{_font_faces()}</style>"
            "<script>for (const face of document.fonts) face.load();</script>"
        )


class Drawer:
    """A running browser. Kaleido's own server waits for ever if its browser does not start; this raises."""

    def __init__(self, browser: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._stack = AsyncExitStack()
        threading.Thread(target=self._loop.run_forever, name="chart-browser", daemon=True).start()
        atexit.register(self.close)
        try:
            self._kaleido = self._wait(self._opened(browser), START_SECONDS)
        except Exception:
            self.close()
            raise

    def svg(self, figure: go.Figure, *, width: int, height: int) -> str:
        """The figure as the browser draws it; TimeoutError if it does not answer."""
        options = {"format": "svg", "width": width, "height": height}
        drawn: bytes = self._wait(self._kaleido.calc_fig(figure, opts=options), DRAW_SECONDS)
        return drawn.decode("utf-8")

    def close(self) -> None:
        """Ends the browser and its thread; closing twice does nothing."""
        if self._loop.is_running():
            with suppress(Exception):  # a browser that is gone already cannot be closed
                self._wait(self._stack.aclose(), CLOSE_SECONDS)
            self._loop.call_soon_threadsafe(self._loop.stop)
        atexit.unregister(self.close)

    async def _opened(self, browser: str) -> Kaleido:
        # Kaleido switches Chromium's sandbox off by itself: the page is ours and loads nothing.
        return await self._stack.enter_async_context(Kaleido(page_generator=Page(), path=browser))

    def _wait(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)


def _font_faces() -> str:
    return "".join(
        f"@font-face{{font-family:'{SANS}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/ttf;base64,{b64encode(FACES[face].read_bytes()).decode('ascii')})}}"
        for face, weight, style in PAGE_FACES
    )
