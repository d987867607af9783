"""Ledgers: append-only entries of one family each, and the queries that they answer."""

from __future__ import annotations

from dateline.ledgers.folder import Ledgers, load
from dateline.ledgers.measures import MEASURES, MeasureInfo
from dateline.ledgers.producers import Producer, Producers

__all__ = ["MEASURES", "Ledgers", "MeasureInfo", "Producer", "Producers", "load"]
