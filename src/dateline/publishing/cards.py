"""One card a claim: every piece of its proof in words, ready for any page."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.ledgers.measures import MEASURES
from dateline.publishing import dates, wording
from dateline.publishing.amounts import amount, unit_words
from dateline.publishing.citing import citation, web_address
from dateline.publishing.insets import inset_of
from dateline.publishing.maps.inset import Inset
from dateline.publishing.marking import cut_sentence
from dateline.publishing.producers import Names
from dateline.publishing.suggesting import suggestion
from dateline.records.check import Check
from dateline.records.claim import DATES_AND_OFFICES, Claim
from dateline.records.finding import Coverage, Finding, Reading, Source, Verdict
from dateline.records.period import Period
from dateline.records.series import Series


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A row of the table of readings, every cell in words."""

    producer: str
    standing: str
    definition: str
    period: str
    as_of: str
    value: str
    within: bool
    note: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where rows came from. `link` is empty where the address is not one that a browser may follow."""

    producer: str
    title: str
    url: str
    link: str
    retrieved: str
    sha256: str
    licence: str


@dataclass(frozen=True, slots=True)
class Card:
    """`before`, `exact`, `after` are the claim's sentence cut at the figure; `facts` are label and words. `figure` is
    the computed figure as it would be quoted, and `suggested` a corrected sentence; both are empty without one.
    `frame`, `lowest` and `share` (computed and claimed, in per cent) choose the chart; `regions` are what the map
    shades, in the borders of `theatre`."""

    id: str
    verdict: Verdict
    shape: str
    word: str
    exact: str
    before: str
    marked: str
    after: str
    sentence: str
    is_date_or_office: bool
    today: str
    facts: tuple[tuple[str, str], ...]
    definition: str
    provenance: tuple[tuple[str, str], ...]
    readings: tuple[ReadingRow, ...]
    coverage: str
    sources: tuple[SourceRow, ...]
    query: str
    cite: str
    figure: str
    suggested: str
    needs: str
    series: Series | None
    frame: str = ""
    lowest: bool = False
    share: tuple[float, float | None] | None = None
    regions: Series | None = None
    theatre: str | None = None

    @property
    def map(self) -> Inset | None:
        """Regions shaded by the figure, drawn when asked for; None for what no region has a part in."""
        return None if self.regions is None else inset_of(self.regions, self.theatre, f"map-{self.id}")


def card(check: Check, claim: Claim, names: Names) -> Card:
    """The card of one claim; a claim without a finding is shown as not checked."""
    finding = claim.finding or Finding("unverified", "no_ledger", "Not checked yet.")
    before, marked, after = cut_sentence(claim)
    suggested = suggestion(claim, names)
    return Card(
        id=claim.id,
        verdict=finding.verdict,
        shape=wording.SHAPES[finding.verdict],
        word=wording.verdict_word(finding),
        exact=" ".join(claim.quote.exact.split()),
        before=before,
        marked=marked,
        after=after,
        sentence=wording.sentence(claim, names),
        is_date_or_office=claim.frame in DATES_AND_OFFICES,
        today=wording.revised(finding),
        facts=tuple(_facts(claim, finding, names)),
        definition=_definition(claim, finding),
        provenance=tuple(_provenance(claim, finding, check, names)),
        readings=tuple(_reading(reading, finding, names) for reading in wording.by_weight(finding)),
        coverage=_coverage(finding.coverage, claim),
        sources=tuple(source_row(source, names) for source in finding.sources),
        query=finding.query,
        cite=citation(check, finding, names),
        figure=wording.computed(finding).replace("\u00a0", " "),
        suggested=suggested.sentence if suggested else "",
        needs=wording.ended(finding.needs),
        series=finding.series,
        frame=claim.frame,
        lowest=claim.dimensions.get("direction") in ("min", "down"),
        share=(finding.computed, claim.value) if _is_share(claim, finding) and finding.computed is not None else None,
        regions=finding.regions,
        theatre=check.theatre,
    )


def _is_share(claim: Claim, finding: Finding) -> bool:
    """A share of a whole that has no chart of shares in time."""
    return claim.frame == "share" and finding.unit == "%" and (finding.series is None or finding.series.unit != "%")


def _facts(claim: Claim, finding: Finding, names: Names) -> list[tuple[str, str]]:
    who = wording.producer(finding, names)
    value = wording.computed(finding)
    pairs = [
        ("Claimed", wording.claimed(claim)),
        ("Recorded" if finding.basis == "recorded" else "Computed", f"{value} ({who})" if value and who else value),
        ("Difference", wording.difference(claim)),
        ("The wording admits", wording.tolerance(finding)),
        (
            "For",
            ", ".join(part for part in (dates.period(claim.period), claim.place.name if claim.place else "") if part),
        ),
        ("Compared with", _baseline(claim)),
        ("As known on", dates.day(finding.as_of) if finding.as_of else ""),
    ]
    return [(label, words) for label, words in pairs if words]


def _definition(claim: Claim, finding: Finding) -> str:
    """The definition that the finding used, else the standard one of its measure."""
    if finding.definition or claim.measure is None or claim.measure not in MEASURES:
        return finding.definition
    return MEASURES[claim.measure].definition


def _baseline(claim: Claim) -> str:
    if claim.baseline is None:
        return ""
    words = dates.period(claim.baseline.period)
    return f"{claim.baseline.label} ({words})" if claim.baseline.label else words


def _provenance(claim: Claim, finding: Finding, check: Check, names: Names) -> list[tuple[str, str]]:
    if finding.verdict == "not_checkable":
        return [("Decided by", _decided(finding, check))]
    told = claim.attribution
    pairs = []
    if told is not None:
        hedge = ", hedged" if told.hedged else ""
        pairs.append(("The text names", f"{told.source}{f' (“{told.cue}”{hedge})' if told.cue else ''}"))
    pairs += [
        ("Attribution", wording.ATTRIBUTION["none" if told is None else finding.attribution]),
        ("Independent check", wording.INDEPENDENT[finding.independent_check]),
        ("Decided by", _decided(finding, check)),
    ]
    if told is not None and finding.attribution == "none":
        pairs = [pair for pair in pairs if pair[0] != "Attribution"]
    return pairs


def _decided(finding: Finding, check: Check) -> str:
    who = "machine" if finding.decided_by == "machine" else f"{finding.decided_by} (a person)"
    return f"{who}, policy {check.policy}" + (f", {dates.day(check.today)}" if check.today else "")


def _reading(reading: Reading, finding: Finding, names: Names) -> ReadingRow:
    departs = ", ".join(wording.REASONS[reason] for reason in reading.departs)
    rows = f" from {reading.rows:,} row{'s' if reading.rows > 1 else ''}" if reading.rows else ""
    check = "independent check" if reading.independent else ""
    bound = {"lower": "a minimum", "range": "a range"}.get(reading.bound, "")
    return ReadingRow(
        producer=names.heading(reading.producer),
        standing="" if reading.standing == "unknown" else reading.standing,
        definition=reading.definition,
        period=dates.period(reading.period),
        as_of=dates.day(reading.as_of) + ("" if reading.known == "recorded" else f" ({reading.known})"),
        value=reading.answer or amount(reading.value, finding.unit) or "no value",
        within=reading.within,
        note="; ".join(part for part in (check, departs, reading.note, bound, reading.basis + rows) if part),
    )


def _coverage(coverage: Coverage | None, claim: Claim) -> str:
    if coverage is None:
        return ""
    asked: Period | None = claim.baseline.period if claim.baseline else claim.period
    span = Period.through(coverage.start, coverage.end) if asked is None else asked
    gaps = [gap for gap in coverage.gaps if gap.start < span.stop and gap.last >= span.start]
    words = [f"{dates.stretch(gap.start, gap.last)} ({wording.GAPS[gap.flag]})" for gap in gaps]
    name = coverage.ledger.replace("_", " ")
    head = f"The {name} ledger answers for {dates.day(coverage.start)} – {dates.day(coverage.end)}."
    if words:
        more = f" and {len(words) - 6} more" if len(words) > 6 else ""
        return f"{head} Days without an answer of their own here: {', '.join(words[:6])}{more}."
    return f"{head} No gap in the time asked about." if asked else head


def source_row(source: Source, names: Names) -> SourceRow:
    """A source in words."""
    return SourceRow(
        producer=names.heading(source.producer),
        title=source.title,
        url=source.url,
        link=web_address(source.url),
        retrieved=dates.day(source.retrieved) if source.retrieved else "",
        sha256=source.sha256 or "",
        licence=source.licence,
    )


def series_rows(series: Series, limit: int = 62) -> tuple[list[tuple[str, str, str, bool]], int]:
    """The points behind a chart as period, value, flags and lit: at most `limit`, those around the lit ones, and
    how many were left out."""
    lit = [i for i, point in enumerate(series.points) if point.lit]
    middle = lit[len(lit) // 2] if lit else len(series.points) - 1
    start = max(0, min(middle - limit // 2, len(series.points) - limit))
    shown = series.points[start : start + limit]
    rows = [
        (p.label or dates.stretch(p.start, p.last), amount(p.value) or "no answer", ", ".join(p.flags), p.lit)
        for p in shown
    ]
    return rows, len(series.points) - len(shown)


def series_heading(series: Series) -> str:
    """What a chart shows, who counted it, and in which unit."""
    title = series.title or series.measure.replace(".", ", ").replace("_", " ")
    unit = unit_words(series.unit)
    return title + (f", {unit}" if unit and unit not in title else "")
