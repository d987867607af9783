"""How to cite a figure: from the sources read, and nothing that was not read."""

from __future__ import annotations

import hashlib
import re

from dateline.publishing import dates
from dateline.publishing.producers import Names
from dateline.records.check import Check
from dateline.records.finding import Finding, Source

_WEB = ("http://", "https://")


def web_address(url: str) -> str:
    """The address that a browser may follow (http or https), without what is noted after it; else nothing."""
    first = next(iter(url.split()), "")
    return first if first.lower().startswith(_WEB) else ""


def source_line(source: Source, names: Names) -> str:
    """Producer, title, address and the day of retrieval, each only where it is known."""
    parts = [names.heading(source.producer)]
    if source.title:
        parts.append(f"“{source.title}”")
    if source.url:
        parts.append(source.url)
    if source.retrieved:
        parts.append(f"retrieved {dates.day(source.retrieved)}")
    return ", ".join(parts)


def citation(check: Check, finding: Finding, names: Names) -> str:
    """A plain citation of the figure; empty where no source was read."""
    if not finding.sources:
        return ""
    read = "; ".join(source_line(source, names) for source in finding.sources)
    how = "found in" if finding.basis == "recorded" else "worked out from"
    told = f" as known on {dates.day(finding.as_of)}" if finding.as_of else ""
    on = f", {dates.day(check.today)}" if check.today else ""
    query = f": {finding.query}" if finding.query else ""
    return f"{read}. Figure {how} these rows{told} with Dateline, policy {check.policy}{on}{query}"


def bibtex(check: Check, names: Names) -> str:
    """Every source that findings rest on as a BibTeX entry, in order of the text; empty where none was read."""
    read = [source for claim in check.claims if claim.finding for source in claim.finding.sources]
    entries = {key: _entry(key, source, check, names) for source in read if (key := _key(source))}
    return "\n".join(entries.values())


def _key(source: Source) -> str:
    producer = re.sub(r"[^a-z0-9]", "", source.producer.lower()) or "source"
    return f"{producer}-{hashlib.sha256(f'{source.title}{source.url}'.encode()).hexdigest()[:6]}"


def _entry(key: str, source: Source, check: Check, names: Names) -> str:
    fields = {
        "author": f"{{{_tex(names.heading(source.producer))}}}",
        "title": _tex(source.title or source.producer),
        "howpublished": f"\\url{{{web_address(source.url)}}}" if web_address(source.url) else "",
        "urldate": str(source.retrieved) if source.retrieved else "",
        "note": _tex(f"read with Dateline, policy {check.policy}"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{key},", *lines, "}"))


def _tex(text: str) -> str:
    """`text` with the characters that TeX acts on made plain."""
    plain = " ".join(text.split()).replace("\\", "/").replace("{", "(").replace("}", ")")
    return re.sub(r"([&%$#_])", r"\\\1", plain).replace("~", "\\~{}").replace("^", "\\^{}")
