"""What docs/reference/check-json.md and figure-json.md say of every key; build_reference.py writes them.

The keys come from what the program prints. A key without a meaning here is an error, and so is a meaning without a key.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dateline import desk, publishing
from dateline.cli.commands import dateline
from dateline.cli.demo import REPORT

ROOT = Path(__file__).resolve().parents[1]
#: One number whose thing is not named, and one at a place that could be several.
ODD = """KYIV, Ukraine, September 2, 2025

Russia fired 12 at Kyiv, the Ukrainian Air Force said. The deaths of 40 civilians near Mykolaivka in Ukraine were
recorded in July by the United Nations.
"""
#: Maps whose keys are data: verdicts, dimensions.
OPEN = ("claims[].dimensions", "summary.quantities", "summary.dates_and_offices")
#: Objects that stand in several places, by the name of the key that holds them.
SHARED = ("period",)
QUESTIONS = tuple(
    f"territory.net_change --from 2025-05-01 --to 2025-05-31 --as {form} --format json"
    for form in ("amount --by month", "change", "rank", "record")
)
CHECK = {
    "schema": "the version of this form: 1",
    "policy": "the version of the rules that draw a verdict from readings",
    "report": "what the report says of itself",
    "report.title": "its title, or null",
    "report.standfirst": "the line under the title, or null",
    "report.authors": "names as the byline has them",
    "report.outlet": "who published it, or null",
    "report.published": "the day on which it says it was published, or null",
    "report.updated": "the day on which it says it was last changed, or null",
    "report.language": "`en`",
    "report.words": "words of title, standfirst, story and captions",
    "report.minutes": "minutes to read them, at 240 words a minute",
    "report.sha256": "the SHA-256 of the decoded text, as UTF-8",
    "report.date": "the day from which \"this month\" is understood",
    "report.date_basis": "where that day comes from: `given` (`--published`), `published`, `updated`, `dateline` (the "
    "page's date line), `today` (nothing was stated)",
    "ledgers": "the ledgers that were there to answer",
    "ledgers[].ledger": "the family: `territory`, `strikes`, `casualties` ...",
    "ledgers[].start": "the first day it answers for",
    "ledgers[].end": "the last",
    "ledgers[].retrieved": "when it was fetched, where that is known, else null",
    "claims": "every figure that was read, in the order of the text",
    "claims[].id": "`c1`, `c2` ... in this check; `--mend` takes it",
    "claims[].sentence": "the sentence that it stands in",
    "claims[].quote": "where it stands: W3C TextQuoteSelector and TextPositionSelector",
    "claims[].quote.exact": "the figure's own words",
    "claims[].quote.prefix": "up to 32 characters before them",
    "claims[].quote.suffix": "up to 32 characters after them",
    "claims[].quote.start": "the first character, counted in the decoded text",
    "claims[].quote.end": "one past the last character",
    "claims[].frame": "[the form of the claim](codes.md#frames)",
    "claims[].measure": "[what it is of](measures.md), or null where no ledger could answer it",
    "claims[].value": "the number in `unit`, or null where the claim has none",
    "claims[].low": "the lower end of a stated range, or null",
    "claims[].high": "the upper end of a stated range, or null",
    "claims[].unit": "`km2`, `drones`, `people`, `%`, `x` (a multiple) ...; a rate has `/day`, `/week` ...",
    "claims[].comparator": "`eq`, `approx` (about), `gt` (over), `ge` (at least), `lt` (under), `le` (at most)",
    "claims[].noun": "what is counted, in the text's words, or null",
    "claims[].period": "the days that it is about, or null",
    "claims[].baseline": "what it is compared with, or null",
    "claims[].baseline.kind": "`period` (another period), `window` (the days in which a record is sought), `since`",
    "claims[].baseline.period": "its days",
    "claims[].baseline.label": "what the text calls it",
    "claims[].place": "where, or null",
    "claims[].place.name": "its name",
    "claims[].place.id": "ISO 3166 for countries and regions (`UA`, `UA-14`), `geonames:...` for settlements",
    "claims[].place.level": "`country`, `region` or `settlement`",
    "claims[].dimensions": "what else tells it apart, as key and word: `weapon`, `victim`, `population`, `direction`, "
    "`granularity`, `of`, `person`, `office` and others ([values](codes.md#what-an-editor-can-mend))",
    "claims[].attribution": "who is said to have made the figure, or null",
    "claims[].attribution.source": "as the text names them",
    "claims[].attribution.producer": "the producer's id, or null where none is known",
    "claims[].attribution.cue": "the word that says so: `said`, `according to`",
    "claims[].attribution.kind": "`direct` (in quotation marks) or `indirect`",
    "claims[].attribution.hedged": "whether the text keeps its distance (\"claimed\", \"allegedly\")",
    "claims[].finding": "what the ledgers say of it",
    "claims[].finding.verdict": "[one of six](codes.md#verdicts)",
    "claims[].finding.reason": "[why](codes.md#reasons), for three of the six; else null",
    "claims[].finding.summary": "the verdict as a sentence",
    "claims[].finding.computed": "the value that is shown first, in `unit`, or null",
    "claims[].finding.unit": "its unit, or null",
    "claims[].finding.tolerance": "the values that the wording admits, or null",
    "claims[].finding.tolerance.low": "the least; null is unbounded",
    "claims[].finding.tolerance.high": "the greatest; null is unbounded",
    "claims[].finding.tolerance.rule": "the rule by which the wording was read",
    "claims[].finding.readings": "every admissible answer",
    "claims[].finding.readings[].producer": "whose figure it is",
    "claims[].finding.readings[].definition": "what it counts",
    "claims[].finding.readings[].period": "its days, or null",
    "claims[].finding.readings[].as_of": "the day up to which figures were known",
    "claims[].finding.readings[].known": "how that day is known: `recorded`, `inferred` (the end of the period and the "
    "producer's usual delay), `unknown`",
    "claims[].finding.readings[].value": "in the claim's unit; null where the answer is no number",
    "claims[].finding.readings[].within": "whether it lies within the tolerance",
    "claims[].finding.readings[].independent": "whether its producer is independent of the claim's, and of both sides",
    "claims[].finding.readings[].answer": "the answer in words where it is no number",
    "claims[].finding.readings[].basis": "`computed` (worked out from maps or rows) or `recorded` (a published figure)",
    "claims[].finding.readings[].departs": "in what it departs from the text's own terms: reasons of `qualified`",
    "claims[].finding.readings[].note": "for the reader: which maps, published when",
    "claims[].finding.attribution": "does the named producer say this? `confirmed`, `differs`, `not_found`, `none` "
    "(nobody is named)",
    "claims[].finding.independent_check": "does anyone independent agree? `yes`, `shared_root` (the same data), "
    "`party_only`, `none`",
    "claims[].finding.basis": "`computed` or `recorded`, or null",
    "claims[].finding.decided_by": "`machine`, or `editor` where a person corrected what was read",
    "claims[].finding.coverage": "the days for which the ledger that was asked answers, or null",
    "claims[].finding.coverage.start": "the first",
    "claims[].finding.coverage.end": "the last",
    "claims[].finding.coverage.gaps": "days between that have no answer of their own",
    "claims[].finding.coverage.gaps[].start": "the first of them",
    "claims[].finding.coverage.gaps[].end": "the last",
    "claims[].finding.coverage.gaps[].flag": "[why](codes.md#flags-of-days)",
    "claims[].finding.sources": "where the rows came from",
    "claims[].finding.sources[].producer": "who made the figure",
    "claims[].finding.sources[].title": "what it is",
    "claims[].finding.sources[].url": "where it is published",
    "claims[].finding.sources[].retrieved": "when it was fetched, or null",
    "claims[].finding.sources[].sha256": "the start of the hash of the file that was read, or null",
    "claims[].finding.sources[].licence": "under which terms",
    "claims[].finding.query": "the command that prints the figure again",
    "claims[].finding.as_of": "the day up to which figures were known, or null",
    "claims[].finding.today": "the verdict with all that is known today, where it differs; else null",
    "claims[].finding.since": "the same as a sentence, or empty",
    "claims[].finding.withheld": "producers whose figures were taken out, since they may not be passed on",
    "claims[].doubt": "why the reader did not trust its own reading, or null",
    "claims[].doubt.reason": "a reason of `unverified`",
    "claims[].doubt.detail": "what is doubtful, in words",
    "claims[].anchor": "the id of the claim that this one is a part of, or null",
    "claims[].inherited": "whether what it counts, or when, was carried over from another figure: such a claim is "
    "never refuted",
    "unread": "numbers that were seen and are no claim",
    "unread[].exact": "the number",
    "unread[].start": "its first character",
    "unread[].end": "one past its last",
    "unread[].why": "why it is no claim",
    "summary": "how many claims got which verdict",
    "summary.quantities": "quantities, by verdict",
    "summary.dates_and_offices": "dates, spans of time and offices, by verdict",
    "theatre": "[the conflict](theatres.md), or null where none covers the report",
    "as_of": "`published`, `today` or a date, as asked",
    "today": "the day of the check",
    "program": "the version of the program",
}  # fmt: skip
FIGURE = {
    "schema": "the version of this form: 1",
    "measure": "[what was asked for](measures.md)",
    "as": "`amount`, `rate`, `share`, `change`, `rank` or `record`",
    "unit": "of every value below",
    "from": "the first day asked for",
    "to": "the last day, inclusive",
    "place": "the id of the country or region",
    "as_of": "the day up to which figures were known",
    "value": "under the standard definition; null where no ledger has it",
    "low": "the lower bound, where the producer gives one",
    "high": "the upper bound",
    "definition": "the standard definition",
    "said": "sentences that go with the value",
    "readings": "every admissible answer, the standard one first",
    "readings[].producer": "whose figure it is",
    "readings[].definition": "what it counts",
    "readings[].start": "its first day",
    "readings[].end": "its last day",
    "readings[].known": "how it is known since when: `recorded`, `inferred`, `unknown`",
    "readings[].basis": "`computed` or `recorded`",
    "readings[].value": "the answer",
    "readings[].low": "its lower bound, or null",
    "readings[].high": "its upper bound, or null",
    "readings[].days": "how many days of the period have an answer",
    "readings[].rows": "how many rows or maps were read",
    "readings[].departs": "in what it departs from the question: reasons of `qualified`",
    "readings[].note": "for the reader: which maps, published when",
    "series": "the parts, with `--by`",
    "series[].start": "the first day of the part",
    "series[].end": "its last day",
    "series[].label": "the region, weapon or other part; empty for stretches of time",
    "series[].value": "null where there is none",
    "series[].flags": "[flags](codes.md#flags-of-days) of its days",
    "flags": "[flags](codes.md#flags-of-days) with their days",
    "coverage": "the days for which the ledger answers, or null",
    "coverage.start": "the first",
    "coverage.end": "the last",
    "sources": "where the rows came from",
    "sources[].producer": "who made the figure",
    "sources[].title": "what it is",
    "sources[].url": "where it is published",
    "sources[].sha256": "the start of the hash of the file that was read, or null",
    "sources[].licence": "under which terms",
    "query": "the command that prints this again",
    "change": "with `--as change`",
    "change.than": "the period that it is set against",
    "change.than.start": "its first day",
    "change.than.end": "its last day",
    "change.before": "the amount then",
    "change.now": "the amount in the period asked for",
    "change.absolute": "now less before",
    "change.percent": "in per cent of before; null where that is nought or below",
    "change.times": "how many times as much; null likewise",
    "rank": "with `--as rank`",
    "rank.place": "1 is the highest; null where flags leave it open",
    "rank.least": "the best place that it may have",
    "rank.most": "the worst",
    "rank.of": "how many periods have a figure",
    "rank.kind": "what is ranked: `nights`, `months` ...",
    "rank.among": "the days in which it was sought",
    "rank.among.start": "the first",
    "rank.among.end": "the last",
    "rank.uncovered": "how many periods have no figure",
    "rank.tied": "periods that are as high",
    "rank.above": "the five next higher, with their values",
    "rank.above[].start": "the first day of one",
    "rank.above[].end": "its last day",
    "rank.above[].value": "its value",
    "rank.flags": "flags of the days that bear on it",
    "record": "with `--as record`",
    "record.kind": "what is compared: `nights`, `months` ...",
    "record.since": "the day on which the ledger starts",
    "record.last": "when it was last higher; null where it never was",
    "record.last.start": "the first day of that period",
    "record.last.end": "its last day",
    "record.last.value": "its value",
    "record.sure": "false where a flag or a missing period leaves it open",
    "record.why": "what leaves it open",
    "record.flags": "flags of the days that bear on it",
}
PERIOD = """## A period

Wherever a `period` stands: `start` and `end` are its first and last day (`2025-05-01`, `2025-05-31`), the end included;
`granularity` says how it was named: `day`, `month`, `year` and so on.
"""


def keys(value: Any, at: str = "") -> Iterator[str]:
    """The path of every key of a document: "claims[].quote.exact"."""
    if isinstance(value, list):
        for item in value:
            yield from keys(item, f"{at}[]")
    if not isinstance(value, dict) or at in OPEN or at.rpartition(".")[2] in SHARED:
        return
    for name, inner in value.items():
        path = f"{at}.{name}" if at else name
        yield path
        yield from keys(inner, path)


def checks() -> list[Any]:
    """Checks that hold every key between them: the bundled reports, a doubt, a number that is not understood."""
    reports = [ROOT / "src" / "dateline" / "demo" / REPORT, ROOT / "examples" / "gaza_july_2025.txt"]
    with tempfile.TemporaryDirectory() as folder:
        odd = Path(folder) / "report.txt"
        odd.write_text(ODD, encoding="utf-8")
        return [json.loads(publishing.render(desk.check(desk.read(str(r))), "json")) for r in (*reports, odd)]


def answers() -> list[Any]:
    """Figures that hold every key between them."""
    runs = [CliRunner().invoke(dateline, ["figure", *q.split()], catch_exceptions=False) for q in QUESTIONS]
    return [json.loads(ran.output) for ran in runs]


def check_json() -> str:
    """docs/reference/check-json.md."""
    lead = (
        "# The JSON of a check\n\nWhat `dateline check REPORT --format json` writes; `jsonl` has one of the `claims` "
        "a line. Days are written `2025-05-01`, ends of periods are inclusive, and offsets count characters of the "
        "text as it was decoded. `recheck` reads this form again.\n"
    )
    return f"{lead}\n{_table(CHECK, checks())}\n{PERIOD}"


def figure_json() -> str:
    """docs/reference/figure-json.md."""
    lead = "# The JSON of a figure\n\nWhat `dateline figure MEASURE --from DATE --to DATE --format json` writes.\n"
    return f"{lead}\n{_table(FIGURE, answers())}"


def _table(meanings: dict[str, str], documents: Iterable[Any]) -> str:
    found = {path for document in documents for path in keys(document)}
    if found != set(meanings):
        missing, gone = sorted(found - set(meanings)), sorted(set(meanings) - found)
        raise SystemExit(f"json_reference.py: say what these keys mean: {missing}; no document has these: {gone}")
    rows = [f"| `{path}` | {meaning} |" for path, meaning in meanings.items()]
    return "\n".join(("| key | what it holds |", "|---|---|", *rows, ""))
