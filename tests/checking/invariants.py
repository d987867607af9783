"""What every finding must bring, whatever its claim."""

from __future__ import annotations

from dateline.records.finding import DECISIVE, Finding


def assert_proven(finding: Finding) -> None:
    """No decisive verdict without query, rows, producer and source; no other without its reason."""
    assert finding.summary
    if finding.verdict in DECISIVE:
        assert finding.query.startswith("dateline figure ")
        assert finding.readings, finding
        assert finding.readings[0].rows > 0
        assert finding.readings[0].producer
        assert finding.sources
        assert all(source.producer and source.title and source.url for source in finding.sources)
    else:
        assert finding.reason is not None
    if finding.verdict == "unverified":
        assert finding.needs
    if finding.verdict == "qualified":
        assert finding.reason in finding.readings[0].departs or finding.reason == "misattributed"
    if finding.series is not None:
        assert 0 < len(finding.series.points) <= 40
