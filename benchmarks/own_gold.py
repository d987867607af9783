"""What is read of the sentences written and labelled for this project, field by field, and of its hard negatives.

    python benchmarks/own_gold.py [--verbose] [--war NAME] [--half odd|even] [FILE ...]

Every line is read as a text of its own: the sentence before it, where given, then the sentence, dated as labelled. A
claim counts as found where its span overlaps the label's and its value says the same. A field is right where it says
what the label says:

frame, comparator    the same word
measure              the same id; a gain without more is the headline sense, so `territory.gained` and
                     `territory.net_change` count as one; killed and injured counted together are neither measure in
                     the labels, and `victim: both` in the claim
value                the same number, or the same ends of a range; of plans, forecasts and opinions only the frame, the
                     speaker and the place are asked
unit                 the same, in the singular or plural
period, place        the same days (what stands in no period in the label is not asked); the same id or name
baseline             of changes and multiples: the same days
dimensions           weapon, population and direction as labelled
attribution          nobody where nobody is named; else a shared word of the source, and the producer where labelled

A hard negative is decided wrongly where any of its claims, checked against the ledgers, comes back decisive.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline import desk
from dateline.records.claim import NOT_CHECKABLE, Claim
from scoring import DECISIVE, claim_line, overlaps, rows_of, same_value, share, span_of, spans, table

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden" / "extraction"
#: The reader of a war that no installed theatre covers.
ANYWHERE = "anywhere"
_PRODUCERS = {
    "zelensky": "ua_government", "ukraine_gov": "ua_government", "general_staff": "ua_general_staff",
    "russia_mod": "ru_mod", "russia_gov": "ru_government", "putin": "ru_government",
}  # fmt: skip
_UNITS = {"mi2": "sqmi"}
_DIRECTIONS = {"highest": "max", "lowest": "min"}
_HEADLINE = {"territory.gained": "territory.net_change"}
#: Frames whose period says no more than the report's day.
_UNDATED = frozenset({"elapsed", "role", "plan", "prediction", "opinion"})
_COMPARED = frozenset({"change", "ratio"})
_NAMING_NOBODY = frozenset(["the", "a", "an", "of", "in", "on", "and", "by", "to", "s", "said"])


@dataclass
class Found:
    """One label, the sentence it stands in, and the claim that was read for it."""

    line: dict[str, Any]
    gold: dict[str, Any]
    spans: list[tuple[int, int]]
    claim: Claim | None = None

    @property
    def wrong(self) -> list[str]:
        """Fields that differ from the label; empty where all are right."""
        return [name for name, right in FIELDS.items() if self.claim and not right(self.gold, self.claim)]


@dataclass
class Score:
    """`beyond` are claims that no label asks for; `decided` those of hard negatives that came back decisive."""

    labels: list[Found] = field(default_factory=list)
    beyond: list[tuple[dict[str, Any], Claim]] = field(default_factory=list)
    decided: list[tuple[dict[str, Any], Claim]] = field(default_factory=list)
    negatives: int = 0
    lines: int = 0


def _measure(gold: dict[str, Any], claim: Claim) -> bool:
    wanted, read = gold["measure"], None if claim.dimensions.get("victim") == "both" else claim.measure
    if wanted is not None and read is None:
        read = claim.measure  # a label that does name one of the two is met by it
    return bool(_HEADLINE.get(wanted, wanted) == _HEADLINE.get(read or "", read))


def _value(gold: dict[str, Any], claim: Claim) -> bool:
    if gold["frame"] in NOT_CHECKABLE:
        return True
    if gold["value"] is None and gold["low"] is not None:
        return (claim.low, claim.high) == (gold["low"], gold["high"])
    if gold["value"] is None:
        return True
    return claim.value is not None and abs(claim.value - gold["value"]) <= 0.006 * max(1.0, abs(gold["value"]))


def _unit(gold: dict[str, Any], claim: Claim) -> bool:
    if (
        gold["unit"] is None
        or gold["frame"] in NOT_CHECKABLE
        or gold["frame"] in ("extreme", "rank", "weekday", "role", "first_since", "trend")
    ):
        return True
    wanted, read = (_singular(_UNITS.get(u or "", u or "")) for u in (gold["unit"], claim.unit or claim.noun or ""))
    return wanted == read or wanted == _singular((claim.noun or "").split(" ")[-1])


def _singular(unit: str) -> str:
    return "/".join(re.sub(r"(?<=\w{2})s$", "", part.strip().lower()) for part in unit.split("/"))


def _period(gold: dict[str, Any], claim: Claim) -> bool:
    if gold["period"] is None or gold["frame"] in _UNDATED:
        return True
    return claim.period is not None and [str(claim.period.start), str(claim.period.last)] == gold["period"]


def _place(gold: dict[str, Any], claim: Claim) -> bool:
    if gold["place"] is None:
        return claim.place is None or claim.place.level == "country"
    said = (claim.place.id, claim.place.name) if claim.place is not None else ()
    wanted = gold["place"].lower().removeprefix("the ")
    return any(wanted == s.lower().removeprefix("the ").removeprefix("area:") for s in said)


def _baseline(gold: dict[str, Any], claim: Claim) -> bool:
    if gold["frame"] not in _COMPARED or gold["baseline"] is None:
        return True
    named = claim.baseline.period if claim.baseline is not None else None
    return named is not None and [str(named.start), str(named.last)] == gold["baseline"]


def _dimensions(gold: dict[str, Any], claim: Claim) -> bool:
    if gold["frame"] in NOT_CHECKABLE:
        return True
    wanted = {k: _DIRECTIONS.get(v, v.replace("-", "_")) for k, v in gold["dimensions"].items()}
    read = {k: claim.dimensions[k] for k in ("weapon", "population") if k in claim.dimensions}
    if gold["frame"] in ("extreme", "rank") and "direction" in wanted:
        read["direction"] = claim.dimensions.get("direction", "")
    return {k: v for k, v in wanted.items() if k in ("weapon", "population", "direction")} == read


def _attribution(gold: dict[str, Any], claim: Claim) -> bool:
    wanted, read = gold["attribution"], claim.attribution
    if gold["frame"] in ("weekday", "role", "elapsed"):
        return True
    if wanted is None or read is None:
        return wanted is None and read is None
    words = [set(re.findall(r"\w+", s.lower())) - _NAMING_NOBODY for s in (wanted["source"], read.source)]
    producer = _PRODUCERS.get(wanted["producer"] or "", wanted["producer"])
    return bool(words[0] & words[1]) and (producer is None or producer == read.producer)


FIELDS: dict[str, Callable[[dict[str, Any], Claim], bool]] = {
    "frame": lambda gold, claim: gold["frame"] == claim.frame,
    "measure": _measure,
    "value": _value,
    "unit": _unit,
    "comparator": lambda gold, claim: gold["frame"] in NOT_CHECKABLE or gold["comparator"] == claim.comparator,
    "period": _period,
    "place": _place,
    "baseline": _baseline,
    "dimensions": _dimensions,
    "attribution": _attribution,
}


def match(labels: list[Found], claims: list[Claim]) -> list[Claim]:
    """Gives every label at most one claim, the closest first; returns those left over."""
    pairs = []
    for li, label in enumerate(labels):
        gold = label.gold
        for ci, claim in enumerate(claims):
            near = [s for s in label.spans if overlaps(s, span_of(claim))]
            if near and (same_value(claim, gold["value"], gold["unit"]) or _value(gold, claim)):
                width = min(abs(s[0] - claim.quote.start) + abs(s[1] - claim.quote.end) for s in near)
                pairs.append((gold["frame"] != claim.frame, claim.value is None, width, li, ci))
    used: set[int] = set()
    for *_, li, ci in sorted(pairs):
        if labels[li].claim is None and ci not in used:
            labels[li].claim = claims[ci]
            used.add(ci)
    return [c for i, c in enumerate(claims) if i not in used]


def run(lines: list[dict[str, Any]]) -> Score:
    score = Score()
    for line in lines:
        text = f"{line['context']} {line['sentence']}\n" if line["context"] else line["sentence"] + "\n"
        offset = text.rindex(line["sentence"])
        theatre = line["theatre"] or ANYWHERE
        checked = desk.check(desk.read(text, published=line["published"], theatre=theatre))
        claims = [c for c in checked.claims if c.quote.start >= offset]
        labels = [Found(line, gold, spans(text, gold["quote"], offset)) for gold in line["claims"]]
        left = match(labels, claims)
        score.labels += labels
        score.beyond += [(line, c) for c in left]
        score.lines += 1
        if line["hard_negative"]:
            score.negatives += 1
            score.decided += [(line, c) for c in claims if c.finding and c.finding.verdict in DECISIVE
                              and c.frame not in ("weekday", "role", "elapsed")]  # fmt: skip
    return score


def headline(score: Score) -> str:
    labels = score.labels
    found = [x for x in labels if x.claim is not None]
    whole = [x for x in found if not x.wrong]
    decided = {line["id"] for line, _ in score.decided}
    rows = [
        ("claims found", share(len(found), len(labels))),
        ("all fields right, of those found", share(len(whole), len(found))),
        ("all fields right, of all", share(len(whole), len(labels))),
        ("hard negatives made decisive", share(len(decided), score.negatives)),
        ("claims beyond the labels", f"{len(score.beyond)} in {score.lines} sentences"),
    ]
    return "\n".join(f"{name:<36} {value}" for name, value in rows)


def by_field(score: Score) -> str:
    found = [x for x in score.labels if x.claim is not None]
    wrong = Counter(name for x in found for name in x.wrong)
    return table(("field", "right"), [(name, share(len(found) - wrong[name], len(found))) for name in FIELDS])


def _said(gold: dict[str, Any], claim: Claim, name: str) -> str:
    """What the label and the claim say of one field."""
    own: dict[str, Any] = {
        "period": claim.period and str(claim.period),
        "place": claim.place and claim.place.id,
        "baseline": claim.baseline and str(claim.baseline.period),
        "dimensions": {k: v for k, v in claim.dimensions.items() if k in ("weapon", "population", "direction")},
        "attribution": claim.attribution and (claim.attribution.source, claim.attribution.producer),
        "value": (claim.value, claim.low, claim.high),
    }
    wanted = gold.get(name)
    if name == "attribution" and wanted:
        wanted = (wanted["source"], wanted["producer"])
    return f"{name}: {own.get(name, getattr(claim, name, None))} for {wanted}"


def misses(score: Score) -> str:
    out, told = [], ""
    for x in score.labels:
        if x.claim is not None and not x.wrong:
            continue
        if x.line["id"] != told:
            told = x.line["id"]
            out.append(f"{told} ({x.line['published']}) {x.line['context'] or ''} | {x.line['sentence']}")
        gold = {k: v for k, v in x.gold.items() if v not in (None, {}, [], "eq") and k not in ("quote", "frame")}
        if x.claim is None:
            out.append(f"    NOT FOUND {x.gold['quote']!r} {x.gold['frame']} {gold}")
        else:
            faults = "; ".join(_said(x.gold, x.claim, name) for name in x.wrong)
            out.append(f"    {x.gold['quote']!r} as {x.claim.quote.exact!r}: {faults}")
    out += [f"DECIDED {line['id']} {line['sentence']}\n    {claim_line(c)}" for line, c in score.decided]
    out += [f"BEYOND {line['id']} {line['sentence']}\n    {claim_line(c)}" for line, c in score.beyond]
    return "\n".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--war")
    parser.add_argument("--half", choices=("odd", "even"), help="lines by their number: one half to mend, one to score")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    lines = [line for file in args.files or sorted(FOLDER.glob("*.jsonl")) for line in rows_of(file)]
    lines = [line for line in lines if args.war in (None, line["war"])]
    if args.half:
        lines = [line for line in lines if int(line["id"].rsplit("-", 1)[-1]) % 2 == (args.half == "odd")]
    score = run(lines)
    if args.verbose:
        print(misses(score), end="\n\n")
    print(
        f"own gold: {score.lines} sentences, {len(score.labels)} claims, {score.negatives} hard negatives; "
        "in brackets 95 % intervals (Wilson) and counts"
    )
    print(headline(score), by_field(score), sep="\n\n")


if __name__ == "__main__":
    main()
