"""The server's log as one JSON object a line, without what readers asked for or wrote."""

import datetime
import json
import logging
import os
import traceback
from pathlib import Path

import streamlit.logger

OURS = ("components", "data", "minutes")
UVICORN = ("uvicorn", "uvicorn.access", "uvicorn.error")
# Where Streamlit writes parts of an address or of a sign-in into its lines.
ROUTES = "streamlit.web.server.starlette"
ASKED = tuple(f"{ROUTES}.starlette_{part}" for part in ("auth_routes", "routes", "websocket"))
ROOT = Path(__file__).parents[2]


class JsonLines(logging.Formatter):
    """A record as time (UTC), level, logger and event; of a fault its kind and where it arose, innermost last. The
    fault's own message stays out: it may repeat what a reader typed."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without line breaks inside."""
        moment = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        said: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            said["fault"] = record.exc_info[0].__name__
            said["where"] = [place(frame) for frame in traceback.extract_tb(record.exc_info[2])]
        return json.dumps(said, ensure_ascii=False)


class Unfilled(logging.Filter):
    """Leaves of a record its sentence with the places open: what fills them was said by whoever asked."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes."""
        record.args = ()
        return True


def place(frame: traceback.FrameSummary) -> str:
    """File, line and function of one step, the file from the project's folder where it lies there."""
    path = Path(frame.filename)
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return f"{name}:{frame.lineno} {frame.name}"


def keep_no_record_of_readers() -> None:
    """No line a request: it would hold the reader's network address and what they looked at; and of an address that
    Streamlit does not like, not what it said."""
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    for name in ASKED:
        logging.getLogger(name).addFilter(Unfilled())


def log_as_json() -> None:
    """With `HARTA_LOG=json` everything that is logged from here on goes to standard error as JsonLines."""
    if os.environ.get("HARTA_LOG") != "json":
        return
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    for name in UVICORN:
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    # Streamlit gives each of its loggers a handler of its own, also those that it makes later.
    streamlit.logger.setup_formatter = hand_up
    streamlit.logger.update_formatter()


def hand_up(logger: logging.Logger) -> None:
    """Leave a logger's records to the handler of all."""
    if own := getattr(logger, "streamlit_console_handler", None):
        logger.removeHandler(own)
    logger.propagate = True
