from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.publishing.citing import bibtex, citation, web_address
from dateline.publishing.producers import names_of
from dateline.records.check import Check
from dateline.records.finding import Finding, Source


def finding(check: Check, id_: str) -> Finding:
    found = next(c.finding for c in check.claims if c.id == id_)
    assert found is not None
    return found


def test_a_citation_names_producer_address_day_policy_and_query(check: Check) -> None:
    said = citation(check, finding(check, "c6"), names_of("ukraine")).replace("\u00a0", " ")
    for part in ("DeepState", "https://example.org/map?a=1&b=2", "retrieved 23 August 2026", "policy 1",
                 "dateline figure",
                 "as known on 30 May 2025", "worked out from"):  # fmt: skip
        assert part in said


def test_nothing_is_invented(check: Check) -> None:
    assert citation(check, finding(check, "c10"), names_of("ukraine")) == ""
    bare = Finding("holds", None, "", sources=(Source("deepstate", "", ""),), basis="recorded")
    undated = replace(check, today=None)
    assert citation(undated, bare, names_of("ukraine")) == (
        "DeepState. Figure found in these rows with Dateline, policy 1"
    )
    assert str(date.today().year) not in citation(undated, bare, names_of("ukraine"))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " data:text/html,x", "file:///etc/passwd", "see https://a", "", "//x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""


def test_a_web_address_stays_as_it_is() -> None:
    assert web_address("https://example.org/a?b=c&d") == "https://example.org/a?b=c&d"
    assert web_address("https://example.org/rows (file a.yaml)") == "https://example.org/rows"


def test_bibtex_names_each_source_once_and_nothing_in_it_acts(check: Check) -> None:
    said = bibtex(check, names_of("ukraine"))
    keys = [line for line in said.splitlines() if line.startswith("@misc{")]
    read = {(s.producer, s.title, s.url) for c in check.claims if c.finding for s in c.finding.sources}
    assert len(keys) == len(set(keys)) == len(read)
    assert "author = {{DeepState}}" in said and "urldate = {2026-08-23}" in said
    assert "\\url{https://example.org/map?a=1&b=2}" in said and "javascript" not in said
    source = Source("x", "50% & $1 \\input{/etc/passwd} #_^~", "https://a.example")
    hostile = replace(check.claims[5], finding=replace(finding(check, "c6"), sources=(source,)))
    told = bibtex(replace(check, claims=(hostile,)), names_of("ukraine"))
    assert "\\input" not in told and "50\\% \\& \\$1" in told
    assert bibtex(replace(check, claims=()), names_of("ukraine")) == ""
