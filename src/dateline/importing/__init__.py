"""Filling the ledgers: what sources read goes into the store, whole or not at all."""

from __future__ import annotations

from dateline.importing.bringing import Brought, Imported, import_source

__all__ = ["Brought", "Imported", "import_source"]
