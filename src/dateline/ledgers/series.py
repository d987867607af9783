"""Any measure from entries that need no family of their own: coded events, aggregates, a newsroom's own count.

A stream is what may be added: entries of one producer, one definition and one population. Nothing is summed across
streams, nor across vintages of one entry.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from dateline.ledgers.measures import MEASURES
from dateline.ledgers.pieces import Piece, span
from dateline.ledgers.reckoning import EVENT, Fitting, Level, Reckoned, dimension, reckoned
from dateline.records.entry import Entry
from dateline.records.finding import Coverage, Gap
from dateline.records.period import Period

#: So many sets of entries are kept ready.
_KEPT = 256
#: Entries by producer, definition and population.
_Streams = dict[tuple[str, str, str], list[Entry]]
#: Dimensions that do not split a total into parts of its own kind.
_FREE = frozenset({EVENT, "population"})


class SeriesLedger:
    """Entries of any measure. `country` is the place id of the whole; an entry without a place is of the whole.

    A piece is read when something is asked that it can bear on.
    """

    def __init__(self, pieces: Iterable[Piece], country: str = "") -> None:
        self._pieces: dict[str, dict[str, list[Piece]]] = {}
        for piece in pieces:
            self._pieces.setdefault(piece.measure, {}).setdefault(piece.producer, []).append(piece)
        self._whole = frozenset({"", country})
        self._kept: dict[tuple[object, ...], list[Fitting]] = {}
        self._streams: dict[tuple[str, str], _Streams] = {}
        self._exact: dict[tuple[str, str], dict[tuple[date, date], dict[str, list[Entry]]]] = {}

    @property
    def measures(self) -> tuple[str, ...]:
        return tuple(self._pieces)

    def streams(self, measure: str) -> _Streams:
        """The entries of a measure by producer, definition and population."""
        found: _Streams = {}
        for producer in self._pieces.get(measure, {}):
            found |= self._of_producer(measure, producer)
        return found

    def _of_producer(self, measure: str, producer: str) -> _Streams:
        if (measure, producer) not in self._streams:
            made: _Streams = {}
            for entry in self._entries(measure, producer):
                made.setdefault((producer, entry.definition, dimension(entry, "population")), []).append(entry)
            self._streams[measure, producer] = made
        return self._streams[measure, producer]

    def _entries(self, measure: str, producer: str) -> Iterator[Entry]:
        return (entry for piece in self._pieces[measure][producer] for entry in piece.read())

    def coverage(self, measure: str | None = None) -> tuple[tuple[str, Coverage], ...]:
        """Producer and coverage of each stream, of one measure or of all; days that no entry covers as gaps."""
        return tuple(
            (stream[0], _covered(name, entries))
            for name in self.measures
            if measure in (None, name)
            for stream, entries in self.streams(name).items()
        )

    def stated(self, measure: str, period: Period, as_of: date, place: str | None = None) -> tuple[Entry, ...]:
        """What is stated for exactly the period and place (None: the whole country), each in the last vintage known on
        `as_of`; in order of producer. Nothing is summed."""
        found: list[Entry] = []
        for producer, pieces in self._pieces.get(measure, {}).items():
            if not any(piece.span.overlaps(period) for piece in pieces):
                continue
            for entries in self._exactly(measure, producer).get((period.start, period.stop), {}).values():
                latest = _latest(entries, as_of)
                found += (e for e in latest if (e.place in self._whole if place is None else e.place == place))
        return tuple(sorted(found, key=lambda e: (e.producer, e.definition)))

    def _exactly(self, measure: str, producer: str) -> dict[tuple[date, date], dict[str, list[Entry]]]:
        """Entries by period, then by definition; coded events left out."""
        if (measure, producer) not in self._exact:
            made: dict[tuple[date, date], dict[str, list[Entry]]] = {}
            for entry in self._entries(measure, producer):
                if not dimension(entry, EVENT):
                    own = made.setdefault((entry.period.start, entry.period.stop), {})
                    own.setdefault(entry.definition, []).append(entry)
            self._exact[measure, producer] = made
        return self._exact[measure, producer]

    def reach(self, measure: str, as_of: date) -> Callable[[Period], bool]:
        """Tells of a period whether any stream may have an answer for it, of the whole country and of all dimensions:
        quicker than asking."""
        if self._is_level(measure):
            return lambda period: True
        spans: list[Period] = []
        starts: set[date] = set()
        for producer in self._pieces.get(measure, {}):
            for fitting in self._fitting(measure, producer, as_of, None, {}):
                spans += [fitting.span] if any(one.coded for one in fitting.levels) else []
                starts.update(*(one.starts for one in fitting.levels))
        ordered = sorted(starts)

        def reaches(period: Period) -> bool:
            at = bisect_left(ordered, period.start)
            return (at < len(ordered) and ordered[at] < period.stop) or any(one.overlaps(period) for one in spans)

        return reaches

    def _is_level(self, measure: str) -> bool:
        """Whether the last entry before a period speaks for it."""
        return measure in self._pieces and MEASURES[measure].aggregation == "level"

    def values(self, measure: str, key: str) -> tuple[str, ...]:
        """What the entries of a measure hold under a dimension, "place" included; in order."""
        found = {
            entry.place if key == "place" else dimension(entry, key)
            for entries in self.streams(measure).values()
            for entry in entries
        }
        return tuple(sorted(value for value in found if value and not (key == "place" and value in self._whole)))

    def reckon(
        self,
        measure: str,
        period: Period,
        as_of: date,
        *,
        place: str | None = None,
        where: Mapping[str, str] | None = None,
    ) -> tuple[Reckoned, ...]:
        """Every stream's answer for the period, with what was known on `as_of`; `place` None is the whole country.

        A total that is published for exactly the period comes beside the sum of the parts that tile it, first.
        """
        found: list[Reckoned] = []
        level = self._is_level(measure)
        fitting = [
            one
            for producer, pieces in self._pieces.get(measure, {}).items()
            if level or any(piece.span.overlaps(period) for piece in pieces)
            for one in self._fitting(measure, producer, as_of, place, where or {})
            if level or (one.span.overlaps(period) and any(chosen.bears_on(period) for chosen in one.levels))
        ]
        for one in sorted(fitting, key=lambda one: _order(one.stream)):
            options = [made for chosen in one.levels for made in reckoned(one, chosen, period, level)]
            published = [r for r in options if r.how == "published"][:1]
            others = [r for r in options if r.how != "published"]
            best = max(others, key=lambda r: r.days, default=None)
            found += published
            if best is not None and not (published and len(best.entries) <= 1):
                found.append(best)
        return tuple(found)

    def _fitting(
        self, measure: str, producer: str, as_of: date, place: str | None, where: Mapping[str, str]
    ) -> list[Fitting]:
        """What fits of each stream of a producer; kept, since a series asks many times."""
        key = (measure, producer, as_of, place, tuple(sorted(where.items())))
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = [
                Fitting(stream, span(known), [Level(one) for one in self._levels(known, place, where)])
                for stream, entries in self._of_producer(measure, producer).items()
                if (known := list(_latest(entries, as_of)))
            ]
        return self._kept[key]

    def _levels(self, entries: Sequence[Entry], place: str | None, where: Mapping[str, str]) -> Iterator[list[Entry]]:
        """The entries that fit, once for each level on which they may be added: totals of the whole before sums over
        places, entries of few dimensions before those of many."""
        fit = [e for e in entries if all(dimension(e, key) == value for key, value in where.items())]
        if place is None or place in self._whole:
            sets = [[e for e in fit if e.place in self._whole], [e for e in fit if e.place not in self._whole]]
        else:
            sets = [[e for e in fit if e.place == place]]
        for one in sets:
            keysets = {frozenset(key for key, _ in e.dimensions) - _FREE for e in one}
            for keys in sorted(keysets, key=lambda k: (len(k), sorted(k))):
                yield [e for e in one if frozenset(key for key, _ in e.dimensions) - _FREE == keys]


def _order(stream: tuple[str, str, str]) -> tuple[bool, tuple[str, str, str]]:
    """Everyone before a part of them."""
    return stream[2] not in ("", "all"), stream


def _latest(entries: Iterable[Entry], as_of: date) -> Iterable[Entry]:
    """Of the vintages of one entry the last one known on the day."""
    found: dict[tuple[str, date, date, tuple[tuple[str, str], ...]], Entry] = {}
    for entry in entries:
        if entry.known_at <= as_of:
            identity = (entry.place, entry.period.start, entry.period.stop, entry.dimensions)
            held = found.get(identity)
            if held is None or held.known_at <= entry.known_at:
                found[identity] = entry
    return found.values()


def _covered(name: str, entries: Sequence[Entry]) -> Coverage:
    """From the first entry to the last; days between that no entry reaches, unless each entry is an event."""
    start, end = min(e.period.start for e in entries), max(e.period.last for e in entries)
    gaps: list[Gap] = []
    if not any(dimension(e, EVENT) for e in entries) and MEASURES[name].aggregation != "level":
        reached = start
        for entry in sorted(entries, key=lambda e: e.period.start):
            if reached < entry.period.start:
                gaps.append(Gap(reached, date.fromordinal(entry.period.start.toordinal() - 1)))
            reached = max(reached, entry.period.stop)
    return Coverage(name, start, end, tuple(gaps))
