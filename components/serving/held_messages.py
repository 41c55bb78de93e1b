"""Which large messages a reader's browser holds, so that it is never pointed to one that it has dropped.

A browser keeps large messages and drops one after so many ended runs in which it was not used. With each choice it says
what it keeps; Streamlit points to any of that in its answer, which may come many ended runs later: the browser then
finds nothing there and the page is dead. A websocket keeps its order, so what was written into it says what the browser
will hold when it reads on: it counts ended runs as we do, or fewer.
"""

from dataclasses import dataclass, field
from typing import Final

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

AGE: Final = "global.maxCachedMessageAge"


@dataclass
class Held:
    """What one connection's browser holds: of each message the number of runs that had ended when it was last used."""

    ended: int = 0
    used: dict[str, int] = field(default_factory=dict)

    def holds(self, message: ForwardMsg) -> bool:
        """Whether the browser will still have the message when it reads what is written next."""
        return message.metadata.cacheable and message.hash in self.used

    def note(self, message: ForwardMsg) -> None:
        """Count a message as written, itself or as a pointer to it. To be called after: a message that was too large to
        be sent is marked then as one that is not kept."""
        if message.WhichOneof("type") == "script_finished":
            self.ended += 1
            most = st.get_option(AGE)
            self.used = {hash: ended for hash, ended in self.used.items() if self.ended - ended <= most}
        elif message.metadata.cacheable:
            self.used[message.hash] = self.ended
