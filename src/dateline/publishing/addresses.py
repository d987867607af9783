"""How a report is named in formats that want an address of it."""

from __future__ import annotations

from urllib.parse import quote

from dateline.records.report import Report


def address(report: Report) -> str:
    """The report as a URI reference: its own web address, the path that it was read from with forward slashes, or
    "stdin"."""
    source = report.source.strip()
    if source in ("", "-"):
        return "stdin"
    if source.startswith(("http://", "https://")):
        return quote(source, safe=":/?#[]@!$&'()*+,;=%~")
    return quote(source.replace("\\", "/"), safe="/~")


def identifier(report: Report) -> str:
    """A name of the text that was read, whatever its address: the hash of its bytes as a URN."""
    return f"urn:sha256:{report.sha256}" if report.sha256 else "urn:dateline:report"
