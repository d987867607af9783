"""What a check reads from: ledgers, places, and the three days that matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal

from dateline.ledgers import Ledgers


@dataclass(frozen=True, slots=True)
class CheckContext:
    """`as_of` "published" makes entries known on `report_date` visible, "today" those known on `today`, a date those
    known on it. `areas` are official km2 by place id, `other_country_areas` further ones in use for the
    whole country; `country` is the place that the ledgers describe."""

    ledgers: Ledgers
    report_date: date
    today: date
    as_of: Literal["published", "today"] | date = "published"
    areas: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    other_country_areas: tuple[float, ...] = ()
    country: str = field(kw_only=True)
    country_name: str = field(kw_only=True)

    @property
    def visible(self) -> date:
        """The last day whose entries are visible."""
        if self.as_of == "published":
            return self.report_date
        return self.today if self.as_of == "today" else self.as_of

    def with_today(self) -> CheckContext:
        return replace(self, as_of="today")
