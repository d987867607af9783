"""What goes with a figure in sentences: a change, a rank, a record, a definition that breaks."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.checking.phrases import dated, label, plain
from dateline.figures.shape import Change, Figure, Rank, Record


def sentences(figure: Figure) -> tuple[str, ...]:
    """Whole sentences, in the order in which they are read."""
    return tuple(_sentences(figure))


def _sentences(figure: Figure) -> Iterator[str]:
    yield from figure.said
    if figure.change is not None:
        yield _change(figure.change)
    if figure.rank is not None:
        yield _rank(figure.rank, "--lowest" in figure.query)
    if figure.record is not None:
        yield _record(figure.record, "lower" if "--lowest" in figure.query else "higher")


def _change(change: Change) -> str:
    percent = "" if change.percent is None else f", {change.percent:+,.1f} %"
    times = "" if change.times is None else f", {plain(change.times)} times as much"
    return (
        f"{plain(change.now)} against {plain(change.before)} {dated(change.baseline)}: "
        f"{'+' if change.absolute >= 0 else ''}{plain(change.absolute)}{percent}{times}."
    )


def _rank(rank: Rank, lowest: bool) -> str:
    place = f"Number {rank.least}" if rank.least == rank.most else f"Number {rank.least} to {rank.most}"
    order = "from the lowest on " if lowest else ""
    said = f"{place} {order}of {rank.of:,} {rank.kind} that have a figure, {label(rank.window)}"
    said += f"; {rank.uncovered:,} have none" if rank.uncovered else ""
    said += f"; as high: {', '.join(label(p) for p in rank.tied)}" if rank.tied else ""
    if rank.above:
        said += f"; above it: {', '.join(f'{plain(v)} {dated(p)}' for p, v in rank.above)}"
    touched = f" Its ends touch {', '.join(rank.flags)}." if rank.flags else ""
    return f"{said}.{touched}"


def _record(record: Record, word: str) -> str:
    touched = f" Its ends touch {', '.join(record.flags)}." if record.flags else ""
    if not record.sure:
        known = "" if record.last is None else f"; {plain(record.value or 0.0)} {dated(record.last)} may be {word}"
        return f"When it was last {word} cannot be said: {record.why}{known}.{touched}"
    if record.last is None:
        return f"Never {word} since the ledger starts, on {record.since}, among {record.kind}.{touched}"
    last = f"Last {word} {dated(record.last)}, with {plain(record.value or 0.0)}"
    return f"{last}; the ledger starts {record.since}.{touched}"
