"""Square kilometres of a record by snapshot and region: what was held, and what each step gained and lost."""

from __future__ import annotations

from typing import Any

from dateline.territory.change import artefacts
from dateline.territory.faces import Faces
from dateline.territory.regions import Regions

#: km2 of change in a region below which a step leaves it as it was: half a unit of the last decimal printed.
LEAST_KM2 = 0.0005


class FrontError(ValueError):
    """A question that the record cannot answer, or a snapshot that does not belong at its end."""


class Measured:
    """Arrays of shape (snapshots, regions + 1), columns as `Regions.columns`. The first step is all zeros."""

    def __init__(self, regions: Regions) -> None:
        import numpy as np

        self.regions = regions
        width = len(regions.columns)
        self.by_region, self.gained, self.lost = (np.zeros((0, width)) for _ in range(3))
        self.still = np.zeros(0, dtype=bool)

    def begin(self, outline: Any) -> None:
        """The first snapshot, a polygon in degrees."""
        import numpy as np

        split = self.regions.split(outline)
        self.by_region = np.array([[split.get(code, 0.0) for code in self.regions.columns]])
        self.gained, self.lost = np.zeros_like(self.by_region), np.zeros_like(self.by_region)
        self.still = np.zeros(1, dtype=bool)

    def extend(self, snapshots: int, found: Faces, step: Any, signed_km2: Any) -> None:
        """Snapshots up to the number of `snapshots`: the faces of their steps, and the signed area under each edge of
        a step. What is held follows the edges; what counts as gained and lost is more than rounding."""
        import numpy as np
        import shapely

        first = len(self.by_region)
        split = self.regions.split_each(found.shape, shapely.area(found.shape) / 1e6)
        net, gained, lost = (np.zeros((snapshots - first, split.shape[1])) for _ in range(3))
        np.add.at(net, found.step - first, split * found.winding[:, None])
        total = np.bincount(step - first, signed_km2, snapshots - first)
        net[:, -1] += total - net.sum(axis=1)
        real = ~artefacts(found.shape)
        for side, of in ((gained, found.winding > 0), (lost, found.winding < 0)):
            np.add.at(side, found.step[real & of] - first, split[real & of])
            side[side < LEAST_KM2] = 0.0
        self.by_region = np.concatenate([self.by_region, self.by_region[-1] + np.cumsum(net, axis=0)])
        self.gained, self.lost = np.concatenate([self.gained, gained]), np.concatenate([self.lost, lost])
        self.still = np.concatenate([self.still, ~(gained.any(axis=1) | lost.any(axis=1))])

    def column(self, place: str | None) -> Any:
        """Which columns make up a place. Raises FrontError for one that is no region."""
        if place is None:
            return slice(None)
        if place not in self.regions.columns:
            raise FrontError(f"{place}: no region; there are {', '.join(self.regions.columns)}")
        return [self.regions.columns.index(place)]

    def held(self, snapshot: int, place: str | None) -> float:
        return float(self.by_region[snapshot][self.column(place)].sum())

    def split(self, snapshot: int) -> dict[str, float]:
        """By region, those without any left out; the residue always."""
        *held, residue = self.by_region[snapshot].tolist()
        ids = zip(self.regions.ids, held, strict=True)
        return {**{code: km2 for code, km2 in ids if km2 >= LEAST_KM2}, self.regions.columns[-1]: residue}

    def step(self, snapshot: int) -> tuple[dict[str, float], dict[str, float]]:
        """What the step to a snapshot gained and lost by region, those without any left out."""
        gained, lost = (
            {code: km2 for code, km2 in zip(self.regions.columns, side[snapshot].tolist(), strict=True) if km2}
            for side in (self.gained, self.lost)
        )
        return gained, lost

    def summed(self, first: int, last: int, place: str | None) -> tuple[float, float]:
        """Gains and losses of the steps after `first` up to `last`."""
        column, steps = self.column(place), slice(first + 1, last + 1)
        return float(self.gained[steps, column].sum()), float(self.lost[steps, column].sum())
