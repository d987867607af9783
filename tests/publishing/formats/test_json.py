"""The schema of product.md, key by key and in its order."""

from __future__ import annotations

import json
from typing import Any

from dateline.publishing import render
from dateline.records.check import Check

CLAIM = ["id", "sentence", "quote", "frame", "measure", "value", "low", "high", "unit", "comparator", "noun", "period",
         "baseline", "place", "dimensions", "attribution", "finding", "doubt", "anchor", "inherited"]  # fmt: skip
FINDING = ["verdict", "reason", "summary", "computed", "unit", "tolerance", "readings", "attribution",
           "independent_check", "basis", "decided_by", "coverage", "sources", "query", "as_of", "today", "since",
           "withheld"]  # fmt: skip


def load(check: Check) -> Any:
    return json.loads(render(check, "json"))


def test_keys_and_their_order(check: Check) -> None:
    told = load(check)
    assert list(told) == ["schema", "policy", "report", "ledgers", "claims", "unread", "summary", "theatre", "as_of",
                          "today", "program"]  # fmt: skip
    assert list(told["report"]) == ["title", "standfirst", "authors", "outlet", "published", "updated", "language",
                                    "words", "minutes", "sha256", "date", "date_basis"]  # fmt: skip
    assert [list(row) for row in told["ledgers"]] == [["ledger", "start", "end", "retrieved"]] * 2
    assert [list(row) for row in told["unread"]] == [["exact", "start", "end", "why"]] * 2
    assert list(told["summary"]) == ["quantities", "dates_and_offices"]
    for claim in told["claims"]:
        assert list(claim) == CLAIM
        assert list(claim["quote"]) == ["exact", "prefix", "suffix", "start", "end"]
        assert list(claim["finding"]) == FINDING


def test_parts_of_a_finding(check: Check) -> None:
    claims = {claim["id"]: claim for claim in load(check)["claims"]}
    rate = claims["c6"]
    assert rate["period"] == {"start": "2025-05-01", "end": "2025-05-30", "granularity": "month"}
    assert list(rate["attribution"]) == ["source", "producer", "cue", "kind", "hedged"]
    assert rate["finding"]["computed"] == 13.9
    assert list(rate["finding"]["tolerance"]) == ["low", "high", "rule"]
    assert len(rate["finding"]["readings"]) == 60
    assert list(rate["finding"]["readings"][0]) == ["producer", "definition", "period", "as_of", "known", "value",
                                                    "within", "independent", "answer", "basis", "departs",
                                                    "note"]  # fmt: skip
    coverage = rate["finding"]["coverage"]
    assert list(coverage) == ["start", "end", "gaps"] and coverage["gaps"][1] == {
        "start": "2025-05-10", "end": "2025-05-11", "flag": "frozen",
    }  # fmt: skip
    assert list(rate["finding"]["sources"][0]) == ["producer", "title", "url", "retrieved", "sha256", "licence"]
    assert claims["c7"]["baseline"] == {
        "kind": "since", "period": {"start": "2024-11-01", "end": "2024-11-30", "granularity": "month"}, "label": "",
    }  # fmt: skip
    assert list(claims["c3"]["place"]) == ["name", "id", "level"]
    assert claims["c3"]["value"] == 367 and isinstance(claims["c3"]["value"], int)
    assert claims["c13"]["value"] is None and claims["c13"]["place"] is None


def test_offsets_give_the_exact_words(check: Check) -> None:
    text = check.report.text
    spans = [claim["quote"] for claim in load(check)["claims"]] + load(check)["unread"]
    assert len(spans) > 15
    for span in spans:
        assert text[span["start"] : span["end"]] == span["exact"]


def test_letters_stay_letters_and_counts_add_up(check: Check) -> None:
    assert "صاروخ" in render(check, "json") and "\\u" not in render(check, "json")
    summary = load(check)["summary"]
    assert sum(sum(part.values()) for part in summary.values()) == len(check.claims)


def test_a_bare_check_has_every_key_too(bare: Check) -> None:
    told = load(bare)
    assert told["claims"] == [] and told["ledgers"] == [] and told["report"]["title"] is None


def test_jsonl_lines_are_whole_in_themselves(check: Check, bare: Check) -> None:
    rows = [json.loads(line) for line in render(check, "jsonl").splitlines()]
    assert [row["id"] for row in rows] == [claim.id for claim in check.claims]
    for row, claim in zip(rows, load(check)["claims"], strict=True):
        assert row["report"]["sha256"] == check.report.sha256 and row["report"]["updated"] == "2025-05-30"
        assert {key: row[key] for key in CLAIM} == claim
    assert render(bare, "jsonl") == ""
