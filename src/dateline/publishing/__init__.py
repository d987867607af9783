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
    ValueError for a format that is not in FORMATS. Figures of producers that let none be passed on are left out of
    every format, with the reason in their place (see `withholding`). Reads no clock and no network: the same check
    gives the same text.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}: choose one of {', '.join(FORMATS)}")
    from dateline.publishing.withholding import withhold

    module = import_module(f"dateline.publishing.formats.{format}")
    return cast(str, module.render(withhold(check), width=width, color=color))
