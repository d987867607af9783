"""The measures that ledgers answer, with unit and printed definition (measures.yml is the one list)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from dateline.ledgers.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class MeasureInfo:
    """`ledger` names the family that answers; `unit` is the unit of its values; `definition` goes on every card.

    `aggregation` says what a stretch of time makes of entries: the last one (level), their sum (flow) or their number
    (count). `dimensions` are the keys by which values are told apart besides time; `definitions` the admissible ones,
    each with what it means; `breaks` that the definition changes on the days that the ledger flags for it.
    """

    id: str
    ledger: str
    unit: str
    name: str
    definition: str
    aggregation: Literal["level", "flow", "count"] = "flow"
    dimensions: tuple[str, ...] = ()
    definitions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    uncertainty: str = ""
    words: tuple[str, ...] = ()
    breaks: bool = False


@cache
def _measures() -> dict[str, MeasureInfo]:
    found = read_yaml(Path(__file__).with_name("measures.yml"))
    return {key: _info(key, fields) for key, fields in found.items()}


def _info(key: str, fields: dict[str, Any]) -> MeasureInfo:
    lists = {name: tuple(fields[name]) for name in ("dimensions", "words")}
    return MeasureInfo(key, **{**fields, **lists, "definitions": MappingProxyType(fields["definitions"])})


class _Measures:
    """A read-only view that reads the file on first use, so that importing the package stays cheap."""

    def __getitem__(self, measure: str) -> MeasureInfo:
        return _measures()[measure]

    def __contains__(self, measure: object) -> bool:
        return measure in _measures()

    def ids(self) -> tuple[str, ...]:
        return tuple(_measures())


MEASURES = _Measures()
