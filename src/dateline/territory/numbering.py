"""Numbers for keys, in order of first appearance. A table looked up for thousands of keys at once: sorting each day's
edges anew would cost most of a build."""

from __future__ import annotations

from typing import Any

_FIRST_BITS = 19
#: Slots to a key, at the least: few keys then look twice.
_ROOM = 4


class Numbering:
    """Keys are uint64 whose highest bits are well mixed. Collisions go to the next free slot."""

    def __init__(self) -> None:
        import numpy as np

        self.count = 0
        self._keys = np.zeros(1 << 12, dtype=np.uint64)
        self._make_slots(_FIRST_BITS)

    def of(self, keys: Any) -> Any:
        """The number of each key (int64); keys not seen before get the next ones."""
        import numpy as np

        found = self._look(keys)
        new = np.flatnonzero(found < 0)
        if len(new):
            distinct, nth = np.unique(keys[new], return_inverse=True)
            found[new] = nth + self.count
            self._add(distinct)
        return found

    def _look(self, keys: Any) -> Any:
        """The number of each key, -1 where it has none."""
        import numpy as np

        slot = (keys >> self._shift).astype(np.int64)
        found = self._slots[slot].astype(np.int64)
        again = np.flatnonzero((self._keys[found] != keys) & (found >= 0))
        while len(again):
            slot[again] = (slot[again] + 1) & self._mask
            found[again] = self._slots[slot[again]]
            again = again[(self._keys[found[again]] != keys[again]) & (found[again] >= 0)]
        return found

    def _add(self, keys: Any) -> None:
        import numpy as np

        first, self.count = self.count, self.count + len(keys)
        if self.count >= len(self._keys):  # the last place stays empty: -1 looks there
            room = np.zeros(2 * self.count, dtype=np.uint64)
            room[:first] = self._keys[:first]
            self._keys = room
        self._keys[first : self.count] = keys
        if self.count * _ROOM > len(self._slots):
            self._make_slots((self.count * _ROOM * 2).bit_length())
            self._place(self._keys[: self.count], np.arange(self.count))
        else:
            self._place(keys, np.arange(first, self.count))

    def _place(self, keys: Any, numbers: Any) -> None:
        import numpy as np

        slot = (keys >> self._shift).astype(np.int64)
        left = np.arange(len(keys))
        while len(left):
            free = left[self._slots[slot[left]] < 0]
            self._slots[slot[free]] = numbers[free]  # of several for one slot the last has it
            left = left[self._slots[slot[left]] != numbers[left]]
            slot[left] = (slot[left] + 1) & self._mask

    def _make_slots(self, bits: int) -> None:
        import numpy as np

        self._slots = np.full(1 << bits, -1, dtype=np.int32)
        self._shift, self._mask = np.uint64(64 - bits), (1 << bits) - 1
