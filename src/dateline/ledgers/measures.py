"""The measures that ledgers answer, with unit and printed definition (measures.yml is the one list)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.ledgers.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class MeasureInfo:
    """`ledger` names the family that answers; `unit` is the unit of its values; `definition` goes on every card."""

    id: str
    ledger: str
    unit: str
    name: str
    definition: str


@cache
def _measures() -> dict[str, MeasureInfo]:
    found = read_yaml(Path(__file__).with_name("measures.yml"))
    return {key: MeasureInfo(key, **fields) for key, fields in found.items()}


class _Measures:
    """A read-only view that reads the file on first use, so that importing the package stays cheap."""

    def __getitem__(self, measure: str) -> MeasureInfo:
        return _measures()[measure]

    def __contains__(self, measure: object) -> bool:
        return measure in _measures()

    def ids(self) -> tuple[str, ...]:
        return tuple(_measures())


MEASURES = _Measures()
