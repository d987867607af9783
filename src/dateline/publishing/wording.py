"""Verdicts in words and shapes, and the words for what was claimed, computed and compared."""

from __future__ import annotations

from dateline.publishing import dates
from dateline.publishing.amounts import amount, between, number, ordinal, unit_words
from dateline.publishing.producers import Names
from dateline.records.claim import NOT_CHECKABLE, Claim
from dateline.records.finding import DECISIVE, Finding, Reading, Verdict

#: Every verdict in the order in which a reader needs them, most pressing first.
ORDER: tuple[Verdict, ...] = ("contradicted", "disputed", "qualified", "holds", "unverified", "not_checkable")
#: A shape a verdict, so that colour is never alone in telling them apart.
SHAPES: dict[Verdict, str] = {
    "holds": "✓", "qualified": "≈", "disputed": "⇄", "contradicted": "✕", "unverified": "?", "not_checkable": "–",
}  # fmt: skip
WORDS: dict[Verdict, str] = {
    "holds": "Matches", "qualified": "Matches, but", "disputed": "Sources differ",
    "contradicted": "Data show otherwise", "unverified": "Not checked", "not_checkable": "Plan, forecast or opinion",
}  # fmt: skip
MEANINGS: dict[Verdict, str] = {
    "contradicted": "every producer's figure lies outside what the wording admits",
    "disputed": "one producer matches and another does not, or what lies outside cannot refute it",
    "qualified": "true under another scope or definition, which is named",
    "holds": "a producer's figure lies within what the wording admits",
    "unverified": "no ledger answers it; what would settle it is said",
    "not_checkable": "no data can settle it",
}
_UNCHECKABLE = {"plan": "Plan", "prediction": "Forecast", "opinion": "Opinion"}
REASONS = {
    "no_ledger": "no ledger holds this figure", "out_of_coverage": "outside the time that the ledger covers",
    "gap": "the ledger has a gap there", "stale": "the ledger ends before this period",
    "ambiguous_period": "the period can be read in more than one way",
    "ambiguous_place": "the place can be read in more than one way", "undefined_term": "the term has no definition",
    "misread": "an editor says that the report was misread", "scope": "another scope",
    "definition": "another definition",
    "population": "another population", "coverage": "the ledger starts later than the text says",
    "cut_off": "another cut-off time", "tie": "a tie", "misattributed": "the figure is another producer's",
}  # fmt: skip
ATTRIBUTION = {
    "confirmed": "Confirmed: the producer named in the text gives this figure.",
    "differs": "Differs: the producer named in the text gives another figure.",
    "not_found": "Not found: no such figure of the producer named in the text is in the ledgers.",
    "none": "The text names no producer.",
}
INDEPENDENT = {
    "yes": "Yes: a producer independent of the parties and of the claim's own producer was compared.",
    "shared_root": "No: the other figures go back to the same producer.",
    "party_only": "No: only a party to the war counts this.",
    "none": "No independent check could be made.",
}
GAPS = {
    "gap": "no file", "frozen": "file repeats the day before", "jump": "catches up after a pause",
    "redraw": "redraw or retreat", "definition-break": "definition changes",
}  # fmt: skip
_COMPARATORS = {"gt": "over ", "ge": "at least ", "lt": "under ", "le": "at most ", "approx": "about ", "eq": ""}


def verdict_word(finding: Finding) -> str:
    """The verdict in a word or three, as badges and tables print it."""
    if finding.verdict == "not_checkable":
        return _UNCHECKABLE.get(finding.reason or "", WORDS["not_checkable"])
    return WORDS[finding.verdict]


def sentence(claim: Claim, names: Names) -> str:
    """One plain sentence on the finding: its own summary, else one built from its parts."""
    finding = claim.finding
    if finding is None:
        return "Not checked yet."
    if finding.summary:
        return ended(finding.summary)
    reason = REASONS.get(finding.reason or "", "")
    reading = first_reading(finding)
    who, value = names[reading.producer] if reading else "", computed(finding)
    said = {
        "holds": f"Matches {who}." if who else "Matches.",
        "qualified": f"Matches, but: {reason}.",
        "disputed": "Sources differ.",
        "contradicted": f"Data show otherwise: {', '.join(part for part in (value, who) if part)}.",
        "unverified": f"Not checked: {reason}." if reason else "Not checked.",
        "not_checkable": f"{verdict_word(finding)}: no data can settle it.",
    }
    return said[finding.verdict]


def ended(text: str) -> str:
    """`text` as a sentence: with a full stop where it has no end of its own."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", ".”", '."')) else text + "."


def by_weight(finding: Finding) -> list[Reading]:
    """Readings, those first on which the verdict rests: the computed value itself, then what lies within and departs
    least from the text."""

    def rank(reading: Reading) -> tuple[bool, bool, int]:
        shown = _same(reading.value, finding.computed)
        return not shown, not reading.within, len(reading.departs)

    return sorted(finding.readings, key=rank)


def _same(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= 1e-6 * max(1.0, abs(other))


def first_reading(finding: Finding) -> Reading | None:
    """The reading that is shown first; None where nothing was read."""
    return next(iter(by_weight(finding)), None)


def producer(finding: Finding, names: Names) -> str:
    """The printed name of the producer whose figure is shown first; empty where nothing was read."""
    reading = first_reading(finding)
    return names.heading(reading.producer) if reading else ""


def computed(finding: Finding) -> str:
    """What the ledgers give, in words; empty where they give nothing that a verdict rests on."""
    if finding.verdict not in DECISIVE:
        return ""
    if finding.computed is not None:
        return amount(finding.computed, finding.unit)
    reading = first_reading(finding)
    if reading is None:
        return ""
    return reading.answer or amount(reading.value, finding.unit)


def claimed(claim: Claim) -> str:
    """What the report states, in one form for every wording; empty where there is nothing to compare."""
    dims = claim.dimensions
    match claim.frame:
        case frame if frame in NOT_CHECKABLE:
            return ""
        case "role":
            office = " ".join(part for part in (dims.get("office", ""), dims.get("person", "")) if part)
            return f"former {office}" if dims.get("term") == "former" else office
        case "weekday":
            when = f" {dates.period(claim.period)}" if claim.period else ""
            return f"{dims.get('weekday', '').capitalize()}{when}".strip()
        case "extreme" | "rank":
            return _place_in_order(claim)
        case "first_since":
            return f"first {_since(claim)}".strip()
        case "trend":
            return {"up": "rising", "down": "falling"}.get(dims.get("direction", ""), "")
        case "elapsed" if dims.get("ordinal") == "true" and claim.value is not None:
            return f"{ordinal(claim.value)} {unit_words(claim.unit, 1)}".strip()
        case "streak" if claim.value is not None:
            return f"{amount(claim.value, claim.unit)} in a row"
        case _:
            return _quantity(claim)


def _quantity(claim: Claim) -> str:
    sign = {"up": ", up", "down": ", down"}.get(claim.dimensions.get("direction", "")) if claim.frame == "ratio" else ""
    if claim.value is None:
        if claim.low is None and claim.high is None:
            return {"gt": "most", "lt": "less than half"}.get(claim.comparator, "") if claim.frame == "share" else ""
        return between(claim.low, claim.high, claim.unit)
    if claim.low is not None and claim.high is not None and claim.comparator == "eq":
        return between(claim.low, claim.high, claim.unit)
    return f"{_COMPARATORS[claim.comparator]}{amount(claim.value, claim.unit)}{sign or ''}"


def _place_in_order(claim: Claim) -> str:
    dims = claim.dimensions
    top = {"max": "highest", "min": "lowest", "up": "highest", "down": "lowest"}.get(
        dims.get("direction", ""), "highest"
    )
    if claim.frame == "rank":
        top = f"{ordinal(claim.value)} {top}" if claim.value else f"among the {top}"
    return " ".join(part for part in (top, dims.get("granularity", ""), _since(claim)) if part)


def _since(claim: Claim) -> str:
    if claim.baseline is None:
        return ""
    if claim.baseline.label:
        return claim.baseline.label
    if claim.baseline.kind == "since":
        return f"since {dates.period(claim.baseline.period)}"
    return f"in {dates.period(claim.baseline.period)}"


def difference(claim: Claim) -> str:
    """How far the computed value is from the claimed one, where both are numbers in one unit."""
    finding = claim.finding
    if finding is None or finding.computed is None or claim.value is None:
        return ""
    if finding.unit is not None and claim.unit is not None and finding.unit != claim.unit:
        return ""
    gap = finding.computed - claim.value
    if abs(gap) < 0.005:
        return "none"
    side = "above" if gap > 0 else "below"
    relative = f" ({number(round(100 * gap / abs(claim.value), 1))}%)" if claim.value and claim.unit != "%" else ""
    unit = "points" if claim.unit == "%" else claim.unit
    return f"computed is {amount(abs(gap), unit)} {side} the claimed figure{relative}"


def tolerance(finding: Finding) -> str:
    """The interval that the wording admits, and by which rule."""
    if finding.tolerance is None:
        return ""
    unbounded = finding.tolerance.low is None and finding.tolerance.high is None
    span = "" if unbounded else between(finding.tolerance.low, finding.tolerance.high, finding.unit)
    return f"{span} ({finding.tolerance.rule})" if span and finding.tolerance.rule else span or finding.tolerance.rule


def revised(finding: Finding) -> str:
    """What later knowledge changed: both verdicts where they differ, and the finding's own sentence."""
    since = ended(finding.since)
    since = since[:1].upper() + since[1:]
    if finding.today is None or finding.today == finding.verdict:
        return since
    return (
        f"As published: {verdict_word(finding)}. With everything known today: {WORDS[finding.today]}. {since}".strip()
    )
