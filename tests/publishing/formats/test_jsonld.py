from __future__ import annotations

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from dateline.publishing import render
from dateline.records.check import Check

SCHEMA = Namespace("https://schema.org/")


def graph(check: Check) -> Graph:
    return Graph().parse(data=render(check, "jsonld"), format="json-ld")


def test_an_rdf_library_reads_the_article_and_its_claims(check: Check) -> None:
    read = graph(check)
    article = URIRef(f"urn:sha256:{check.report.sha256}")
    assert (article, RDF.type, SCHEMA.NewsArticle) in read
    assert (article, SCHEMA.headline, Literal(check.report.title)) in read
    assert len(set(read.objects(article, SCHEMA.hasPart))) == len(check.claims)


def test_only_what_a_person_signed_is_a_claim_review(check: Check) -> None:
    read = graph(check)
    reviews = set(read.subjects(RDF.type, SCHEMA.ClaimReview))
    signed = [c.id for c in check.claims if c.finding and c.finding.decided_by != "machine"]
    assert signed and {str(review).split(":")[-2] for review in reviews} == set(signed)
    assert {str(name) for r in reviews for a in read.objects(r, SCHEMA.author) for name in read.objects(a, SCHEMA.name)
            } == {"Ann Editor"}  # fmt: skip


def test_no_address_that_a_browser_may_not_follow(check: Check) -> None:
    assert not [o for o in graph(check).objects(None, SCHEMA.url) if not str(o).startswith("http")]


def test_an_untitled_report_is_an_article_still(bare: Check) -> None:
    assert len(list(graph(bare).subjects(RDF.type, SCHEMA.NewsArticle))) == 1
