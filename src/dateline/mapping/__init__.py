"""Maps of a theatre's front line, from the maps that the user brought: pictures, an explorer of the whole record, and
what may be shown to others."""

from __future__ import annotations

from dateline.mapping.exploring import explorer
from dateline.mapping.library import set_up
from dateline.mapping.picturing import private
from dateline.mapping.publishable import public
from dateline.mapping.record import MappingError, Record, record

__all__ = ["MappingError", "Record", "explorer", "private", "public", "record", "set_up"]
