"""Reads a feed in a process of its own, with little time and memory: what a hostile feed does there ends there."""

from __future__ import annotations

import json
import subprocess
import sys

from dateline.site.intake.parsing import FeedError, Parsed

#: Seconds after which it is ended, however busy the machine is; of the processor's it gets fewer (`parsing.SECONDS`).
TIMEOUT = 40
_HOSTILE = "the feed takes too long or too much memory to read: it is not read"


def parse_apart(data: bytes, kind: str = "") -> tuple[str, list[Parsed]]:
    """`parsing.parse` in another process. Raises FeedError."""
    line = "".join(ch for ch in kind if ch.isprintable())[:200].encode("utf-8", "replace")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "dateline.site.intake.parsing"], input=line + b"\n" + data, capture_output=True,
            check=False, timeout=TIMEOUT,
        )  # fmt: skip
        said = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise FeedError(_HOSTILE) from None
    if "error" in said:
        raise FeedError(said["error"])
    return said["title"], [Parsed(**item) for item in said["items"]]
