"""The file beside the report, REPORT.dateline.yml, that keeps an editor's decisions."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from dateline.editing.anchors import anchor
from dateline.editing.decisions import Decision, Decisions, EditingError
from dateline.editing.mending import KEYS, mend
from dateline.editing.writing import replace_file
from dateline.records.claim import Claim, Quote

SCHEMA = 1
SUFFIX = ".dateline.yml"
HEAD = """\
# An editor's decisions on the figures of the report beside this file: docs/how-to/correct.md says how to write them.
# `dateline check --mend` and `--dismiss` add to it and keep every entry, but not comments below this line.
"""


def sidecar_of(report: Path) -> Path:
    """Where the decisions about `report` are kept: draft.txt.dateline.yml, or draft.dateline.yml where that exists."""
    full, short = report.with_name(report.name + SUFFIX), report.with_name(report.stem + SUFFIX)
    return short if short.is_file() and not full.is_file() else full


def load(path: Path) -> Decisions:
    """The decisions in `path`; none where there is no such file. Raises EditingError, one line with the entry's place
    in the file, for anything that cannot be taken."""
    return Decisions(path, tuple(_decision(raw, path, i) for i, raw in enumerate(_entries(path), start=1)))


def record(
    path: Path,
    claims: list[Claim],
    claim_id: str,
    *,
    mends: Mapping[str, str] | None = None,
    dismiss: str | None = None,
    who: str | None = None,
) -> Decisions:
    """Write a decision on the claim called `claim_id` into `path`, and return all that the file now holds.

    `claims` are as extracted, before any decision. An earlier decision on the same claim is taken over: new keys are
    added to its mends and replace those of the same name; a mend brings back a claim that was dismissed. `who` is the
    editor's name (else DATELINE_EDITOR, else the login). Raises EditingError, and OSError where the file cannot be
    written; then it is as it was.
    """
    claim = next((c for c in claims if c.id == claim_id), None)
    if claim is None:
        ends = f"{claims[0].id} to {claims[-1].id}" if claims else "none"
        raise EditingError(f"no claim {claim_id!r} in this report; its claims are {ends}")
    if dismiss is not None and not dismiss.strip():
        raise EditingError(f"{claim_id}: a dismissal needs its reason")
    mend(claim, mends or {})
    entries = _entries(path)
    old = next((e for i, e in enumerate(entries, 1) if anchor(_decision(e, path, i), claims)[0] is claim), None)
    entry: dict[str, Any] = old if old is not None else {}
    quote = claim.quote
    entry["quote"] = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "start": quote.start}
    entry["frame"] = claim.frame
    if mends:
        entry.pop("dismiss", None)
        entry["mend"] = {**(entry.get("mend") or {}), **mends}
    if dismiss is not None:
        entry["dismiss"] = dismiss.strip()
    entry["who"] = who or os.environ.get("DATELINE_EDITOR") or _login()
    entry["when"] = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    if old is None:
        entries.append(entry)
    body = yaml.safe_dump({"schema": SCHEMA, "decisions": entries}, sort_keys=False, allow_unicode=True, width=110)
    replace_file(path, (HEAD + body).encode("utf-8"))
    return load(path)


def _entries(path: Path) -> list[dict[str, Any]]:
    """The entries as written, each checked to be a mapping."""
    if not path.is_file():
        return []
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark is not None else ""
        raise EditingError(f"{path.name}{where}: this is no YAML that can be read; mend it or move it away") from None
    except OSError as error:
        raise EditingError(f"{path.name}: cannot be read ({error.strerror})") from None
    if raw is None:
        return []
    if not isinstance(raw, dict) or not isinstance(raw.get("decisions") or [], list):
        raise EditingError(f"{path.name}: needs `schema: {SCHEMA}` and a list called `decisions`")
    if raw.get("schema", SCHEMA) != SCHEMA:
        raise EditingError(f"{path.name}: schema {raw['schema']!r} is not {SCHEMA}, the one that this Dateline reads")
    entries = raw.get("decisions") or []
    for i, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            raise EditingError(f"{path.name}, entry {i}: needs `quote` and `mend` or `dismiss`")
    return entries


def _decision(raw: dict[str, Any], path: Path, number: int) -> Decision:
    where = f"{path.name}, entry {number}"
    unknown = set(raw) - {"quote", "frame", "mend", "dismiss", "who", "when", "note"}
    if unknown:
        raise EditingError(f"{where}: {sorted(map(str, unknown))[0]!r} is no key here; write quote, mend or dismiss")
    quote = raw.get("quote")
    quote = {"exact": quote} if isinstance(quote, str) else quote
    if not isinstance(quote, dict) or not isinstance(quote.get("exact"), str) or not quote["exact"]:
        raise EditingError(f"{where}: needs `quote: exact:` with the words of the figure")
    mends, dismiss = raw.get("mend") or {}, raw.get("dismiss")
    if not isinstance(mends, dict) or (not mends and dismiss is None):
        raise EditingError(f"{where}: needs `mend: KEY: VALUE` or `dismiss: REASON`")
    if dismiss is not None and not str(dismiss).strip():
        raise EditingError(f"{where}: `dismiss` needs its reason")
    for key in mends:
        if key not in KEYS:
            raise EditingError(f"{where}: {key!r} cannot be mended; what can: {', '.join(KEYS)}")
    texts = {part: str(quote.get(part) or "") for part in ("exact", "prefix", "suffix")}
    at = quote.get("start")
    start = at if isinstance(at, int) else -1
    decision = Decision(
        Quote(texts["exact"], start, start + len(texts["exact"]), texts["prefix"], texts["suffix"]),
        MappingProxyType({str(k): "none" if v is None else str(v) for k, v in mends.items()}),
        None if dismiss is None else str(dismiss).strip(),
        raw.get("frame"),
        str(raw.get("who") or ""),
        str(raw.get("when") or ""),
        number,
    )
    _try(decision, where)
    return decision


def _try(decision: Decision, where: str) -> None:
    """Refuse a value that no claim could take, before the check begins."""
    probe = Claim("c0", "", decision.quote, "level", None)
    try:
        mend(probe, decision.mends)
    except EditingError as error:
        raise EditingError(f"{where}: {error}") from None


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "editor"
