"""One claim a line, each line whole in itself: the report's hash and dates stand in every one."""

from __future__ import annotations

import json

from dateline.publishing.schema import claim_dict, report_dict
from dateline.records.check import SCHEMA, Check

_KEPT = ("title", "outlet", "published", "updated", "language", "sha256")


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """JSON Lines: schema, policy, the report's identity, then the claim's own keys. Empty for a report without."""
    told = report_dict(check.report)
    head = {"schema": SCHEMA, "policy": check.policy, "report": {key: told[key] for key in _KEPT}}
    rows = ({**head, **claim_dict(claim)} for claim in check.claims)
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)
