"""Maps of ground gained and lost between two days, as SVG for print and phone."""

from __future__ import annotations

from dateline.publishing.maps.drawing import draw
from dateline.publishing.maps.sheet import Region, Sheet, Town

__all__ = ["Region", "Sheet", "Town", "draw"]
