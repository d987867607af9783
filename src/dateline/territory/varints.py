"""Small integers in few bytes: zigzag (0, -1, 1, -2 ... as 0, 1, 2, 3 ...), then seven bits a byte, lowest first, the
eighth bit set where more follow."""

from __future__ import annotations

from typing import Any

_SEVEN = 0x7F
_MORE = 0x80
#: Bytes of the longest integer: 64 bits, seven at a time.
_MOST = 10


def packed(values: Any) -> bytes:
    """Integers (int64, shape (n,)) as bytes."""
    import numpy as np

    values = np.asarray(values, dtype=np.int64)
    left = ((values << 1) ^ (values >> 63)).view(np.uint64)
    columns, present = [], []
    there = np.ones(len(left), dtype=bool)
    while there.any():
        rest = left >> np.uint64(7)
        columns.append((left & np.uint64(_SEVEN)) | np.where(rest > 0, np.uint64(_MORE), np.uint64(0)))
        present.append(there)
        left, there = rest, rest > 0
    if not columns:
        return b""
    return bytes(np.stack(columns, axis=1).astype(np.uint8)[np.stack(present, axis=1)])


def unpacked(content: bytes) -> Any:
    """The reverse. Raises ValueError for bytes that end within an integer, or one of more than 64 bits."""
    import numpy as np

    octets = np.frombuffer(content, dtype=np.uint8)
    if not len(octets):
        return np.zeros(0, dtype=np.int64)
    last = octets < _MORE
    if not last[-1]:
        raise ValueError("bytes that end within an integer")
    begins = np.concatenate([[0], np.flatnonzero(last)[:-1] + 1])
    sizes = np.diff(np.append(begins, len(octets)))
    if sizes.max() > _MOST:
        raise ValueError("an integer of more than 64 bits")
    place = np.arange(len(octets)) - np.repeat(begins, sizes)
    parts = (octets & _SEVEN).astype(np.uint64) << (7 * place).astype(np.uint64)
    zigzag = np.add.reduceat(parts, begins)
    return (zigzag >> np.uint64(1)).view(np.int64) ^ -(zigzag & np.uint64(1)).view(np.int64)


class Reader:
    """Columns one after another."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    @property
    def left(self) -> int:
        return len(self._content) - self._at

    def take(self, size: int) -> Any:
        """The integers in the next `size` bytes. Raises ValueError where there are fewer."""
        if size < 0 or size > self.left:
            raise ValueError("fewer bytes than the header names")
        self._at += size
        return unpacked(self._content[self._at - size : self._at])
