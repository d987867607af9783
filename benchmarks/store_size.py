"""Sums over tables of up to ten million made-up entries: plain, revised, in many segments, and after merging those.

    python benchmarks/store_size.py

Needs a gigabyte of memory. Every total is compared with what numpy adds up.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.ledgers.store import Store

#: Totals by month and region.
Sums = dict[tuple[date | str, ...], float]
#: Segments that the revisions came in: a pull a day for more than a year.
PULLS = 400


def size() -> None:
    """Monthly totals by region over made-up tables of growing size, without and with revisions."""
    print(
        f"\n{'entries':>11} {'MB':>7} {'groups':>7}" + "".join(f" {name + ' CPU':>22} {'wall s':>7}" for name in SHAPED)
    )
    for number in (10_000, 100_000, 1_000_000, 10_000_000):
        megabytes, groups, taken = sized(number)
        shown = "".join(f" {cpu:22.2f} {wall:7.2f}" for cpu, wall in taken)
        print(f"{number:11,} {megabytes:7.1f} {groups:7,}{shown}", flush=True)


#: What is timed at each size: nothing revised; one entry in a hundred, by one release; by so many, each with a segment
#: of its own; and these merged.
SHAPED = ("plain", "revised", f"in {PULLS} segments", "the same merged")


def sized(number: int) -> tuple[float, int, list[tuple[float, float]]]:
    """Megabytes, groups, and the CPU and wall seconds of the totals by SHAPED. Raises AssertionError where the totals
    are not the sums of what stands."""
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        folder = home / "segments" / "made" / "up"
        folder.mkdir(parents=True)
        table, revised, sums = made_up(number)
        written(table, folder / "first.parquet")
        written(revised, folder / "second.parquet")
        step = -(-revised.num_rows // PULLS)
        pulls = -(-revised.num_rows // step)
        for at in range(pulls):
            written(revised.slice(at * step, step), folder / f"pull{at}.parquet")
        shapes = (
            ["first"], ["first", "second"], ["first", *(f"pull{at}" for at in range(pulls))], merged(home, pulls),
        )  # fmt: skip
        taken: list[tuple[float, float]] = []
        for names, expected in zip(shapes, (sums[0], *[sums[1]] * 3), strict=True):
            store = opened(home, names, revised=len(taken) > 0)
            found = totals_of(store)
            assert found == expected, "the totals are not the sums"
            taken.append(min(twice(lambda s=store: totals_of(s)) for _ in range(3)))  # type: ignore[misc]
        return (folder / "first.parquet").stat().st_size / 1e6, len(sums[0]), taken


def opened(home: Path, names: Sequence[str], *, revised: bool = True) -> Store:
    """A store of these segments."""
    from dateline.ledgers.store import Release
    from dateline.ledgers.store import Store as Opened

    store = Opened(home)
    releases = tuple(
        Release("made", "up", date(2031, 1, 1), date(2031, 1, 1), name, segment=f"made/up/{name}.parquet",
                tables={"series": {}}, turns=frozenset({"series"} if revised else ()))
        for name in names
    )  # fmt: skip
    store._manifest = replace(store._manifest, generation=1, releases=releases)
    return store


def merged(home: Path, pulls: int) -> list[str]:
    """The segments after the small ones were put together as an import does it: which of them stay, and what is new."""
    from dateline.ledgers.store import merging

    store = opened(home, ["first", *(f"pull{at}" for at in range(pulls))])
    small = [r for own in merging.due(home, store.releases()) for r in own]
    begun = time.process_time()
    again = {r.segment: Path(made.segment).stem for r, made in zip(small, store._together(small), strict=True)}
    if small:
        print(f"{'':11} {len(small)} segments merged in {time.process_time() - begun:.2f} s CPU", file=sys.stderr)
    stems = {r.segment: Path(r.segment).stem for r in store.releases()}
    return list(dict.fromkeys(again.get(name, stem) for name, stem in stems.items()))


def totals_of(store: Store) -> Sums:
    return store.totals("made", "series", "up.counted", ("month", "place"))


def made_up(number: int) -> tuple[Any, Any, tuple[Sums, Sums]]:
    """Daily counts of 27 regions over twelve years in order of day, revisions of every hundredth, and the totals by
    month and region before and after them, as numpy adds them up."""
    import numpy as np

    draw = np.random.default_rng(4)
    days = np.sort(draw.integers(18_000, 18_000 + 12 * 365, number)).astype("int32")
    regions = draw.integers(0, 27, number).astype("int32")
    values = draw.poisson(20, number).astype("float64")
    at = np.arange(0, number, 100)
    again = draw.poisson(20, len(at)).astype("float64")
    ids = np.arange(number, dtype="int64") * 0x9E3779B1
    table = as_table(ids, days, regions, values, None)
    revised = as_table(ids[at], days[at], regions[at], again, values[at])
    before = summed(days, regions, values)
    after = values.copy()  # the table reads the same memory
    after[at] = again
    return table, revised, (before, summed(days, regions, after))


def summed(days: Any, regions: Any, values: Any) -> Sums:
    import numpy as np

    months = days.astype("datetime64[D]").astype("datetime64[M]").astype("int64")
    keys, at = np.unique(months * 27 + regions, return_inverse=True)
    sums = np.bincount(at, weights=values)
    return {
        (np.datetime64(int(key) // 27, "M").astype("datetime64[D]").astype(date), f"XA-{int(key) % 27:02}"): float(
            total
        )
        for key, total in zip(keys, sums, strict=True)
    }


def as_table(ids: Any, days: Any, regions: Any, values: Any, was: Any) -> Any:
    """Rows of a segment; with `was` revisions."""
    import numpy as np
    import pyarrow as pa

    from dateline.ledgers.store import segments

    number = len(ids)
    repeated = {"table": "series", "measure": "up.counted", "granularity": "day", "unit": "", "producer": "maker",
                "known": "inferred", "definition": "", "dimensions": "", "original_value": "", "note": "", "source": "",
                "sha256": ""}  # fmt: skip
    columns = {name: pa.DictionaryArray.from_arrays(pa.array(np.zeros(number, "int32")), [text]).cast(pa.string())
               for name, text in repeated.items()}  # fmt: skip
    names = pa.array([f"XA-{n:02}" for n in range(27)])
    columns["place"] = pa.DictionaryArray.from_arrays(pa.array(regions), names).cast(pa.string())
    columns |= {name: pa.array(days + (name == "stop")).cast(pa.date32())
                for name in ("start", "stop", "known_at", "stated_at", "retrieved_at")}  # fmt: skip
    columns |= {"entry_id": pa.array(ids), "value": pa.array(values)}
    columns["revision"] = pa.array(np.full(number, int(was is not None), "int32"))
    columns["part"] = pa.array(np.zeros(number, "int32"))
    columns |= {name: pa.array(np.zeros(number, bool)) for name in ("gone", "late")}
    columns |= {name: pa.nulls(number, pa.float64()) for name in ("low", "high")}
    columns["was"] = pa.nulls(number, pa.float64()) if was is None else pa.array(was)
    columns["since"] = pa.nulls(number, pa.date32()) if was is None else pa.array(days).cast(pa.date32())
    return pa.table(columns).select(segments.schema().names)


def written(table: Any, path: Path) -> None:
    import pyarrow.parquet as pq

    pq.write_table(table, path, compression="zstd", row_group_size=1 << 20)


def twice(run: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds of a run, of all threads."""
    begun = time.process_time(), time.perf_counter()
    run()
    return time.process_time() - begun[0], time.perf_counter() - begun[1]


if __name__ == "__main__":
    size()
