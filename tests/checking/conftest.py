"""Claims are made as records, so that checking is tested without reading and extracting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.checking import CheckContext
from dateline.ledgers import Ledgers, load
from dateline.records.claim import Attribution, Claim, Quote

THEATRE = Path(dateline.__file__).parent / "theatres" / "ukraine"
COUNTRY: dict[str, Any] = {"country": "UA", "country_name": "Ukraine", "other_country_areas": (603548.0,)}
AREAS = {"UA": 603628.0, "UA-14": 26517.0, "UA-59": 23834.0}


@pytest.fixture(scope="session")
def ledgers() -> Ledgers:
    return load(THEATRE)


@pytest.fixture
def context(ledgers: Ledgers) -> Callable[..., CheckContext]:
    def made(report: str = "2025-05-30", **more: Any) -> CheckContext:
        return CheckContext(ledgers, date.fromisoformat(report), date(2026, 9, 1), areas=AREAS, **COUNTRY, **more)

    return made


@pytest.fixture
def claim() -> Callable[..., Claim]:
    def made(frame: str, measure: str | None, value: float | None = None, **more: Any) -> Claim:
        quote = more.pop("quote", f"{value:g}" if value is not None else frame)
        said = more.pop("said", None)
        if said is not None:
            more["attribution"] = Attribution(said, said if said != "someone" else None, "said")
        return Claim("c1", quote, Quote(quote, 0, len(quote)), frame, measure, value, **more)  # type: ignore[arg-type]

    return made
