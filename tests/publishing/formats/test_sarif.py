from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from dateline.publishing import render
from dateline.records.check import Check


def run(check: Check) -> dict[str, Any]:
    """The one run, after the whole passed SARIF's schema."""
    told = json.loads(render(check, "sarif"))
    Sarif.model_validate(told)
    return told["runs"][0]  # type: ignore[no-any-return]


def test_the_schema_holds_and_would_not_hold_for_a_slip(check: Check, bare: Check) -> None:
    run(check)
    run(bare)
    told = json.loads(render(check, "sarif"))
    told["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(ValueError, match="level"):
        Sarif.model_validate(told)


def test_one_result_a_claim_where_it_stands(check: Check) -> None:
    results = run(check)["results"]
    lines = check.report.text.splitlines()
    assert [r["properties"]["id"] for r in results] == [claim.id for claim in check.claims]
    for result, claim in zip(results, check.claims, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert check.report.text[start : start + region["charLength"]] == claim.quote.exact
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == claim.quote.exact


def test_a_level_only_where_something_fails(check: Check) -> None:
    seen = {(r["ruleId"], r["kind"], r["level"]) for r in run(check)["results"]}
    assert ("contradicted", "fail", "error") in seen and ("holds", "pass", "none") in seen
    assert all((kind == "fail") == (level != "none") for _, kind, level in seen)


@pytest.mark.parametrize(
    ("source", "uri"),
    [("-", "stdin"), ("my draft.md", "my%20draft.md"), ("drafts\\a.md", "drafts/a.md"),
     ("https://example.org/a b", "https://example.org/a%20b"), ("звіт.txt", "%D0%B7%D0%B2%D1%96%D1%82.txt")],
)  # fmt: skip
def test_the_report_is_named_by_a_uri(check: Check, source: str, uri: str) -> None:
    told = run(replace(check, report=replace(check.report, source=source)))
    assert told["artifacts"][0]["location"]["uri"] == uri
