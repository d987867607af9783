from __future__ import annotations

import json
from dataclasses import replace

from dateline.publishing import render
from dateline.records.check import Check


def test_each_annotation_finds_its_words(check: Check) -> None:
    page = json.loads(render(check, "annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    assert len(page["items"]) == len(check.claims) == len({item["id"] for item in page["items"]})
    for item in page["items"]:
        quoted, at = item["target"]["selector"]
        assert check.report.text[at["start"] : at["end"]] == quoted["exact"]
        assert {body["purpose"] for body in item["body"]} == {"assessing", "tagging"}


def test_the_source_is_the_address_else_the_text_itself(check: Check) -> None:
    def source(check: Check) -> str:
        return str(json.loads(render(check, "annotations"))["items"][0]["target"]["source"])

    assert source(check) == f"urn:sha256:{check.report.sha256}"
    online = replace(check, report=replace(check.report, source="https://example.org/story"))
    assert source(online) == "https://example.org/story"


def test_who_decided_is_named_where_it_was_a_person(check: Check) -> None:
    made = {item["id"].rpartition(":")[2]: item for item in json.loads(render(check, "annotations"))["items"]}
    assert made["c3"]["creator"] == {"type": "Person", "name": "Ann Editor"}
    assert "creator" not in made["c6"] and made["c6"]["generator"]["name"] == "Dateline, policy 1"
