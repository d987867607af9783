"""Maps of ground held, gained and lost: a picture for print and phone, regions shaded by a figure for a public page,
and an explorer of a whole record. Shapely geometries and plain values in, text out; where they come from is not known.
"""

from __future__ import annotations

from dateline.publishing.maps.explorer import Explorer, Layer, Library, Month, page
from dateline.publishing.maps.picture import Picture, Region, Town, picture
from dateline.publishing.maps.shading import Shaded, Shading, shaded
from dateline.publishing.maps.sheet import Words

__all__ = [
    "Explorer", "Layer", "Library", "Month", "Picture", "Region", "Shaded", "Shading", "Town", "Words", "page",
    "picture", "shaded",
]  # fmt: skip
