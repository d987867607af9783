"""The store: every entry that was ever imported, with what was known when, in one folder.

One writer at a time, any number of readers, none of whom waits for another: a write puts new files beside the old ones
and then replaces the manifest, in one step. See docs/decisions/0014-the-store.md.
"""

from __future__ import annotations

from dateline.ledgers.store.folder import Stated, Store, home, open_store
from dateline.ledgers.store.release import Appended, Archived, Release, StoreError, chain

__all__ = ["Appended", "Archived", "Release", "Stated", "Store", "StoreError", "chain", "home", "open_store"]
