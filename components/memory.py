"""A memory of limited size for what is worked out once and read by many."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class Memory:
    """Values under keys; of more than `most` the one that nobody asked for longest is forgotten."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: Hashable, make: Callable[[], object]) -> object:
        """What is kept under the key, otherwise what `make` makes. Two that ask at once may both make it; both then
        get the first."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            kept = self._kept.setdefault(key, made)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return kept

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._kept)
