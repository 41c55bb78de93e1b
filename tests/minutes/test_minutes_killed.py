"""A server killed in the middle of a save: everything acknowledged is there, and nothing half."""

import json
import subprocess
import sys
import time
from pathlib import Path

from minutes import Store

ROOT = Path(__file__).parents[2]
WRITER = """
import json, sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
from decisions import decision
from minutes import open_store, revised, store_address
store = open_store(store_address(json.loads(sys.argv[3]), Path("nowhere")))
number = 0
while True:
    number += 1
    entry = store.add(decision(f"vendimi {number} " + "ë" * 1900))
    print("added", entry.id, flush=True)
    changed = revised(entry, decision=f"ndryshimi {number} " + "ç" * 1900, owner="o", due=None, state="done",
                      author="a", signed_in=False)
    print("changed", store.revise(changed).entry.id, flush=True)
"""
ROUNDS = 3


def test_nothing_acknowledged_is_lost_by_a_kill(environment: dict[str, str], store: Store) -> None:
    acknowledged: list[tuple[str, str]] = []
    for round in range(ROUNDS):
        command = [sys.executable, "-c", WRITER, str(ROOT), str(Path(__file__).parent), json.dumps(environment)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()
            time.sleep(0.03 + 0.017 * round)  # each time at another point of a save
            writer.kill()
            lines = [first, *writer.stdout.readlines()]
        acknowledged += [tuple(line.split()) for line in lines if line.endswith("\n")]  # type: ignore[misc]
    assert len(acknowledged) > 2 * ROUNDS
    kept = {entry.id: entry for entry in store.entries()}
    assert {id for _, id in acknowledged} <= set(kept)
    assert all(kept[id].revision == 2 for done, id in acknowledged if done == "changed")
    for entry in kept.values():
        history = store.history(entry.id)
        assert [each.revision for each in history] == [*range(1, len(history) + 1)]
        assert all(len(each.decision) > 1900 and each.decision[-1] in "ëç" for each in history)
    assert 0 <= len(kept) - len({id for _, id in acknowledged}) <= ROUNDS, "at most one save a kill was not yet told"
