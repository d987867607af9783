"""Vertices as whole millionths of a degree, packed into one integer each.

A publisher's coordinates come with six decimals on one day and fourteen on the next. Rounded to 1e-6 degree (0.11 m of
latitude), one border drawn twice has the same vertices twice, and what did not move cancels exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: Decimals kept of a degree.
DECIMALS = 6
PER_DEGREE = 10**DECIMALS
_WEST, _SOUTH = 180 * PER_DEGREE, 90 * PER_DEGREE
#: Bits of a latitude counted from the south pole: 180 million is below 2**28, 360 million below 2**29.
_BITS = 28
_MASK = (1 << _BITS) - 1


def pack(whole: Any) -> Any:
    """Millionths of a degree, int64 of shape (n, 2), as uint64 of shape (n,): equal exactly where the vertices are."""
    import numpy as np

    packed = (whole[:, 0] + _WEST) << _BITS | (whole[:, 1] + _SOUTH)
    return packed.view(np.uint64)


def unpack(packed: Any) -> Any:
    """The reverse of `pack`: int64 of shape (n, 2)."""
    import numpy as np

    signed = packed.view(np.int64)
    return np.stack([(signed >> _BITS) - _WEST, (signed & _MASK) - _SOUTH], axis=-1)


def projected(packed: Any, to_metres: Callable[[Any], Any]) -> tuple[Any, Any]:
    """Where each distinct vertex lies in metres: the sorted distinct ones and an array of shape (n, 2) beside them."""
    import numpy as np

    distinct = np.unique(packed)
    return distinct, to_metres(unpack(distinct) / PER_DEGREE)
