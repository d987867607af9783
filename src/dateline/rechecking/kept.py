"""An earlier check, rebuilt from the JSON that `dateline check --format json` wrote."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from dateline.rechecking.fields import Node, RecheckError, shown
from dateline.records.check import SCHEMA, Check
from dateline.records.claim import DATES_AND_OFFICES, Attribution, Baseline, Claim, Comparator, Frame, Measure, Quote
from dateline.records.finding import DECISIVE, Finding, Known, Reading, Reason, Verdict
from dateline.records.period import Granularity, Period
from dateline.records.place import Level, Place

#: A check's JSON of a long report is a few MB.
LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file says. `day` is the report's; `visible` the last day whose entries the check saw. `whole` is False
    for a file of the first form, which does not say which claims the reader doubted. `theatre` is None where no theatre
    covered the report, and in a file of the first form. `program` is empty there."""

    claims: tuple[Claim, ...]
    policy: str
    program: str
    theatre: str | None
    day: date
    as_of: Literal["published"] | date
    whole: bool

    @property
    def visible(self) -> date:
        return self.day if self.as_of == "published" else self.as_of


def read(path: Path) -> Kept:
    """The check in `path`. Raises RecheckError, one line that names the file and the field."""
    try:
        if path.stat().st_size > LARGEST:
            raise RecheckError(f"it has {path.stat().st_size:,} bytes; a check has at most {LARGEST:,}")
        return parse(path.read_bytes())
    except RecheckError as error:
        raise RecheckError(f"{path}: {error}; write one with dateline check REPORT --format json") from None


def of_check(check: Check) -> Kept:
    """A check that is at hand, as its file would say it; which program made it is not known."""
    day = check.report.date
    as_of: Literal["published"] | date = "published"
    if check.as_of == "today":
        as_of = check.today or day
    elif check.as_of != "published":
        as_of = date.fromisoformat(check.as_of)
    claims = tuple(claim for claim in check.claims if claim.finding is not None)
    return Kept(claims, check.policy, "", check.theatre, day, as_of, whole=True)


def parse(content: bytes) -> Kept:
    """The check in the bytes of its JSON. Raises RecheckError, one line that names the field."""
    try:
        return _kept(json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        why = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"is no JSON document ({error})"
        raise RecheckError(f"the file {why}") from None


def _no_constant(name: str) -> float:
    raise RecheckError(f"it holds {name}, which is no number of JSON")


def _kept(document: object) -> Kept:
    root = Node(document, "")
    schema = document.get("schema") if isinstance(document, dict) else None
    if not root.has("claims") or not root.has("policy") or schema is None:
        raise RecheckError("it is no check: schema, policy and claims are not all there")
    if schema != SCHEMA or isinstance(schema, bool):
        older = isinstance(schema, int) and schema < SCHEMA
        raise RecheckError(f"its schema is {shown(schema)}, {'older than' if older else 'and not'} {SCHEMA}")
    claims = tuple(_claim(node) for node in root.nodes("claims"))
    _consistent(root, claims)
    day = _day(root.node("report"), claims)
    return Kept(
        claims=claims,
        policy=root.text("policy"),
        program=root.text("program", ""),
        theatre=root.text_or_none("theatre"),
        day=day,
        as_of=_as_of(root),
        whole=root.has("program"),
    )


def _consistent(root: Node, claims: tuple[Claim, ...]) -> None:
    """The parts of the document agree: ids are each used once, and the summary counts the verdicts that are there."""
    twice = [name for name, n in Counter(c.id for c in claims).items() if n > 1]
    if twice:
        raise RecheckError(f"claims: the id {twice[0]} is used twice")
    found = Counter(
        ("dates_and_offices" if c.frame in DATES_AND_OFFICES else "quantities", c.finding.verdict)
        for c in claims
        if c.finding is not None
    )
    summary = root.node("summary")
    for part in ("quantities", "dates_and_offices"):
        counts = summary.node(part)
        for verdict in get_args(Verdict):
            told = counts.whole(verdict)
            if told != found[part, verdict]:
                raise RecheckError(
                    f"{counts.at}.{verdict} is {told}, but {found[part, verdict]} claims have that verdict: "
                    "the file was changed"
                )


def _day(report: Node, claims: tuple[Claim, ...]) -> date:
    """The report's day; a file of the first form says it by what it was published, else by what its readings saw."""
    for key in ("date", "published", "updated"):
        found = report.day_or_none(key)
        if found is not None:
            return found
    seen = [r.as_of for c in claims if c.finding is not None for r in c.finding.readings]
    if not seen:
        raise RecheckError("report.date is missing")
    return max(seen)


def _as_of(root: Node) -> Literal["published"] | date:
    written = root.text("as_of", "published")
    if written == "published":
        return "published"
    if written == "today":
        return root.day("today")
    return root.day("as_of")


def _claim(node: Node) -> Claim:
    doubt = node.node_or_none("doubt")
    finding = _finding(node.node("finding")) if node.node_or_none("finding") is not None else None
    if finding is None:
        raise node.wrong("has no finding")
    return Claim(
        id=node.text("id"),
        sentence=node.text("sentence"),
        quote=_quote(node.node("quote")),
        frame=node.word("frame", get_args(Frame)),
        measure=node.word_or_none("measure", get_args(Measure)),
        value=node.number("value"),
        low=node.number("low"),
        high=node.number("high"),
        unit=node.text_or_none("unit"),
        comparator=node.word("comparator", get_args(Comparator)),
        noun=node.text_or_none("noun"),
        period=_period(node.node_or_none("period")),
        baseline=_baseline(node.node_or_none("baseline")),
        place=_place(node.node_or_none("place")),
        dimensions=MappingProxyType(node.strings("dimensions")),
        attribution=_attribution(node.node_or_none("attribution")),
        doubt=None if doubt is None else doubt.word("reason", get_args(Reason)),
        doubt_detail="" if doubt is None else doubt.text("detail", ""),
        anchor=node.text_or_none("anchor"),
        finding=finding,
        inherited=node.flag("inherited", False),
    )


def _quote(node: Node) -> Quote:
    made = Quote(
        node.text("exact"), node.whole("start"), node.whole("end"), node.text("prefix", ""), node.text("suffix", "")
    )
    if made.exact and made.end - made.start != len(made.exact):  # a bundle under embargo leaves the words out
        raise node.wrong(f"runs over {made.end - made.start} characters, but its words have {len(made.exact)}")
    return made


def _period(node: Node | None) -> Period | None:
    if node is None:
        return None
    start, last = node.day("start"), node.day("end")
    if last < start or last == date.max:
        raise node.wrong(f"ends on {last}, before it starts" if last < start else "never ends")
    return Period.through(start, last, node.word("granularity", get_args(Granularity)))


def _baseline(node: Node | None) -> Baseline | None:
    if node is None:
        return None
    period = _period(node.node("period"))
    assert period is not None
    return Baseline(node.word("kind", ("period", "window", "since")), period, node.text("label", ""))


def _place(node: Node | None) -> Place | None:
    if node is None:
        return None
    return Place(node.text("name"), node.text("id"), node.word("level", get_args(Level)))


def _attribution(node: Node | None) -> Attribution | None:
    if node is None:
        return None
    kind: Any = node.word("kind", ("direct", "indirect"))
    return Attribution(
        node.text("source"), node.text_or_none("producer"), node.text("cue"), kind, node.flag("hedged", False)
    )


def _finding(node: Node) -> Finding:
    readings = tuple(_reading(reading) for reading in node.nodes("readings"))
    verdict = node.word("verdict", get_args(Verdict))
    withheld = node.texts("withheld")
    if verdict in DECISIVE and not readings:
        raise node.wrong(f"is {verdict!r} without a reading: the file was changed")
    if verdict in ("holds", "qualified") and not withheld and not _admits(verdict, node, readings):
        raise node.wrong(f"is {verdict!r}, but no reading lies within: the file was changed")
    return Finding(
        verdict=verdict,
        reason=node.word_or_none("reason", get_args(Reason)),
        summary=node.text("summary"),
        computed=node.number("computed"),
        unit=node.text_or_none("unit"),
        readings=readings,
        decided_by=node.text("decided_by", "machine"),
        query=node.text("query", ""),
        as_of=node.day_or_none("as_of"),
        today=node.word_or_none("today", get_args(Verdict)),
        since=node.text("since", ""),
        withheld=withheld,
    )


def _admits(verdict: str, node: Node, readings: tuple[Reading, ...]) -> bool:
    """Whether the readings bear the verdict; a map-maker's own map at another hour is qualified from just outside."""
    near = verdict == "qualified" and node.text_or_none("reason") == "cut_off"
    return near or any(reading.within for reading in readings)


def _reading(node: Node) -> Reading:
    basis: Any = node.word("basis", ("computed", "recorded")) if node.has("basis") else "computed"
    return Reading(
        producer=node.text("producer"),
        definition=node.text("definition"),
        period=_period(node.node_or_none("period")),
        as_of=node.day("as_of"),
        known=node.word("known", get_args(Known)),
        value=node.number("value"),
        within=node.flag("within"),
        independent=node.flag("independent"),
        answer=node.text("answer", ""),
        basis=basis,
        departs=node.words("departs", get_args(Reason)),
        note=node.text("note", ""),
    )
