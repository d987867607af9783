"""A zip file whose bytes follow from its contents alone: no dates, no compression, members in order of name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

#: The first day that the format can state; the same for every member.
_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files by name as a zip archive. Stored and not deflated: compressors differ from machine to machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _DATE)
            member.create_system = _UNIX
            member.external_attr = _READABLE
            archive.writestr(member, files[name])
    return out.getvalue()
