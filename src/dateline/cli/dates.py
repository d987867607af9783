"""Dates on the command line: YYYY-MM-DD, and one line where a word is something else."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only from Click 8.4 on
    """A date, or one of the words that the option also takes."""

    name = "date"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, *rest: Any, **named: Any) -> str:
        return "|".join((*self.words, "DATE"))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | str:
        if isinstance(value, date) or value in self.words:
            return value  # type: ignore[no-any-return]
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
                raise ValueError(value)
            return date.fromisoformat(str(value))
        except ValueError:
            others = f", or {' or '.join(self.words)}" if self.words else ""
            self.fail(f"{value!r} is no date; write it as 2025-05-30{others}", param, ctx)
