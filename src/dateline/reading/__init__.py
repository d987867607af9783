"""Reading: bytes to report. Plain text, pages saved as text, DOCX, HTML, Markdown, standard input, an address."""

from __future__ import annotations

from dateline.reading.errors import ReadingError
from dateline.reading.reader import read, read_bytes, read_text

__all__ = ["ReadingError", "read", "read_bytes", "read_text"]
