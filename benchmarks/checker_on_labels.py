"""How good is checking alone? Labelled claims go to it as records, past reading and extracting.

    python benchmarks/checker_on_labels.py [dev_claims.jsonl] [--all]

Prints the share of accepted verdicts, the share of decisive verdicts that are right, false contradicted, and the
constant baselines beside them. The labels' older words are mapped as ../shared/reports/README.md says.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.checking import CheckContext, check_claims
from dateline.ledgers import load
from dateline.records.claim import Attribution, Baseline, Claim, Quote
from dateline.records.finding import DECISIVE
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.theatres import loader

ACCEPTED = {
    "stands": {"holds", "qualified"},
    "off": {"contradicted", "disputed", "qualified"},
    "disputed": {"disputed", "qualified"},
    "no_data": {"unverified"},
    "not_checkable": {"not_checkable", "unverified"},
}
THEATRE = loader.load("ukraine")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "reports" / "dev_claims.jsonl"
REGIONS = {"Donetsk oblast": "UA-14", "Luhansk oblast": "UA-09", "Zaporizhzhia oblast": "UA-23", "Sumy oblast": "UA-59",
           "Kherson oblast": "UA-65", "Dnipropetrovsk oblast": "UA-12", "Sumy": "UA-59"}  # fmt: skip
WEAPONS = {"drone+missile": None, "Iskander-M": "iskander_m", "Iskander-K": "iskander_k", "Shahed proper": "shahed"}
PRODUCERS = {
    "deepstate": "deepstate", "deep state": "deepstate", "afp (isw": "afp_isw", "isw": "isw", "syrsk": "ua_commander",
    "general staff": "ua_general_staff", "air force": "airforce", "air defenses": "airforce", "oleshchuk": "airforce",
    "zelensk": "ua_government", "putin": "ru_government", "russian mod": "ru_mod", "un ": "hrmmu", "un": "hrmmu",
}  # fmt: skip


def producer(source: str) -> str | None:
    low = source.casefold()
    if "experts" in low:
        return None
    if low in ("un", "un agency data"):
        return "hrmmu"
    return next((made for word, made in PRODUCERS.items() if word != "un" and word in low), None)


def period(start: str, end: str, exclusive: bool, night: bool) -> Period:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first == last:
        return Period.of_day(first, "night" if night else "day")
    made = Period(first, last) if exclusive else Period.through(first, last)
    month = made.start.day == 1 and made.stop.day == 1 and made.days <= 31
    return Period(made.start, made.stop, "month" if month else "span")


def claim(number: str, line: dict[str, Any], label: dict[str, Any]) -> Claim:
    measure = label["measure"] if label["measure"] not in ("other", "none") else None
    exclusive = (measure or "").startswith("territory")
    made = label.get("period") or {}
    when = made and made.get("start") and period(made["start"], made["end"], exclusive, not exclusive)
    base = made.get("baseline")
    frame, unit, dims = label["frame"], label["unit"], {}
    value, low, high = label["value"], None, None
    if isinstance(value, list):
        low, high, value = value[0], value[1], sum(value) / 2
    if frame in ("change_pct", "change_abs"):
        frame = "change"
    if frame == "ratio" and unit == "%":
        frame, dims["of"] = "share", "launched"
    if unit == "share":
        frame, unit, value, dims["of"] = "share", "%", value * 100, "whole"
    if unit and unit.startswith("per "):
        unit = "drones/" + unit[4:]
    region = (label["filters"] or {}).get("region")
    if frame == "share" and exclusive and "of" not in dims:
        dims["of"] = "place" if region in REGIONS else "country"
    if frame in ("extreme", "first_since", "rank"):
        frame = "extreme" if frame == "first_since" and value is None else frame
        dims["direction"] = "min" if "least" in label["quote"] else "max"
        if when and exclusive:
            dims["granularity"] = "month"
    if frame == "streak":
        dims["direction"] = "up"
    weapon = (label["filters"] or {}).get("weapon")
    weapon = WEAPONS.get(weapon, weapon)
    if weapon:
        dims["weapon"] = weapon
    if (label["filters"] or {}).get("extra") == "killed+injured":
        dims["victim"] = "both"
    place = None
    if region in REGIONS:
        place = Place(region, REGIONS[region], "region")
    elif region and region != "Ukraine":
        place = Place(region, region, "area")
    baseline = None
    if base:
        kind = (
            "period" if frame in ("change", "ratio") else "since" if "since" in label["quote"].casefold() else "window"
        )
        baseline = Baseline(kind, period(base["start"], base["end"], exclusive, not exclusive))
        if frame == "extreme" and kind == "window" and "late August" in label["quote"]:
            baseline = Baseline("since", baseline.period)
    said = label["attribution"]
    return Claim(
        number, line["sentence"], Quote(label["quote"], 0, len(label["quote"])), frame, measure, value, low, high, unit,
        label["comparator"], None, when or None, baseline, place, dims,
        Attribution(said, producer(said), "said") if said else None,
        doubt="undefined_term" if label["reason"] == "undefined_term" else None,
    )  # fmt: skip


def labelled(path: Path, everything: bool) -> Iterator[tuple[dict[str, Any], dict[str, Any], Claim]]:
    for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        for at, label in enumerate(line["claims"]):
            if not everything and "Gaza" in str(label["filters"]) + str(label["attribution"]):
                continue
            yield line, label, claim(f"{line['id']}.{at}", line, label)


def wilson(hits: int, total: int) -> str:
    if not total:
        return "n/a"
    p, z = hits / total, 1.96
    mid = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return f"{100 * p:5.1f} % ({hits}/{total}; 95 %: {100 * (mid - half):.0f} to {100 * (mid + half):.0f})"


def main() -> None:
    paths = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    path = paths[0] if paths else SHARED
    rows = list(labelled(path, "--all" in sys.argv))
    ledgers = load(THEATRE.folder)
    ledgers.coverage()
    verdicts, accepted, decisive, false_bad = Counter[str](), 0, [0, 0], 0
    constants = Counter[str]()
    spent = 0.0
    for line, label, made in rows:
        today = date.fromisoformat(line["published"])
        context = CheckContext(
            ledgers,
            today,
            today + timedelta(days=365),
            areas=THEATRE.areas_km2,
            other_country_areas=THEATRE.other_country_areas_km2,
            country=THEATRE.country.id,
            country_name=THEATRE.country.name,
        )
        begun = time.process_time()
        checked = check_claims([made], context)[0]
        spent += time.process_time() - begun
        finding = checked.finding
        assert finding is not None
        expected = [label["expected"]["verdict"], label["expected"]["alt_verdict"]]
        fine = set().union(*(ACCEPTED[e] for e in expected if e))
        if not label["checkable"] and label["reason"] == "prediction":
            fine |= {"unverified"}
        good = finding.verdict in fine
        for constant in ("holds", "qualified", "unverified", "disputed"):
            constants[constant] += constant in fine
        verdicts[finding.verdict] += 1
        accepted += good
        if finding.verdict in DECISIVE:
            decisive[0] += good
            decisive[1] += 1
        false_bad += finding.verdict == "contradicted" and not good
        if "-v" in sys.argv or not good:
            mark, said = "ok " if good else "BAD", label["expected"]["computed"]
            print(f"{mark} {made.id} {made.frame} {made.measure} {label['quote']!r} expected {expected} {said}")
            print(f"      {finding.verdict} {finding.reason or ''} | {finding.summary}")
    total = len(rows)
    print(f"\nclaims {total}; {spent * 1000:.0f} ms CPU, {spent / total * 40000:.0f} ms for 40")
    print("accepted          ", wilson(accepted, total))
    print("decisive and right", wilson(*decisive))
    print("false contradicted", false_bad)
    print("verdicts          ", dict(verdicts))
    for constant, hits in constants.items():
        print(f"always {constant:11}", wilson(hits, total))


if __name__ == "__main__":
    main()
