"""What is changed inside Streamlit, which offers no other way; all of it is here but the form of its log (`log.py`).

`tests/test_streamlit_inside.py` holds each name against the version that is installed.
"""

from typing import Final
from weakref import WeakKeyDictionary

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import create_reference_msg
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from components.serving.held_messages import Held

# One a connection, so that a browser that connects anew is believed to hold nothing.
CONNECTIONS: Final[WeakKeyDictionary[StarletteSessionClient, Held]] = WeakKeyDictionary()
WRITE: Final = StarletteSessionClient.write_forward_msg


def change_streamlit() -> None:
    """From now on in this process: no older kind of `pages/` folder, and pointers only to what the browser holds."""
    # Streamlit takes a `pages/` folder beside the script for its older kind of app until a first visit tells it
    # otherwise; told here, even the first visitor of a fresh server gets the page asked for without a notice.
    PagesManager.uses_pages_directory = False
    # Its own pointing, by what the browser said it kept when it sent a choice, is off: messages come whole to `write`.
    script_run_context.create_reference_msg = whole  # type: ignore[assignment]
    StarletteSessionClient.write_forward_msg = write  # type: ignore[assignment, method-assign]


def whole(message: ForwardMsg) -> ForwardMsg:
    """The message itself, in place of a pointer to it."""
    return message


def write(client: StarletteSessionClient, message: ForwardMsg) -> None:
    """Send the message, or a pointer to it where the browser still holds it."""
    held = CONNECTIONS.setdefault(client, Held())
    WRITE(client, create_reference_msg(message) if held.holds(message) else message)
    held.note(message)
