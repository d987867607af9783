"""Hand-made checks: one with every verdict and every awkward shape, one empty, one large."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dateline.records.check import Check
from dateline.records.claim import Attribution, Baseline, Claim, Quote, Unread
from dateline.records.finding import Coverage, Finding, Gap, Reading, Source, Tolerance
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.records.report import Block, Report, Role
from dateline.records.series import Point, Series

MAY = Period.through(date(2025, 5, 1), date(2025, 5, 30), "month")
APRIL = Period.through(date(2025, 4, 1), date(2025, 4, 30), "month")
NIGHT = Period.of_day(date(2025, 5, 25), "night")
TODAY = date(2026, 8, 23)

MENU = "Subscribe for 3.99 a month\nLog In"
HOSTILE = '<script>alert("x")</script> & <img src=x onerror=alert(1)> "quoted" \'single\' {{ 7 * 7 }} {% raw %}'
BLOCKS: tuple[tuple[Role, str], ...] = (
    ("dateline", "Saturday, May 31, 2025"),
    ("furniture", MENU),
    ("title", "Advance Quickens as Raids Reach New Heights"),
    ("standfirst", "Gains more than doubled in a month, monitors say, as 367 drones and missiles came in one night."),
    ("byline", "Ada Example and Ben Sample"),
    ("caption", "A crew waits for drones in the Kharkiv region, where 12 were shot down."),
    ("title", "Advance Quickens as Raids Reach New Heights"),
    ("story",
      "This month they have more than doubled the territory captured in April, seizing an average of 14 square "
              "kilometers per day, according to Deepstate. It is the fastest pace since November."),
    ("story",
      "On the night of May 24-25 Russia launched 367 drones and missiles against Kyiv, the Ukrainian Air Force "
              "said. Of those, 56 breached defenses, including nine Iskander missiles."),
    ("story", "The United Nations counted over 200 civilian deaths in April, the highest since September, and 1,146 "
              "injured."),
    ("story", "Former President Donald Trump spoke on Tuesday. The army plans to take 3 regions by autumn, and will "
              "lose 40,000 men, an analyst expects; it is the worst of wars."),
    ("story", "Russian forces hold 25 percent of Ukraine. Some 4,500 soldiers were moved, about 30 drones fell on 9 "
              "June 2026."),
    ("story", "وأضاف أن 12 صاروخًا سقطت 🚀🇺🇦 — שלום 5. " + HOSTILE),
    ("story",
      "A sentence that goes " + "on and on without any end that a reader could hope for " * 40 + "names 77 towns."),
    ("furniture", "David Lee covers 100 topics. 0 Comments"),
)  # fmt: skip


def report() -> Report:
    """The blocks above as one text, with the title, dates and authors that they state."""
    text, blocks = "", []
    for role, words in BLOCKS:
        start = len(text)
        text += words + "\n\n"
        blocks.append(Block(start, start + len(words), role))
    return Report(
        text=text, blocks=tuple(blocks), date=date(2025, 5, 30), date_basis="updated", title=BLOCKS[2][1],
        standfirst=BLOCKS[3][1], authors=("Ada Example", "Ben Sample"), outlet="The Example", updated=date(2025, 5,
          30),
        source="draft.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), theatre="ukraine",
        warnings=("The page states no day of publication; its update counts.",),
    )  # fmt: skip


def claim(
    text: str, id_: str, exact: str, frame: Any, finding: Finding | None, *, after: str = "", **more: Any
) -> Claim:
    """A claim at the first place where `exact` stands after `after`, with its sentence cut from the text."""
    start = text.index(exact, text.index(after))
    end = start + len(exact)
    stop, line = text.rfind(". ", 0, start), text.rfind("\n", 0, start)
    left = max(stop + 2 if stop >= 0 else 0, line + 1)
    stops = [p for p in (text.find(". ", end - 1) + 1, text.find("\n", end)) if p > 0]
    quote = Quote(exact, start, end, text[max(0, start - 32) : start], text[end : end + 32])
    more.setdefault("measure", None)
    return Claim(id_, text[left : min(stops)].strip(), quote, frame, finding=finding, **more)


def months(measure: str, unit: str, values: list[float | None], claimed: float | None, lit: int = -1) -> Series:
    """Monthly points that end in May 2025."""
    points, year, month = [], 2025, 5
    for _ in values:
        start = date(year, month, 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        points.insert(0, (start, last))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    made = tuple(
        Point(s, e, v, ("gap",) if v is None else (), i == lit % len(values))
        for i, ((s, e), v) in enumerate(zip(points, values, strict=True))
    )
    return Series(measure, unit, made, "Net change of held area by month", "deepstate", claimed)


def reading(producer: str, value: float | None, within: bool, **more: Any) -> Reading:
    base: dict[str, Any] = {
        "definition": "net change", "period": MAY, "as_of": date(2025, 5, 30), "known": "inferred",
          "independent": False,
        "standing": "aligned", "rows": 2,
    }  # fmt: skip
    base.update(more)
    return Reading(producer=producer, value=value, within=within, **base)


SOURCE = Source("deepstate", "Daily snapshots of the control map", "https://example.org/map?a=1&b=2", date(2026, 8,
  23),
                "9f" * 32, "credit the map; figures only")  # fmt: skip
EVIL_SOURCE = Source("airforce", "<b>Bulletins</b>", "javascript:alert(document.domain)", None, None, "unconfirmed")
TERRITORY = Coverage(
    "territory", date(2024, 7, 8), date(2026, 8, 21),
    (Gap(date(2025, 1, 1), date(2025, 1, 1)), Gap(date(2025, 5, 10), date(2025, 5, 11), "frozen")), date(2026, 8, 23),
)  # fmt: skip
STRIKES = Coverage("strikes", date(2022, 9, 28), date(2026, 6, 7), (), date(2026, 8, 23))
GAINS: list[float | None] = [320.1, 478.4, 477.7, 610.3, 725.2, None, 325.6, 212.4, 133.0, 188.9, 404.3]
NET = "Held at the end minus held at the start."
QUERY = "dateline figure territory.net_change --from 2025-05-01 --to 2025-05-30 --per day --as-of 2025-05-30"


def findings() -> dict[str, Finding]:
    """One finding a claim of `full_check`, by claim id."""
    many = tuple(
        reading("deepstate" if i % 2 else "isw", 10 + i / 7, 13.5 <= 10 + i / 7 <= 14.5,
          note=f"both ends moved by {i}",
                independent=not i % 2, standing="aligned" if i % 2 else "independent")
        for i in range(60)
    )  # fmt: skip
    return {
        "c1": Finding("holds", None, "31 May 2025 is a Saturday.", basis="computed",
              query="dateline figure calendar.weekday",
                      readings=(reading("calendar", None, True, answer="Saturday", standing="independent"),)),
        "c3": Finding("qualified", "scope", "Matches, but for the whole country, not Kyiv: 367.", 367, "weapons",
                      Tolerance(366.5, 367.5, "as written"), (reading("airforce", 367, True, departs=("scope",),
                        rows=5,
                      definition="launched", period=NIGHT, standing="party", known="recorded"),), "confirmed",
                      "party_only", "recorded", "Ann Editor", STRIKES, (EVIL_SOURCE,),
                        "dateline figure strikes.launched"),
        "c5": Finding("holds", None, "Matches DeepState: 2.9 times.", 2.93 - 1e-12, "x", Tolerance(2, None,
              "more than"),
                      (reading("deepstate", 2.93, True),), "confirmed", "none", "computed", "machine", TERRITORY,
                        (SOURCE,),
                      QUERY, NET, date(2025, 5, 30), "disputed", "since revised to 1.8",
                      series=months("territory.net_change", "km2", GAINS, None)),
        "c6": Finding("holds", None, "Matches DeepState: 13.9 km² a day.", 13.899999999999999, "km2/day",
                      Tolerance(13.5, 14.5, "as many digits as written"), many, "confirmed", "yes", "computed",
                        "machine",
                      TERRITORY, (SOURCE,), QUERY, NET, date(2025, 5, 30),
                      series=months("territory.net_change", "km2/day", [v and v / 30 for v in GAINS], 14)),
        "c7": Finding("disputed", None, "Sources differ: DeepState matches, the Institute for the Study of War not.",
                      13.9, "km2/day", None, (reading("deepstate", 13.9, True), reading("isw", 9.1, False)), "none",
                        "yes",
                      "computed", coverage=TERRITORY, sources=(SOURCE,), query=QUERY),
        "c9": Finding("contradicted", None, "Data show otherwise: 209, UN mission.", 209, "people",
                      Tolerance(200, 200, "exactly"), (reading("hrmmu", 209, False, bound="lower"),), "differs",
                        "none",
                      "recorded", sources=(SOURCE,), query="dateline figure casualties.killed"),
        "c10": Finding("unverified", "gap", "Not checked: the ledger has a gap.",
              needs="A pull of the missing files."),
        "c11": Finding("unverified", "out_of_coverage", "", coverage=STRIKES, needs="`dateline pull airforce`."),
        "c12": Finding("contradicted", None, "Data show otherwise: 19%, DeepState.", 18.97, "%", None,
                       (reading("deepstate", 18.97, False, period=None),), sources=(SOURCE,), query=QUERY),
        "c13": Finding("not_checkable", "plan", ""),
        "c14": Finding("not_checkable", "prediction", ""),
        "c15": Finding("not_checkable", "opinion", ""),
        "c16": Finding("unverified", "no_ledger", ""),
    }  # fmt: skip


def full_check() -> Check:
    """Every verdict, claims inside claims, an RTL paragraph, hostile text, missing values, sixty readings."""
    rep, f = report(), findings()
    t = rep.text
    deep = Attribution("Deepstate", "deepstate", "according to", hedged=True)
    story = "This month"
    net: dict[str, Any] = {"measure": "territory.net_change", "period": MAY}
    claims = [
        claim(t, "c1", "Saturday, May 31, 2025", "weekday", f["c1"], measure="calendar.weekday",
              period=Period.of_day(date(2025, 5, 31)), dimensions={"weekday": "Saturday"}),
        claim(t, "c2", "367 drones and missiles", "level", f["c3"], measure="strikes.launched", value=367,
              unit="weapons"),
        claim(t, "c3", "367 drones and missiles", "level", f["c3"], after="On the night",
              measure="strikes.launched", value=367,
              unit="weapons", period=NIGHT, place=Place("Kyiv", "geonames:703448", "settlement"),
              attribution=Attribution("the Ukrainian Air Force", "airforce", "said")),
        claim(t, "c4", "56 breached defenses, including nine Iskander missiles", "part_of", f["c10"], value=56,
              unit="weapons", measure="strikes.through", period=NIGHT, anchor="c3"),
        claim(t, "c8", "nine Iskander missiles", "part_of", f["c16"], value=9, unit="missiles", period=NIGHT),
        claim(t, "c5", "more than doubled the territory captured in April", "ratio", f["c5"], after=story, value=2,
              unit="x",
              comparator="gt", baseline=Baseline("period", APRIL), dimensions={"direction": "up"}, attribution=deep,
                **net),
        claim(t, "c6", "an average of 14 square kilometers per day", "rate", f["c6"], value=14, unit="km2/day",
              attribution=deep, **net),
        claim(t, "c7", "square kilometers per day, according to Deepstate. It is the fastest pace", "extreme", f["c7"],
              dimensions={"direction": "max", "granularity": "month"},
              baseline=Baseline("since", Period.through(date(2024, 11, 1), date(2024, 11, 30), "month")), **net),
        claim(t, "c9", "over 200 civilian deaths", "level", f["c9"], value=200, unit="people", comparator="gt",
              measure="casualties.killed", period=APRIL),
        claim(t, "c10", "1,146", "level", f["c10"], value=1146, unit="people", measure="casualties.injured",
              period=APRIL),
        claim(t, "c17", "Former President Donald Trump", "role", f["c12"], measure="officials.role", period=None,
              dimensions={"person": "Donald Trump", "office": "President", "term": "former"}),
        claim(t, "c13", "plans to take 3 regions", "plan", f["c13"]),
        claim(t, "c14", "will lose 40,000 men", "prediction", f["c14"], value=40000, unit="people"),
        claim(t, "c15", "the worst of wars", "opinion", f["c15"]),
        claim(t, "c12", "25 percent of Ukraine", "share", f["c12"], measure="territory.held", value=25, unit="%",
              dimensions={"of": "country"}, period=Period.of_day(date(2025, 5, 30))),
        claim(t, "c11", "about 30 drones", "level", f["c11"], measure="strikes.launched", value=30, unit="drones",
              comparator="approx", period=Period.of_day(date(2026, 6, 9))),
        claim(t, "c18", "12 صاروخًا", "level", f["c16"], value=12, unit="missiles"),
        claim(t, "c19", '<script>alert("x")</script>', "level", replace(f["c12"], summary=HOSTILE, query=HOSTILE),
              value=7),
        claim(t, "c20", "77 towns", "level", f["c16"], value=77, unit="towns", low=70, high=80),
    ]  # fmt: skip
    claims.sort(key=lambda c: (c.quote.start, -c.quote.end))
    at = t.index("4,500")
    return Check(
        report=rep, claims=tuple(claims), unread=(Unread("4,500", at, at + 5, "no ledger counts soldiers moved"),
        Unread("5", t.index("שלום 5") + 5, t.index("שלום 5") + 6, "")), ledgers=(TERRITORY, STRIKES), policy="1",
        as_of="published", theatre="ukraine", theatre_title="Russia's war against Ukraine",
        border_policy="Ukraine within its internationally recognised borders (UN General Assembly 68/262, ES-11/4)",
        today=TODAY, warnings=("One snapshot could not be read.",),
        dismissed=((claim(t, "c99", "12 were shot down", "level", None), "a caption from another day"),),
    )  # fmt: skip


def bare_check() -> Check:
    """No theatre, no claims, no ledgers, no date of today."""
    text = "Nothing to count here.\n"
    rep = Report(text, (Block(0, len(text) - 1, "story"),), date(2025, 1, 2), "today")
    return Check(rep, (), (), (), "1", "published")


def large_check(claims: int = 40) -> Check:
    """A report of forty figures, each with eight readings, a source and a chart of two years of months."""
    text, blocks, made = "", [], []
    base = findings()["c6"]
    for i in range(claims):
        start, figure = len(text), f"{14 + i} square kilometers per day"
        text += (
            f"In week {i} the army seized {figure}, according to Deepstate, which follows the war from day to day.\n"
        )
        blocks.append(Block(start, len(text) - 1, "story"))
        series = months("territory.net_change", "km2/day", [(7 * i + 13 * j) % 29 + 0.37 for j in range(24)], 14 + i)
        finding = replace(base, readings=base.readings[:8],
                          series=series)  # fmt: skip
        at = text.index(figure, start)
        quote = Quote(figure, at, at + len(figure), text[at - 20 : at], text[at + len(figure) : at + 50])
        made.append(Claim(f"c{i + 1}", text[start : len(text) - 1], quote, "rate", "territory.net_change", 14.0 + i,
                          unit="km2/day", period=MAY, finding=finding))  # fmt: skip
    rep = Report(
        text, tuple(blocks), date(2025, 5, 30), "published", title="Forty figures", published=date(2025, 5, 30)
    )
    return Check(rep, tuple(made), (), (TERRITORY,), "1", "published", "ukraine", today=TODAY)


@pytest.fixture(scope="session")
def check() -> Check:
    return full_check()


@pytest.fixture(scope="session")
def bare() -> Check:
    return bare_check()


@pytest.fixture(scope="session")
def large() -> Iterator[Check]:
    yield large_check()
