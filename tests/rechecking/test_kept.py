"""Reading an earlier check's JSON: what was written comes back, and what was changed is named in a line."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.rechecking.fields import RecheckError
from dateline.rechecking.kept import read
from dateline.records.claim import Claim

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
REPORTS = sorted(GOLDEN.glob("*/report.txt"))
TODAY = dt.date(2026, 9, 1)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return json.loads(dateline.check(REPORTS[0], today=TODAY).to_json())


def bare(claim: Claim) -> Claim:
    """The claim as it goes to the checker, its numbers as the JSON rounds them, without details of no doubt."""
    rounded = {k: None if (v := getattr(claim, k)) is None else round(v, 3) for k in ("value", "low", "high")}
    detail = claim.doubt_detail if claim.doubt is not None else ""
    return replace(claim, finding=None, doubt_detail=detail, **rounded)


@pytest.mark.parametrize("path", REPORTS, ids=[p.parent.name for p in REPORTS])
@pytest.mark.parametrize("as_of", ["published", "today", dt.date(2026, 1, 20)])
def test_claims_come_back_as_they_were_read(path: Path, as_of: Any, tmp_path: Path) -> None:
    check = dateline.check(path, as_of=as_of, today=TODAY)
    file = tmp_path / "check.json"
    file.write_text(check.to_json(), encoding="utf-8")
    kept = read(file)
    assert len(kept.claims) >= 8
    assert [bare(c) for c in kept.claims] == [bare(c) for c in check.claims]
    for mine, theirs in zip(kept.claims, check.claims, strict=True):
        assert mine.finding is not None and theirs.finding is not None
        assert (mine.finding.verdict, mine.finding.reason) == (theirs.finding.verdict, theirs.finding.reason)
        assert len(mine.finding.readings) == len(theirs.finding.readings)
    assert (kept.day, kept.theatre, kept.policy, kept.whole) == (check.report.date, check.theatre, check.policy, True)
    assert kept.visible == {"published": check.report.date, "today": TODAY}.get(as_of, as_of)


def decisive(document: dict[str, Any]) -> dict[str, Any]:
    return next(c for c in document["claims"] if c["finding"]["verdict"] == "holds" and c["period"])


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Sets a field of the first claim that holds; a path that starts with / is of the document."""

    def apply(document: dict[str, Any]) -> None:
        at: Any = document if path.startswith("/") else decisive(document)
        *way, last = path.strip("/").split(".")
        for key in way:
            at = at[int(key)] if key.isdigit() else at[key]
        if value is ...:
            del at[last]
        else:
            at[last] = value

    return apply


WRONG = [
    (change("/schema", 0), "schema is 0, older than 1"),
    (change("/schema", 9), "schema is 9, and not 1"),
    (change("/claims", ...), "it is no check"),
    (change("/claims", {}), "claims is {} and not a list"),
    (change("/claims", ["x"]), "claims[0] is 'x' and no object"),
    (change("/as_of", "someday"), "as_of is 'someday' and not a date"),
    (change("/summary.quantities.contradicted", 99), "99, but"),
    (change("frame", "gossip"), ".frame is 'gossip' and not one of level"),
    (change("measure", "tanks.lost"), ".measure is 'tanks.lost'"),
    (change("value", "367"), ".value is '367' and not a finite number"),
    (change("value", True), ".value is True"),
    (change("period.start", "2025-13-01"), ".period.start is '2025-13-01' and not a date"),
    (change("period.end", "1999-01-01"), ".period ends on 1999-01-01, before it starts"),
    (change("quote.end", 999999), "runs over"),
    (change("dimensions", {"weapon": 3}), ".dimensions.weapon is 3 and not text"),
    (change("finding", None), "has no finding"),
    (change("finding.verdict", "true"), ".finding.verdict is 'true'"),
    (change("finding.readings", []), "without a reading: the file was changed"),
    (change("finding.computed", float("nan")), "NaN"),
    (change("sentence", ...), ".sentence is missing"),
    (change("doubt", {"reason": "whim"}), ".doubt.reason is 'whim'"),
]


@pytest.mark.parametrize(("wrong", "words"), WRONG, ids=[w for _, w in WRONG])
def test_what_is_no_check_is_named_in_a_line(
    document: dict[str, Any], tmp_path: Path, wrong: Callable[[dict[str, Any]], None], words: str
) -> None:
    changed = copy.deepcopy(document)
    wrong(changed)
    file = tmp_path / "check.json"
    file.write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(RecheckError) as caught:
        read(file)
    said = str(caught.value)
    assert said.startswith(f"{file}: ") and words in said and "\n" not in said
    assert said.endswith("dateline check REPORT --format json")


def test_a_verdict_that_no_reading_bears_was_changed(document: dict[str, Any], tmp_path: Path) -> None:
    changed = copy.deepcopy(document)
    for reading in decisive(changed)["finding"]["readings"]:
        reading["within"] = False
    file = tmp_path / "check.json"
    file.write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(RecheckError, match="no reading lies within"):
        read(file)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe{}", b"[]", b"3", b"null", b"[" * 100_000])
def test_bytes_that_are_no_document_are_named_in_a_line(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "check.json"
    file.write_bytes(data)
    with pytest.raises(RecheckError) as caught:
        read(file)
    assert "\n" not in str(caught.value)


NEWER = {
    "": ("theatre", "as_of", "today", "program"),
    "report": ("date", "date_basis"),
    "claim": ("doubt", "anchor", "inherited"),
    "finding": ("as_of", "today", "since", "withheld"),
    "reading": ("answer", "basis", "departs", "note"),
}


def first_form(document: dict[str, Any]) -> dict[str, Any]:
    """The document without the keys that the first checks did not write."""
    old = copy.deepcopy(document)
    parts = {"": [old], "report": [old["report"]], "claim": old["claims"]}
    parts["finding"] = [c["finding"] for c in old["claims"]]
    parts["reading"] = [r for f in parts["finding"] for r in f["readings"]]
    for part, nodes in parts.items():
        for node in nodes:
            for key in NEWER[part]:
                del node[key]
    return old


def test_a_file_of_the_first_form_is_read_too(document: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "check.json"
    file.write_text(json.dumps(first_form(document)), encoding="utf-8")
    kept = read(file)
    assert (kept.whole, kept.theatre, kept.as_of, kept.program) == (False, None, "published", "")
    assert len(kept.claims) == len(document["claims"])
    assert kept.day.isoformat() == document["report"]["date"]
