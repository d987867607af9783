"""An editor's word on our claims: mended or dismissed, kept in a file beside the report, found again by the text.

`load` reads the file, `apply` gives the claims as decided, `mended` the ids of those that an editor changed, `astray`
a sentence for every decision that no longer finds its figure, and `record` writes a new decision.
"""

from dateline.editing.anchors import apply, astray, mended
from dateline.editing.decisions import Decision, Decisions, EditingError
from dateline.editing.mending import KEYS, mend
from dateline.editing.sidecar import load, record, sidecar_of

__all__ = [
    "KEYS",
    "Decision",
    "Decisions",
    "EditingError",
    "apply",
    "astray",
    "load",
    "mend",
    "mended",
    "record",
    "sidecar_of",
]
