"""Dateline: reads a war report, finds its figures, works each one out again from open data.

import dateline
check = dateline.check("report.txt")
for claim in check.claims:
    print(claim.quote.exact, claim.finding.verdict)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.desk import Checked, Extractor, check, extract, figure, read

__version__ = "0.1.0"
__all__ = ["Checked", "Extractor", "check", "extract", "figure", "read"]


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: `import dateline` alone stays cheap."""
    if name in __all__:
        from dateline import desk

        return getattr(desk, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
