"""A check as text and back, nothing lost: what the site keeps of a run, and what a publication freezes.

Unlike the JSON of `dateline check`, which is for others to read, this is the record itself: every field, unrounded, the
points of every chart with it. Producers whose figures may not leave the machine are in it; what is published goes
through `publishing.withholding` first.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from cattrs import Converter
from cattrs.errors import CattrsError

from dateline.desk import Checked
from dateline.records.check import Check
from dateline.records.finding import Finding

#: The form of the text; a later form says how it reads this one.
FORM = 1


class KeepingError(Exception):
    """One line: the text is no check that was kept here."""


def keep(check: Check) -> str:
    """The check as one line of JSON in ASCII."""
    return json.dumps(
        {"form": FORM, "check": _converter().unstructure(check, unstructure_as=Check)}, separators=(",", ":")
    )


def kept(text: str) -> Checked:
    """The check that `keep` wrote, equal to what it was given. Raises KeepingError, one line."""
    try:
        document = json.loads(text)
        form = document["form"]
        if form != FORM:
            raise KeepingError(f"the check is kept in form {form!r}, and this program reads form {FORM}: check again")
        return _converter().structure(document["check"], Checked)
    except (json.JSONDecodeError, KeyError, TypeError, ValueError, CattrsError) as error:
        raise KeepingError(f"this is no check that was kept here ({type(error).__name__}): check again") from None


def keep_finding(finding: Finding) -> dict[str, Any]:
    """One finding as JSON."""
    return cast("dict[str, Any]", _converter().unstructure(finding, unstructure_as=Finding))


def kept_finding(document: Any) -> Finding:
    """The finding that `keep_finding` gave. Raises KeepingError."""
    try:
        return _converter().structure(document, Finding)
    except (KeyError, TypeError, ValueError, CattrsError) as error:
        raise KeepingError(f"this is no finding that was kept here ({type(error).__name__}): check again") from None


@cache
def _converter() -> Converter:
    """Dates as ISO days; a mapping of words stays one that cannot be changed."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_structure_hook_func(
        lambda kind: getattr(kind, "__origin__", None) is Mapping, lambda value, _: _words(value)
    )
    converter.register_unstructure_hook(MappingProxyType, dict)
    return converter


def _words(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise TypeError("no mapping")
    return MappingProxyType({str(key): str(word) for key, word in value.items()})
