"""One real report against what an expert found in it: items found, verdicts accepted, and claims beyond the list.

python benchmarks/real_report.py [--verbose] [--report FILE.txt --gold FILE.jsonl]
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import desk
from dateline.records.claim import Claim
from scoring import DECISIVE, REPORTS, claim_line, overlaps, rows_of, share, span_of, spans, table, verdict_of

NAME = "russia_offensive_2025-05-30"


@dataclass
class Item:
    """One line of the gold list. `claim` is the overlapping claim that fits it best."""

    gold: dict[str, Any]
    spans: list[tuple[int, int]]
    claim: Claim | None = None

    @property
    def accepted(self) -> bool:
        return self.claim is not None and self.claim.finding is not None and (
            self.claim.finding.verdict in self.gold["accept"]
        )  # fmt: skip


def fit(item: Item, claim: Claim) -> tuple[bool, bool, int]:
    """Smaller is closer: the right frame, then the right measure, then the nearest span."""
    measure = item.gold["measure"]
    near = min(abs(s[0] - claim.quote.start) + abs(s[1] - claim.quote.end) for s in item.spans)
    return claim.frame != item.gold["frame"], not (claim.measure or "none").startswith(measure), near


def match(items: list[Item], claims: list[Claim]) -> list[Claim]:
    """Give every item its closest overlapping claim, each claim to one item first and shared only where nothing
    else is left; return the claims that overlap no item."""
    pairs = sorted(
        (fit(item, claim), i, c)
        for i, item in enumerate(items)
        for c, claim in enumerate(claims)
        if any(overlaps(s, span_of(claim)) for s in item.spans)
    )
    used: set[int] = set()
    for _, i, c in pairs:
        if items[i].claim is None and c not in used:
            items[i].claim = claims[c]
            used.add(c)
    for _, i, c in pairs:
        if items[i].claim is None:
            items[i].claim = claims[c]
    covered = {c for _, _, c in pairs}
    return [claim for c, claim in enumerate(claims) if c not in covered]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--report", type=Path, default=REPORTS / f"{NAME}.txt")
    parser.add_argument("--gold", type=Path, default=REPORTS / f"{NAME}.gold.jsonl")
    parser.add_argument("--verbose", action="store_true", help="list every item with our claim, and all claims beyond")
    args = parser.parse_args()
    gold = rows_of(args.gold)
    checked = desk.check(desk.read(str(args.report)))
    text = checked.report.text
    items = [Item(g, spans(text, g["quote"])) for g in gold]
    astray = [i.gold["quote"] for i in items if not i.spans]
    beyond = match(items, list(checked.claims))
    broken = [c.id for c in checked.claims if text[c.quote.start : c.quote.end] != c.quote.exact]
    if args.verbose:
        for item in items:
            word = "accepted" if item.accepted else "NOT FOUND" if item.claim is None else "WRONG"
            print(f"{word:<10}{item.gold['quote']!r} {item.gold['frame']} {item.gold['measure']} accept "
                  f"{item.gold['accept']} computed {item.gold.get('computed')}")  # fmt: skip
            if item.claim is not None:
                print(f"          {claim_line(item.claim)}")
        for claim in beyond:
            print(f"BEYOND    {claim_line(claim)}")
        print()
    found = sum(i.claim is not None for i in items)
    false = [i for i in items if i.claim and i.claim.finding and i.claim.finding.verdict == "contradicted"
             and not i.accepted]  # fmt: skip
    decisive = [c for c in beyond if c.finding and c.finding.verdict in DECISIVE]
    false_beyond = [c for c in decisive if c.finding and c.finding.verdict == "contradicted"]
    print(f"{args.report.name}: {len(items)} items, {len(checked.claims)} claims, {len(checked.unread)} numbers unread")
    print(table(("", "measured", "wanted"), [
        ("items found", share(found, len(items)), "24"),
        ("accepted verdict", share(sum(i.accepted for i in items), len(items)), "22"),
        ("false 'contradicted' (on items, beyond)", f"{len(false)}, {len(false_beyond)}", "0"),
        ("claims beyond the items, decisive", len(decisive), "at most 3"),
        ("claims beyond the items, all", len(beyond), ""),
        ("claims whose text[start:end] differs", len(broken), "0"),
    ]))  # fmt: skip
    for claim in decisive:
        print(f"  beyond: {claim.quote.exact!r} {verdict_of(claim)}")
    if astray:
        print(f"  gold quotes not found in the text: {astray}")


if __name__ == "__main__":
    main()
