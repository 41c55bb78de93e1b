"""What changes around a running process: the release at the place it opened its own from, and the store of minutes.

Looked at now and then beside the readers' runs, so that no page and no probe waits for a disk, a storage or a database.
"""

import asyncio
import logging
import os
from dataclasses import dataclass, field

from components import store
from components.serving.minutes_state import store_state
from data import ReleaseError
from data.releasing.now import claimed_info, is_whole

LOG = logging.getLogger(__name__)
EVERY = 30.0  # seconds


@dataclass
class Watch:
    """Looks around, and notes what it sees in `seen`."""

    seen: store.Around = field(default_factory=store.Around)

    def look(self) -> None:
        """See what stands there now; what cannot be read, or is half copied, changes nothing."""
        self.see_release()
        state = store_state()
        if state != self.seen.minutes:
            LOG.log(logging.ERROR if state in ("down", "newer") else logging.INFO, "minutes are %s", state)
        self.seen.minutes = state

    def see_release(self) -> None:
        """Note the id of the release at the place, once all of it is there."""
        place = os.environ.get("HARTA_RELEASE", store.FOLDER)
        try:
            claimed = claimed_info(place).id
        except ReleaseError:
            return
        if claimed != self.seen.standing and is_whole(place):
            LOG.info("release in force: %s", claimed)
            self.seen.standing = claimed

    async def run(self) -> None:
        """Look again and again, until cancelled; a look that fails is written down and followed by the next."""
        pause = float(os.environ.get("HARTA_WATCH_SECONDS", EVERY))
        while True:
            try:
                await asyncio.to_thread(self.look)
            except Exception as fault:  # whatever a driver of a storage or a database may raise
                LOG.error("the watch could not look: %s", type(fault).__name__)
            await asyncio.sleep(pause)


WATCH = Watch(store.AROUND)
