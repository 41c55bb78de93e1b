"""Every private name of Streamlit that the app leans on, held against the version that is installed.

Private is what its documentation does not promise: an upgrade may take it away without a word. Then this file, in a
second, says what to look at. Raise PINNED when every line has been looked at.
"""

import ast
import importlib
import inspect
import logging
import re
from pathlib import Path
from typing import Final

import pytest
import streamlit
from screen import ROOT
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from components.serving.faults import TELLING
from components.serving.held_messages import AGE
from components.serving.log import ASKED
from components.serving.quiet import SILENT

PINNED: Final = "1.67.0"
# Name -> why the app leans on it.
NAMES: Final = {
    "streamlit.delta_generator.DeltaGenerator": "what containers are called in our types",
    "streamlit.logger.setup_formatter": "the log as JSON: replaced (components/serving/log.py)",
    "streamlit.logger.update_formatter": "the log as JSON: called",
    "streamlit.logger.set_log_level": "the light pages are made without its warnings",
    "streamlit.navigation.page.StreamlitPage": "what pages are called in our types; copied to run twice",
    "streamlit.proto.BackMsg_pb2.BackMsg": "which messages of a browser are heard",
    "streamlit.proto.ForwardMsg_pb2.ForwardMsg": "which messages a browser holds",
    "streamlit.runtime.forward_msg_cache.create_reference_msg": "a pointer to what a browser holds",
    "streamlit.runtime.pages_manager.PagesManager.uses_pages_directory": "set: no older kind of `pages/`",
    "streamlit.runtime.scriptrunner.get_script_run_ctx": "the run's page, its kind, whether it is that of a part",
    "streamlit.runtime.scriptrunner_utils.script_run_context.create_reference_msg": "replaced: no pointer at the click",
    "streamlit.web.server.starlette.starlette_websocket.StarletteSessionClient.write_forward_msg": "replaced: ours",
}
# What these names belong to and is imported for their sake.
OWNERS: Final = {
    "streamlit.logger",
    "streamlit.runtime.pages_manager.PagesManager",
    "streamlit.runtime.scriptrunner_utils.script_run_context",
    "streamlit.web.server.starlette.starlette_websocket.StarletteSessionClient",
}
OF_A_RUN: Final = ("fragment_ids_this_run", "is_history_navigation", "page_script_hash")
OF_A_MESSAGE: Final = ("hash", "metadata", "script_finished", "ref_hash")
LOGGERS: Final = (*TELLING, *ASKED, SILENT)
# Marks of its page that our styles and scripts go by: `data-testid` and classes.
MARK: Final = re.compile(r"""data-testid=\\?["'](st\w+)|\.(st[A-Z]\w+)""")
SCRIPTS: Final = Path(streamlit.__file__).parent / "static" / "static" / "js"


def app_files(*endings: str) -> list[Path]:
    folders = ("components", "pages", "data", "geo", "i18n", "minutes")
    found = [path for name in folders for path in (ROOT / name).rglob("*") if path.suffix in endings]
    return [*found, *(ROOT / name for name in ("app.py", "server.py") if ".py" in endings)]


def imported() -> set[str]:
    """What the app imports from inside Streamlit."""
    found: set[str] = set()
    for path in app_files(".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {each.name for each in node.names if each.name.startswith("streamlit.")}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("streamlit."):
                found |= {f"{node.module}.{each.name}" for each in node.names}
    return found


def marks() -> set[str]:
    """The marks of Streamlit's page in our styles and scripts."""
    return {
        mark
        for path in app_files(".css", ".js")
        for pair in MARK.findall(path.read_text(encoding="utf-8"))
        for mark in pair
        if mark
    }


def is_there(name: str) -> bool:
    """Whether a dotted name leads somewhere: a module, and then attributes."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.fixture(scope="module")
def scripts() -> str:
    """All that the browser runs of Streamlit."""
    return "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))


def test_the_version_is_the_one_that_was_looked_at() -> None:
    leaned_on = "\n".join(f"- {name}: {why}" for name, why in NAMES.items())
    marked = ", ".join(sorted(marks()))
    assert streamlit.__version__ == PINNED, (
        f"Streamlit {streamlit.__version__} is not {PINNED}. Look at each of these again:\n{leaned_on}\n"
        f"- of a run: {', '.join(OF_A_RUN)}\n- loggers: {', '.join(LOGGERS)}\n- marks of the page: {marked}"
    )
    assert f"streamlit=={PINNED}\n" in (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_every_name_is_on_the_list_and_there() -> None:
    assert imported() <= NAMES.keys() | OWNERS, "a private name more: say here why"
    assert [name for name in NAMES if not is_there(name)] == []
    assert [name for name in OF_A_RUN if name not in {*ScriptRunContext.__annotations__, *dir(ScriptRunContext)}] == []
    assert not is_there("streamlit.runtime.pages_manager.PagesManager.no_such_name")
    assert get_script_run_ctx() is None


def test_every_logger_is_one_of_streamlits_modules() -> None:
    theirs = [name for name in LOGGERS if name.startswith("streamlit.")]
    assert len(theirs) >= 5
    assert [name for name in theirs if not is_there(name)] == []
    assert logging.getLogger("streamlit")


def test_every_mark_of_its_page_is_still_there(scripts: str) -> None:
    assert len(marks()) > 10
    assert sorted(mark for mark in marks() if mark not in scripts) == []


def test_messages_go_to_the_browser_where_we_stand() -> None:
    assert "client.write_forward_msg(msg)" in inspect.getsource(Runtime._send_message)
    assert "create_reference_msg(msg)" in inspect.getsource(ScriptRunContext.enqueue)
    assert streamlit.get_option(AGE) == 8


def test_the_browser_forgets_by_the_rule_that_we_mirror(scripts: str) -> None:
    assert scripts.count("Cached ForwardMsg MISS") == 1
    assert len(re.findall(r"getAge\(this\.scriptRunCount\)>\w", scripts)) == 1
    assert len(re.findall(r"getAge\(\w+\)\{return \w+-this\.scriptRunCount\}", scripts)) == 1
