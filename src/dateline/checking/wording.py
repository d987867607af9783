"""The one sentence that a finding prints, in product.md's forms."""

from __future__ import annotations

from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence
from dateline.checking.phrases import plain
from dateline.checking.policy import Ruling
from dateline.records.claim import Claim
from dateline.records.finding import Reading

_NOT_CHECKED = {
    "no_ledger": "no ledger answers this",
    "out_of_coverage": "outside what the ledgers cover",
    "gap": "the ledger has a gap there",
    "stale": "the ledger ends before",
    "ambiguous_period": "the period is not clear",
    "ambiguous_place": "the place is not clear",
    "undefined_term": "a term without a definition",
    "misread": "set aside by an editor",
}
_NOT_CHECKABLE = {"plan": "Plan", "prediction": "Forecast", "opinion": "Opinion"}


def summary(claim: Claim, ruling: Ruling, evidence: Evidence, context: CheckContext) -> str:
    """The sentence for the reader; names the producer and, where figures part, the figures."""
    if ruling.verdict == "not_checkable":
        return _NOT_CHECKABLE.get(str(ruling.reason), "Not checkable")
    if ruling.verdict == "unverified" or ruling.lead is None:
        why = _NOT_CHECKED.get(str(ruling.reason), "no ledger answers this")
        if claim.doubt == ruling.reason and claim.doubt_detail:
            return f"Not checked: {why} ({claim.doubt_detail})"
        return f"Not checked: {why}" + (f"; it would take {evidence.needs}" if evidence.needs else "")
    lead = ruling.lead
    if ruling.verdict == "holds":
        return _matches(ruling, lead, context)
    if ruling.verdict == "qualified":
        return f"Matches, but: {departure(claim, ruling, context)}"
    if ruling.verdict == "contradicted":
        return f"Data show otherwise: {figure(claim, lead)}, {_short(lead, context)}"
    return _differ(claim, ruling, lead, context)


def _matches(ruling: Ruling, lead: Reading, context: CheckContext) -> str:
    producer = context.ledgers.producers[lead.producer]
    if ruling.independent_check == "party_only":
        return f"Matches {producer.name}, a party to the war; no independent count."
    return f"Matches {producer.name}"


def _differ(claim: Claim, ruling: Ruling, lead: Reading, context: CheckContext) -> str:
    other = ruling.against
    if other is not None and other is not lead:
        own, against = figure(claim, lead), figure(claim, other)
        return f"Sources differ: {own} from {_short(lead, context)}, {against} from {_short(other, context)}"
    return f"Sources differ: {_short(lead, context)} has {figure(claim, lead)}; no ledger has the text's figure"


def departure(claim: Claim, ruling: Ruling, context: CheckContext) -> str:
    """The scope under which a qualified figure holds, named."""
    lead = ruling.lead
    assert lead is not None
    country = context.country_name
    place = claim.place.name if claim.place is not None else "the place named"
    whole = claim.dimensions.get("population") == "civilians"
    words = {
        "scope": f"whole country, not {place}" if claim.place is not None or not lead.note else lead.note,
        "population": "all killed, not civilians alone" if whole else "civilians only",
        "definition": f"{lead.definition} ({figure(claim, lead)}, {_short(lead, context)})",
        "coverage": f"only as far as the ledger goes ({lead.answer or lead.note or country})",
        "cut_off": f"{figure(claim, lead)} at another cut-off, {_short(lead, context)}",
        "tie": f"a near tie: {lead.answer or figure(claim, lead)}",
        "misattributed": f"another producer's figure: {_short(lead, context)}",
    }
    return words.get(str(ruling.reason), str(ruling.reason))


def figure(claim: Claim, reading: Reading) -> str:
    """The reading's value with its unit, or its answer in words."""
    if reading.answer:
        return reading.answer
    if reading.value is None:
        return "no figure"
    unit = claim.unit or ""
    value = plain(reading.value)
    if unit == "%":
        return f"{value} %"
    if unit == "x":
        return f"{value} times"
    if unit.startswith(("km2", "sqmi")):
        return f"{value} {unit.replace('km2', 'km²')}"
    return value


def _short(reading: Reading, context: CheckContext) -> str:
    return context.ledgers.producers[reading.producer].short
