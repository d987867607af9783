"""A check as one file that can be handed on: page, data and hashes, packed so that any change shows."""

from __future__ import annotations

from dateline.publishing.bundling.packing import MANIFEST, pack
from dateline.publishing.bundling.repeating import Again
from dateline.publishing.bundling.verifying import BundleError, Verified, verify

__all__ = ["MANIFEST", "Again", "BundleError", "Verified", "pack", "verify"]
