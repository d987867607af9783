"""Patterns are compiled when first asked for; here every one is asked, so that no report meets a broken one."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import dateline.extracting
from dateline.extracting import patterns


def _waiting(value: Any) -> Iterator[Any]:
    if isinstance(value, patterns._Waiting):
        yield value
    elif isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _waiting(item)
    elif isinstance(value, dict):
        yield from _waiting([*value, *value.values()])


def test_every_waiting_pattern_compiles() -> None:
    found, broken = 0, []
    for module in pkgutil.walk_packages(dateline.extracting.__path__, "dateline.extracting."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for waiting in _waiting(value):
                found += 1
                try:
                    re.compile(waiting._source, waiting._flags)
                except re.error as error:
                    broken.append(f"{module.name}.{name}: {error}")
    assert broken == []
    assert found > 200
