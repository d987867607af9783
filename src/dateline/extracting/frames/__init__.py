"""Frames: one file a family. Each reads a parsed sentence and adds the claims of its own form.

They run in this order, and an amount that one has used is left alone by those after it.
"""

FRAMES = (
    "offices",
    "calendar",
    "asides",
    "opinions",
    "uncheckable",
    "exchanges",
    "fractions",
    "comparisons",
    "exceeding",
    "sequences",
    "exceptions",
    "firsts",
    "trends",
    "meetings",
    "superlatives",
    "shares",
    "portions",
    "unchanged",
    "totals",
    "zeros",
    "times",
    "amounts",
    "overhead",
    "gains",
)
