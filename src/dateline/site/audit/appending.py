"""Rows that are only ever added."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class Immutable(Exception):
    """Something tried to change what is kept as it was."""


class KeptQuerySet(models.QuerySet[Any]):
    """Neither changes nor deletes many at once."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise Immutable(f"{self.model.__name__} rows are kept as they are")

    def delete(self) -> NoReturn:
        raise Immutable(f"{self.model.__name__} rows are kept as they are")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(f"{self.model.__name__} rows are kept as they are")


class AppendOnly(models.Model):
    """A row that can be added, and never changed or deleted. Raises Immutable."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None and not kwargs.get("force_insert"):
            raise Immutable(f"{type(self).__name__} {self.pk} is kept as it is")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(f"{type(self).__name__} {self.pk} is kept as it is")
