"""Terms of office: the compiled table since 2022, and the presidents and vice presidents of the United States."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, SourceError, plausible
from dateline.sources.opening import opened
from dateline.sources.spans import first_day, last_day
from dateline.sources.tables import read_table

_OFFICES = {
    "prez": ("President", "US President|U.S. President|American president"),
    "viceprez": ("Vice President", "Vice-President|VP|US Vice President|U.S. Vice President"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office from `start` to `end`, the day of leaving. `end` None is in office as far as the source
    knows, `start` None not known. A date known to the month or year is widened to its first or last day, and the
    note says so. `names` and `titles` are other ways to write the person and the office."""

    person: str
    names: tuple[str, ...]
    office: str
    titles: tuple[str, ...]
    country: str
    start: date | None
    end: date | None
    source: str
    confidence: str
    note: str


def read(table: Path, executive: Path) -> Intake[Term]:
    """Every row of `table` in its order, then the terms of `executive` that it lacks, in order of time."""
    description = describe("officials")
    stated = read_table(table, description)
    terms: list[Term] = []
    skipped = list(stated.skipped)
    for number, row in stated.rows:
        try:
            terms.append(_term(row, description))
        except ValueError as fault:
            skipped.append(Skipped(f"{table.name} line {number}", str(fault)))
    added: list[Term] = []
    for term in _told_apart(_executive(executive, description, skipped)):
        person = next((t for t in terms if t.country == "US" and _same_person(t, term)), None)
        if person and any(_same_term(t, term) for t in terms):
            skipped.append(Skipped(f"{executive.name}: {term.person}, {term.office} from {term.start}",
                                   f"stands in {table.name}"))  # fmt: skip
        else:
            added.append(_named_as(term, person) if person else term)
    added.sort(key=lambda t: (t.start or date.min, t.office))
    return Intake((*terms, *added), tuple(skipped), tuple(stated.notices), stated.counted)


def _term(row: Mapping[str, str], description: Description) -> Term:
    if not row["person"] or not row["office"]:
        raise ValueError("names no person or no office")
    start = first_day(row["from"]) if row["from"] else None
    end = last_day(row["to"]) if row["to"] else None
    if start:
        plausible(start, description)
    if start and end and end < start:
        raise ValueError(f"ends on {end}, before it starts on {start}")
    partial = [f"{label} known to {row[key]} only" for key, label in (("from", "start"), ("to", "end"))
               if 0 < len(row[key]) < len("2025-01-01")]  # fmt: skip
    note = "; ".join(filter(None, (row["note"], *partial)))
    return Term(row["person"], _listed(row["name_variants"]), row["office"], _listed(row["office_variants"]),
                row["country"], start, end, row["source_url"], row["confidence"], note)  # fmt: skip


def _executive(path: Path, description: Description, skipped: list[Skipped]) -> Iterator[Term]:
    """Terms that began on or after the description's `since`; consecutive terms in one office are one. A person who
    cannot be read is put aside."""
    import yaml

    described = replace(description, title="the list of US executives",
                        address=description.extra["executive"]["address"])  # fmt: skip
    with opened(path, described) as stream:
        content = stream.read()
    try:
        people: Any = yaml.load(content.decode("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise SourceError(f"{path}: not the list of executives in YAML ({fault})") from fault
    if not isinstance(people, list) or not people:
        raise SourceError(f"{path}: not the list of executives in YAML; get it from {described.address}")
    for number, person in enumerate(people, start=1):
        try:
            yield from list(_terms_of(person, description))
        except (AttributeError, LookupError, TypeError, ValueError) as fault:
            skipped.append(Skipped(f"{path.name} person {number}", f"cannot be read ({type(fault).__name__}: {fault})"))


def _terms_of(person: Mapping[str, Any], description: Description) -> Iterator[Term]:
    since = date.fromisoformat(description.extra["executive"]["since"])
    names = _names(person["name"])
    open_term: Term | None = None
    for stated in person["terms"]:
        start, end = plausible(date.fromisoformat(stated["start"]), description), date.fromisoformat(stated["end"])
        if end < start:
            raise ValueError(f"a term ends on {end}, before it starts on {start}")
        office, titles = _OFFICES[stated["type"]]
        if open_term and open_term.office == office and open_term.end == start:
            open_term = replace(open_term, end=end)
            continue
        if open_term:
            yield open_term
        open_term = None
        if start >= since:
            address = description.extra["executive"]["address"]
            open_term = Term(names[0], names, office, _listed(titles), "US", start, end, address, "high", "")
    if open_term:
        yield open_term


def _names(name: Mapping[str, str]) -> tuple[str, ...]:
    """The ways the press writes a name, the most usual first: nickname, first name, initials, in full."""
    last = name["last"]
    initials = [f"{part[0]}." for part in name.get("middle", "").split()]
    forms = [f"{name['nickname']} {last}"] if "nickname" in name else []
    forms.append(f"{name['first']} {last}")
    if initials:
        forms += [f"{name['first']} {' '.join(initials)} {last}", f"{name['first']} {''.join(initials)} {last}"]
    forms.append(name.get("official_full", "").replace(",", ""))
    return tuple(dict.fromkeys(form for form in forms if form))


def _told_apart(terms: Iterable[Term]) -> list[Term]:
    """Where two people share their usual name, each goes by the next form that only one of them has."""
    known = list(terms)
    people: dict[tuple[str, ...], None] = dict.fromkeys(term.names for term in known)
    used = Counter(name for names in people for name in names)
    return [replace(t, person=next((name for name in t.names if used[name] == 1), t.person)) for t in known]


def _same_person(one: Term, other: Term) -> bool:
    return bool({one.person, *one.names} & set(other.names))


def _same_term(one: Term, other: Term) -> bool:
    return _same_person(one, other) and (one.country, one.office, one.start) == ("US", other.office, other.start)


def _named_as(term: Term, known: Term) -> Term:
    """The same term under the name, and with the spellings, that the table uses for this person."""
    return replace(term, person=known.person, names=tuple(dict.fromkeys((*known.names, *term.names))))


def _listed(text: str) -> tuple[str, ...]:
    parts: Iterable[str] = (part.strip() for part in text.split("|"))
    return tuple(part for part in parts if part)
