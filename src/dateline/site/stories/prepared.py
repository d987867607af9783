"""Queries that every story's page asks, written once a process. Django writes a query's SQL anew each time, which costs
more than the database's answer; where nothing but one key differs, the SQL of the first time does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
K = TypeVar("K", int, str)
#: What stands for a key while the SQL is written: no row has it.
NUMBER, WORD = -(2**62), "\0"


class Prepared(Generic[M, K]):
    """Rows of one model by a key. `build` gives the query for a key: of the model's own columns (those it names with
    `only`, or all) and of annotations, each of which becomes an attribute; rows of other models are not brought along.
    """

    def __init__(self, key: K, build: Callable[[K], QuerySet[M]]) -> None:
        """`key` is NUMBER or WORD, whichever the rows are asked for by."""
        self._key: K = key
        self._build: Callable[[K], QuerySet[M]] = build
        self._written: dict[str, tuple[type[M], str, tuple[Any, ...]]] = {}

    def of(self, key: K) -> list[M]:
        """The rows in the query's order."""
        model, sql, params = self._written.get(connection.vendor) or self._write()
        return list(model._default_manager.raw(sql, [key if param == self._key else param for param in params]))

    def _write(self) -> tuple[type[M], str, tuple[Any, ...]]:
        query = self._build(self._key)
        sql, params = query.query.sql_with_params()
        written = query.model, sql, params
        self._written[connection.vendor] = written
        return written
