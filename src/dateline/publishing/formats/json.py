"""The check as one JSON document, in the schema of product.md."""

from __future__ import annotations

import json

from dateline.publishing.schema import check_dict
from dateline.records.check import Check


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """UTF-8 JSON, indented by two; letters stay letters (no \\u escapes)."""
    return json.dumps(check_dict(check), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
