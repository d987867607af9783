"""How many labelled claims are found and judged rightly: the sentences of dev_claims.jsonl through the real pipeline.

Every line is read as a text of its own (the sentence before it, where given, then the sentence), dated as labelled,
and checked. A claim counts as found where its span overlaps a label's and its value says the same; as accepted where
its verdict is one that the label admits. Beside the scores stand those of three machines that always answer the same.

    python benchmarks/dev_claims.py [--part ukraine|gaza|all] [--verbose] [FILE]
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline import desk
from dateline.records.claim import Claim
from scoring import (
    DECISIVE,
    REPORTS,
    claim_line,
    overlaps,
    rows_of,
    same_value,
    share,
    span_of,
    spans,
    table,
    verdict_of,
)

#: Our verdicts that each older word of the labels admits.
ADMITS = {
    "stands": {"holds", "qualified"},
    "off": {"contradicted", "disputed", "qualified"},
    "disputed": {"disputed", "qualified"},
    "no_data": {"unverified"},
    "not_checkable": {"not_checkable", "unverified"},
}
#: Labels under which the data really do say otherwise, so that `contradicted` is no false alarm.
MAY_CONTRADICT = {"off"}
FRAMES = {
    "change_pct": {"change", "rate", "ratio"},
    "change_abs": {"change", "level"},
    "part_of": {"part_of", "level", "share"},
}
BASELINES = ("holds", "qualified", "unverified")


@dataclass
class Label:
    """One labelled claim, the sentence it stands in, and what was predicted for it."""

    line: dict[str, Any]
    gold: dict[str, Any]
    spans: list[tuple[int, int]]
    claim: Claim | None = None

    @property
    def labels(self) -> set[str]:
        expected = self.gold["expected"]
        return {v for v in (expected["verdict"], expected["alt_verdict"]) if v}

    @property
    def admits(self) -> set[str]:
        return set().union(*(ADMITS[v] for v in self.labels))

    @property
    def accepted(self) -> bool:
        return self.accepts(self.verdict, self.claim.finding.reason if self.claim and self.claim.finding else None)

    @property
    def verdict(self) -> str:
        return self.claim.finding.verdict if self.claim and self.claim.finding else "-"

    def accepts(self, verdict: str, reason: str | None) -> bool:
        """`qualified` counts only with its scope named: without a reason it is accepted nowhere."""
        return verdict in self.admits and (verdict != "qualified" or reason is not None)


@dataclass
class Score:
    labels: list[Label] = field(default_factory=list)
    beyond: list[tuple[dict[str, Any], Claim]] = field(default_factory=list)
    unlabelled: int = 0
    crashes: list[tuple[dict[str, Any], Exception]] = field(default_factory=list)


def part_of(line: dict[str, Any], gaza_texts: set[str]) -> str:
    return "gaza" if line["text_id"] in gaza_texts else "ukraine"


def gaza_texts(lines: list[dict[str, Any]]) -> set[str]:
    """Texts any of whose claims is about Gaza by its filters or by whom it is attributed to."""
    return {
        line["text_id"]
        for line in lines
        for gold in line["claims"]
        if "gaza" in (str(gold["filters"]) + str(gold["attribution"])).lower()
    }


def match(labels: list[Label], claims: list[Claim]) -> list[Claim]:
    """Give every label at most one claim, closest first; return the claims that are left over."""
    pairs = []
    for li, label in enumerate(labels):
        for ci, claim in enumerate(claims):
            near = [s for s in label.spans if overlaps(s, span_of(claim))]
            if not near or not same_value(claim, label.gold["value"], label.gold["unit"]):
                continue
            frame = label.gold["frame"]
            right_frame = claim.frame == frame or claim.frame in FRAMES.get(frame, ())
            right_measure = claim.measure == label.gold["measure"]
            width = min(abs(s[0] - claim.quote.start) + abs(s[1] - claim.quote.end) for s in near)
            pairs.append((not right_frame, not right_measure, claim.value is None, width, li, ci))
    used: set[int] = set()
    for *_, li, ci in sorted(pairs):
        if labels[li].claim is None and ci not in used:
            labels[li].claim = claims[ci]
            used.add(ci)
    return [c for i, c in enumerate(claims) if i not in used]


def run(lines: list[dict[str, Any]], theatre: str | None) -> Score:
    score = Score()
    for line in lines:
        text = f"{line['context']} {line['sentence']}\n" if line["context"] else line["sentence"] + "\n"
        offset = text.rindex(line["sentence"])
        labels = [Label(line, gold, spans(text, gold["quote"], offset)) for gold in line["claims"]]
        score.labels += labels
        try:
            checked = desk.check(desk.read(text, published=line["published"], theatre=theatre))
        except Exception as error:  # a crash on one line is a miss to print, not the end of the run
            score.crashes.append((line, error))
            continue
        claims = [c for c in checked.claims if c.quote.start >= offset]
        spare = [s for n in line["unlabelled_numbers"] for s in spans(text, n.strip(" ,."), offset)]
        for claim in match(labels, claims):
            if any(overlaps(s, span_of(claim)) for s in spare):
                score.unlabelled += 1
            else:
                score.beyond.append((line, claim))
    return score


def headline(score: Score) -> str:
    labels = score.labels
    found = [x for x in labels if x.claim is not None]
    decisive = [x for x in found if x.verdict in DECISIVE]
    false = [x for x in found if x.verdict == "contradicted" and not x.labels & MAY_CONTRADICT]
    beyond = [c for _, c in score.beyond if c.finding and c.finding.verdict in DECISIVE]
    rows = [
        ("found", share(len(found), len(labels))),
        ("accepted verdict, of all", share(sum(x.accepted for x in labels), len(labels))),
        ("decisive verdicts right", share(sum(x.accepted for x in decisive), len(decisive))),
        ("'qualified' among the decisive", share(sum(x.verdict == "qualified" for x in decisive), len(decisive))),
        ("false 'contradicted'", f"{len(false)}"),
        ("claims beyond the labels, decisive", f"{len(beyond)} (contradicted: "
         f"{sum(c.finding.verdict == 'contradicted' for c in beyond if c.finding)}), of {len(score.beyond)}"),
        ("claims on numbers left unlabelled", f"{score.unlabelled}"),
        ("sentences that crashed", f"{len(score.crashes)}"),
    ]  # fmt: skip
    return "\n".join(f"{name:<36} {value}" for name, value in rows)


def by_verdict(score: Score) -> str:
    """Found and accepted by labelled verdict, with the constant machines beside, and the mean over the verdicts."""
    rows, columns = [], {name: [] for name in ("found", "accepted", *BASELINES)}
    for verdict in ADMITS:
        labels = [x for x in score.labels if x.gold["expected"]["verdict"] == verdict]
        if not labels:
            continue
        n = len(labels)
        parts = {
            "found": sum(x.claim is not None for x in labels) / n,
            "accepted": sum(x.accepted for x in labels) / n,
            **{b: sum(x.accepts(b, "scope") for x in labels) / n for b in BASELINES},
        }
        for name, value in parts.items():
            columns[name].append(value)
        rows.append((verdict, n, *(f"{100 * v:.0f} %" for v in parts.values())))
    rows.append(("mean over verdicts", "", *(f"{100 * sum(v) / len(v):.0f} %" for v in columns.values())))
    whole = [f"{100 * sum(x.accepts(b, 'scope') for x in score.labels) / len(score.labels):.0f} %" for b in BASELINES]
    rows.append(("all claims", len(score.labels), "", "", *whole))
    return table(("label", "n", "found", "accepted", *(f"always {b}" for b in BASELINES)), rows)


def confusion(score: Score) -> str:
    answers = ["-", "not_checkable", "unverified", "disputed", "holds", "qualified", "contradicted"]
    counts = Counter((x.gold["expected"]["verdict"], x.verdict) for x in score.labels)
    present = [v for v in ADMITS if any(counts[v, a] for a in answers)]
    return table(("label \\ answer", *answers), [(v, *(counts[v, a] or "" for a in answers)) for v in present])


def misses(score: Score) -> str:
    lines = []
    for x in score.labels:
        if x.claim is not None and x.accepted:
            continue
        gold, kind = x.gold, "NOT FOUND" if x.claim is None else "WRONG"
        lines += [
            f"{kind} {x.line['id']} ({x.line['published']})  {x.line['context'] or ''} | {x.line['sentence']}",
            f"    label: {gold['quote']!r} {gold['frame']} {gold['measure']} {gold['comparator']} {gold['value']} "
            f"{gold['unit']} {gold['period']} {gold['filters']} by {gold['attribution']} -> {sorted(x.labels)} "
            f"computed {gold['expected']['computed']}; {gold['expected']['note']}",
        ]
        if x.claim is not None:
            lines.append(f"    ours:  {claim_line(x.claim)}")
    for line, claim in score.beyond:
        lines += [f"BEYOND {line['id']}  {line['sentence']}", f"    ours:  {claim_line(claim)}"]
    lines += [f"CRASH {line['id']} {type(e).__name__}: {e}  {line['sentence']}" for line, e in score.crashes]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path, default=REPORTS / "dev_claims.jsonl")
    parser.add_argument("--part", choices=("ukraine", "gaza", "all"), default="ukraine")
    parser.add_argument("--theatre", help="name the theatre, as one would for a text that does not name its country")
    parser.add_argument("--verbose", action="store_true", help="list every claim missed or judged wrongly")
    args = parser.parse_args()
    lines = rows_of(args.file)
    gaza = gaza_texts(lines)
    lines = [x for x in lines if args.part in ("all", part_of(x, gaza))]
    score = run(lines, args.theatre or ("ukraine" if args.part == "ukraine" else None))
    if args.verbose:
        print(misses(score), end="\n\n")
    print(
        f"{args.file.name}, part {args.part}: {len(lines)} sentences, {len(score.labels)} claims; "
        "in brackets 95 % intervals (Wilson) and counts"
    )
    print(headline(score), by_verdict(score), confusion(score), sep="\n\n")
    unsaid = [x for x in score.labels if x.verdict == "qualified" and verdict_of(x.claim) == "qualified"]
    if unsaid:
        print(f"\n{len(unsaid)} 'qualified' without a reason: counted nowhere")


if __name__ == "__main__":
    main()
