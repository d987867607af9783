"""Reads a theatre's files strictly: every error is one line that names the file, and the row or key in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dateline.theatres.folders import TheatreError


class Fields:
    """A mapping of a YAML file; `where` names it in errors ("tiny/theatre.yml: country")."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise TheatreError(f"{where}: {value!r} is no mapping of keys to values")
        self._values: dict[str, Any] = value
        self._where = where

    @classmethod
    def of_file(cls, path: Path) -> Fields:
        where = f"{path.parent.name}/{path.name}"
        try:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            return cls(yaml.load(path.read_text(encoding="utf-8"), Loader=loader), where)
        except FileNotFoundError:
            raise TheatreError(f"{where}: there is no such file; a theatre needs one") from None
        except yaml.MarkedYAMLError as error:
            line = f" line {error.problem_mark.line + 1}" if error.problem_mark else ""
            raise TheatreError(f"{where}{line}: {error.problem or 'is no YAML'}") from None
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise TheatreError(f"{where}: {' '.join(str(error).split())}") from None

    def only(self, known: Sequence[str]) -> None:
        """Raises TheatreError where a key is none of `known`: a slip of the pen would else change nothing."""
        for key in self._values:
            if key not in known:
                raise TheatreError(f"{self._where}: no key {key!r} is known here; there are {', '.join(known)}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, value, "text (put quotes around a word that YAML reads otherwise)")
        return " ".join(value.split())

    def matching(self, key: str, pattern: str, wanted: str, default: str | None = None) -> str:
        value = self.text(key, default)
        if not re.fullmatch(pattern, value):
            raise self._wrong(key, value, wanted)
        return value

    def number(self, key: str, default: float | None = None) -> float:
        return self._positive(key, self._get(key, default))

    def numbers(self, key: str) -> tuple[float, ...]:
        return tuple(self._positive(key, value) for value in self._list(key, []))

    def flag(self, key: str) -> bool:
        value = self._get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, value, "true or false")
        return value

    def day_or_none(self, key: str) -> date | None:
        value = self._get(key, ...)
        if value is not None and type(value) is not date:
            raise self._wrong(key, value, "a date as 2022-02-24")
        return value

    def words(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        found = self._list(key, default)
        for value in found:
            if not isinstance(value, str):
                raise self._wrong(key, value, "text (put quotes around a word that YAML reads otherwise)")
        return tuple(map(str, found))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A mapping of text to text, empty where the key is absent."""
        inner = Fields(self._get(key, {}), f"{self._where}: {key}")
        return tuple((str(name), inner.text(name)) for name in inner._values)

    def inner(self, key: str, default: object = ...) -> Fields:
        return Fields(self._get(key, default), f"{self._where}: {key}")

    def _list(self, key: str, default: Sequence[Any] | None) -> list[Any]:
        value = self._get(key, None if default is None else list(default))
        if not isinstance(value, list):
            raise self._wrong(key, value, "a list")
        return value

    def _positive(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < float("inf"):
            raise self._wrong(key, value, "a number from 0")
        return float(value)

    def _get(self, key: str, default: object) -> Any:
        if key in self._values:
            return self._values[key]
        if default is None or default is ...:
            raise TheatreError(f"{self._where}: no key {key!r}")
        return default

    def _wrong(self, key: str, value: object, wanted: str) -> TheatreError:
        return TheatreError(f"{self._where}: {key}: {value!r} is not {wanted}")


class Row:
    """A row of a CSV file; `where` names file and line."""

    def __init__(self, cells: dict[str, str], where: str) -> None:
        self.cells = cells
        self.where = where

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell, empty where the file has no such column."""
        return self.cells.get(column) or ""

    def filled(self, column: str) -> str:
        if not self.cells[column].strip():
            raise self.wrong(f"{column} is empty")
        return self.cells[column]

    def one_of(self, column: str, words: Sequence[str]) -> str:
        if self.cells[column] not in words:
            raise self.wrong(
                f"{column} {self.cells[column]!r} is not one of {', '.join(w or 'nothing' for w in words)}"
            )
        return self.cells[column]

    def number(self, column: str) -> float | None:
        """A number from 0, None where the cell is empty or absent."""
        cell = self.get(column).strip()
        if not cell:
            return None
        try:
            value = float(cell)
        except ValueError:
            value = -1.0
        if not 0 <= value < float("inf"):
            raise self.wrong(f"{column} {cell!r} is not a number from 0")
        return value

    def parts(self, column: str) -> tuple[str, ...]:
        """What the strokes in a cell part."""
        return tuple(part for part in self.get(column).split("|") if part)

    def wrong(self, what: str) -> TheatreError:
        return TheatreError(f"{self.where}: {what}")


def rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV file with a header. Raises TheatreError where the file or a column is missing, where a row has
    more or fewer cells than the header, and where the file is not UTF-8."""
    where = f"{path.parent.name}/{path.name}"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            absent = [name for name in columns if name not in (reader.fieldnames or ())]
            if absent:
                raise TheatreError(f"{where}: no column {', '.join(absent)}")
            for cells in reader:
                row = Row(cells, f"{where} row {reader.line_num}")
                if None in cells or None in cells.values():
                    raise row.wrong(f"has not the {len(reader.fieldnames or ())} cells of the header")
                yield row
    except FileNotFoundError:
        raise TheatreError(f"{where}: there is no such file; a theatre needs one") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise TheatreError(f"{where}: {error}") from None
