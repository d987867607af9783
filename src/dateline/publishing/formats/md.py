"""The check as a document in Markdown: summary, table, findings, sources."""

from __future__ import annotations

import re

from dateline.publishing import wording
from dateline.publishing.cards import Card, SourceRow, card, source_row
from dateline.publishing.furniture import as_of_words, lines
from dateline.publishing.producers import Names, names_of
from dateline.publishing.reach import ledger_line
from dateline.records.check import Check

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_LIST_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(\s|$)")
_MOST_READINGS = 12


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """CommonMark with pipe tables; nothing of the report's text acts as markup."""
    names = names_of(check.theatre)
    made = [card(check, claim, names) for claim in check.claims]
    parts = [_head(check), _summary(check), _table(made), *(_finding(c) for c in made), _unread(check)]
    parts += [_sources(check, names), [f"{_text(as_of_words(check))}", *(f"\n{_text(line)}" for line in lines(check))]]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _text(text: str) -> str:
    """One line of plain text: every character that Markdown would act on is escaped."""
    flat = " ".join(text.replace("\u00a0", " ").split())
    flat = _SPECIAL.sub(r"\\\1", flat)
    return _LIST_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}{m[3]}", flat)


def _code(text: str) -> str:
    """A code span whose fence is longer than any run of backticks inside."""
    flat = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", flat)), default=0))
    return f"{fence} {flat} {fence}" if "`" in flat else f"{fence}{flat}{fence}"


def _head(check: Check) -> list[str]:
    report = check.report
    out = [_text(ledger_line(check)), "", f"# {_text(report.title or 'Untitled report')}"]
    if report.standfirst:
        out += ["", f"*{_text(report.standfirst)}*"]
    who = ", ".join([*report.authors, *([report.outlet] if report.outlet else [])])
    when = [f"{label} {day}" for label, day in (("published", report.published), ("updated", report.updated)) if day]
    told = "; ".join(part for part in (who, *when, f"dated {report.date} ({report.date_basis})") if part)
    out += ["", _text(f"{told}; {report.words:,} words, {len(check.claims)} figures.")]
    return out + [f"\n> {_text(note)}" for note in dict.fromkeys((*report.warnings, *check.warnings))]


def _summary(check: Check) -> list[str]:
    counts = check.summary
    out = ["## Summary", "", "| | Quantities | Dates and offices | Meaning |", "|---|---:|---:|---|"]
    for v in wording.ORDER:
        row = (counts["quantities"][v], counts["dates_and_offices"][v])
        out.append(f"| {wording.SHAPES[v]} {wording.WORDS[v]} | {row[0]} | {row[1]} | {wording.MEANINGS[v]} |")
    return out


def _table(made: list[Card]) -> list[str]:
    if not made:
        return ["No figure was found that could be checked."]
    out = ["## Figures", "", "| | Verdict | Figure | Claimed | Computed |", "|---|---|---|---|---|"]
    for c in made:
        facts = dict(c.facts)
        value = facts.get("Computed") or facts.get("Recorded") or ""
        cells = (
            f"[{c.id}](#{c.id})",
            f"{c.shape} {c.word}",
            _text(c.exact),
            _text(facts.get("Claimed", "")),
            _text(value),
        )
        out.append(f"| {' | '.join(cells)} |")
    return [*out, "", "## Findings"]


def _finding(c: Card) -> list[str]:
    out = [f'<a id="{c.id}"></a>', "", f"### {c.id} {c.shape} {c.word}: {_text(c.exact)}", "", _text(c.sentence)]
    if c.today:
        out += ["", _text(c.today)]
    if c.marked:
        out += ["", f"> {_text(c.before)} **{_text(c.marked)}** {_text(c.after)}".replace("  ", " ")]
    out.append("")
    out += [f"- {label}: {_text(words)}" for label, words in c.facts]
    out += [f"- {label}: {_text(words)}" for label, words in c.provenance]
    optional = (("Definition", c.definition), ("What would settle it", c.needs), ("Coverage", c.coverage))
    out += [f"- {label}: {_text(words)}" for label, words in optional if words]
    out += [f"- Query: {_code(c.query)}"] if c.query else []
    out += [f"- How to cite: {_text(c.cite)}"] if c.cite else []
    return out + _readings(c)


def _readings(c: Card) -> list[str]:
    if not c.readings:
        return []
    out = [
        "",
        "| Producer | Definition | Period | Known on | Value | Within | Note |",
        "|---|---|---|---|---:|---|---|",
    ]
    for r in c.readings[:_MOST_READINGS]:
        who = f"{r.producer} ({r.standing})" if r.standing else r.producer
        cells = (who, r.definition, r.period, r.as_of, r.value, "yes" if r.within else "no", r.note)
        out.append(f"| {' | '.join(_text(cell) for cell in cells)} |")
    more = len(c.readings) - _MOST_READINGS
    return out + ([f"\n{more} more readings are in the JSON and on the page."] if more > 0 else [])


def _unread(check: Check) -> list[str]:
    out = [f"- “{_text(u.exact)}”" + (f": {_text(u.why)}" if u.why else "") for u in check.unread]
    put_aside = [f"- “{_text(claim.quote.exact)}”: {_text(reason)}" for claim, reason in check.dismissed]
    return [
        *(["## Numbers seen and not checked", "", *out] if out else []),
        *(["", "## Put aside by an editor", "", *put_aside] if put_aside else []),
    ]


def _sources(check: Check, names: Names) -> list[str]:
    found = {s.url or s.title: s for c in check.claims if c.finding for s in c.finding.sources}
    rows = [_source(source_row(source, names)) for source in found.values()]
    return ["## Sources", "", *rows] if rows else []


def _source(row: SourceRow) -> str:
    address = f"<{row.link.replace('<', '%3C').replace('>', '%3E')}>" if row.link else _text(row.url)
    parts = [_text(row.producer), _text(row.title), address, f"retrieved {row.retrieved}" if row.retrieved else ""]
    parts += [f"sha256 {_code(row.sha256)}" if row.sha256 else "", _text(row.licence)]
    return "- " + ", ".join(part for part in parts if part)
