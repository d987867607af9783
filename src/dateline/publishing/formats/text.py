"""The check for a terminal: a table that fits its width, one plain sentence under each figure that does not hold."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.publishing import wording
from dateline.publishing.columns import clean, pad, wrap
from dateline.publishing.furniture import as_of_words, lines
from dateline.publishing.producers import Names, names_of
from dateline.publishing.reach import ledger_line
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Verdict

_COLORS: dict[Verdict, str] = {
    "holds": "36", "qualified": "33", "disputed": "35", "contradicted": "1;31", "unverified": "2", "not_checkable": "2",
}  # fmt: skip
_GAP = "  "
#: Below this, or where the figure's column has less room than the second number, rows are stacked.
_NARROW, _FIGURE = 80, 14


@dataclass(frozen=True, slots=True)
class _Row:
    verdict: Verdict | None
    cells: tuple[str, ...]
    sentence: str


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """Lines of at most `width` columns (at least 40), unless a single number is wider than its column."""
    width = max(width, 40)
    names = names_of(check.theatre)
    parts = [wrap(ledger_line(check), width), _head(check, width), _counts(check, width, color)]
    parts.append(_table(check, names, width, color))
    parts.append(_unread(check, width))
    parts.append(_dismissed(check, width))
    parts.append([line for text in (as_of_words(check), *lines(check)) for line in wrap(clean(text), width)])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(check: Check, width: int) -> list[str]:
    report = check.report
    title = wrap(clean(report.title or "Untitled report"), width)
    said = ", ".join(clean(part) for part in (", ".join(report.authors), report.outlet or "") if part)
    found = f"{len(check.claims)} figure{'s' if len(check.claims) != 1 else ''} in {report.words:,} words"
    when = f"dated {report.date} ({report.date_basis})"
    notes = [f"Note: {note}" for note in dict.fromkeys((*report.warnings, *check.warnings))]
    told = "; ".join(part for part in (said, when, found) if part)
    return [*title, *wrap(told, width), *(line for note in notes for line in wrap(clean(note), width))]


def _counts(check: Check, width: int, color: bool) -> list[str]:
    labels = {"quantities": "Quantities", "dates_and_offices": "Dates and offices"}
    rows = []
    for part, counts in check.summary.items():
        present = [
            f"{wording.SHAPES[v]}\u00a0{counts[v]}\u00a0{_glued(wording.WORDS[v])}" for v in wording.ORDER if counts[v]
        ]
        if present:
            head = f"{labels[part]}: "
            rows += wrap(head + "   ".join(present), width, hang=len(head))
    if not color:
        return rows
    for verdict, code in _COLORS.items():
        shape = wording.SHAPES[verdict]
        rows = [row.replace(f"{shape} ", f"\x1b[{code}m{shape}\x1b[0m ") for row in rows]
    return rows


def _glued(words: str) -> str:
    return words.lower().replace(" ", "\u00a0")


def _table(check: Check, names: Names, width: int, color: bool) -> list[str]:
    if not check.claims:
        return ["No figure was found that could be checked."]
    rows = [_row(claim, names) for claim in check.claims]
    head = ("", "Verdict", "Figure", "Claimed", "Computed", "Producer")
    widths = _widths([head, *(row.cells for row in rows)], width)
    if width < _NARROW or widths[2] < min(_FIGURE, max(len(row.cells[2]) for row in rows)):
        return [line for row in rows for line in _stacked(row, width, color)]
    out = [_GAP.join(pad(cell, w) for cell, w in zip(head, widths, strict=True)).rstrip()]
    out.append(_GAP.join("─" * w for w in widths))
    for row in rows:
        out += _lines(row, widths, color)
        out += (
            [" " * (widths[0] + 2) + line for line in wrap(row.sentence, width - widths[0] - 2)] if row.sentence else []
        )
    return out


def _row(claim: Claim, names: Names) -> _Row:
    finding = claim.finding
    exact = clean(claim.quote.exact)
    claimed = clean(wording.claimed(claim))
    if finding is None:
        return _Row(None, (claim.id, "? Not checked", exact, claimed, "", ""), "")
    why = wording.producer(finding, names)
    if finding.verdict in ("unverified", "not_checkable"):
        why = ""  # the sentence below says what is missing
    cells = (
        claim.id, f"{wording.SHAPES[finding.verdict]} {wording.verdict_word(finding)}", exact, claimed,
        clean(wording.computed(finding)), clean(why),
    )  # fmt: skip
    return _Row(finding.verdict, cells, _below(claim, names))


def _below(claim: Claim, names: Names) -> str:
    """What stands under a row: the finding's sentence where the figure does not simply hold, what has since been
    revised, and what would settle it."""
    finding = claim.finding
    if finding is None or finding.verdict == "not_checkable":
        return ""
    said = [] if finding.verdict == "holds" else [clean(wording.sentence(claim, names))]
    if finding.since or finding.today:
        said.append(clean(wording.revised(finding)))
    if finding.decided_by != "machine":
        said.append(f"Read as the {finding.decided_by} corrected it.")
    needs = clean(wording.ended(finding.needs))
    if needs and needs.rstrip(".").lower() not in " ".join(said).lower():
        said.append(f"What would settle it: {needs}")
    return " ".join(said)


def _widths(rows: list[tuple[str, ...]], width: int) -> list[int]:
    """Column widths: id, verdict, claimed and computed as wide as they need up to a limit, the rest shared."""
    limits = (5, 21, 0, 20, 20, 0) if width >= 110 else (5, 15, 0, 16, 16, 0)
    natural = [max(len(row[i]) for row in rows) for i in range(6)]
    fixed = [min(n, limit) if limit else 0 for n, limit in zip(natural, limits, strict=True)]
    left = width - sum(fixed) - 5 * len(_GAP)
    producer = min(natural[5], left * 2 // 5)
    fixed[5] = producer
    fixed[2] = min(natural[2], left - producer)
    return fixed


def _lines(row: _Row, widths: list[int], color: bool) -> list[str]:
    cells = [wrap(cell, w) or [""] for cell, w in zip(row.cells, widths, strict=True)]
    height = max(len(cell) for cell in cells)
    out = []
    for i in range(height):
        parts = [pad(cell[i] if i < len(cell) else "", w) for cell, w in zip(cells, widths, strict=True)]
        if color and row.verdict:
            bare = parts[1].rstrip()
            parts[1] = f"\x1b[{_COLORS[row.verdict]}m{bare}\x1b[0m{parts[1][len(bare) :]}" if bare else parts[1]
        out.append(_GAP.join(parts).rstrip())
    return out


def _stacked(row: _Row, width: int, color: bool) -> list[str]:
    id_, verdict, exact, claimed, computed, why = row.cells
    shown = f"\x1b[{_COLORS[row.verdict]}m{verdict}\x1b[0m" if color and row.verdict else verdict
    pairs = (("claimed", claimed), ("computed", computed), ("", why))
    told = "; ".join(f"{label} {value}".strip() for label, value in pairs if value)
    body = [line for text in (exact, told, row.sentence) if text for line in wrap(text, width - 4)]
    return [f"{pad(id_, 3)} {shown}", *("    " + line for line in body)]


def _unread(check: Check, width: int) -> list[str]:
    if not check.unread:
        return []
    said = [f"“{clean(u.exact)}” ({clean(u.why)})" if u.why else f"“{clean(u.exact)}”" for u in check.unread]
    return wrap("Seen and not checked: " + "; ".join(said) + ".", width)


def _dismissed(check: Check, width: int) -> list[str]:
    if not check.dismissed:
        return []
    said = [f"“{clean(claim.quote.exact)}” ({clean(reason)})" for claim, reason in check.dismissed]
    return wrap("Put aside by an editor: " + "; ".join(said) + ".", width)
