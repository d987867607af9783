"""From a check to what people and machines read: one module a format, chosen by name."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from dateline.records.check import Check

#: The formats that `render` knows; one module of `publishing/formats/` each.
FORMATS: tuple[str, ...] = ("text", "json", "jsonl", "html", "md", "csv", "sarif", "github", "jsonld", "annotations")


def render(check: Check, format: str, *, width: int = 100, color: bool = False) -> str:
    """The check in one of FORMATS, ending in a line feed.

    `width` is the terminal's, in columns, and `color` allows its escape codes: both touch `text` alone. Raises
    ValueError for a format that is not in FORMATS. Reads no clock and no network: the same check gives the same text.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}: choose one of {', '.join(FORMATS)}")
    module = import_module(f"dateline.publishing.formats.{format}")
    return cast(str, module.render(check, width=width, color=color))
