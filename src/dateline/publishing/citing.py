"""How to cite a figure: from the sources read, and nothing that was not read."""

from __future__ import annotations

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
