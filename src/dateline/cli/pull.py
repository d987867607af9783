"""`dateline pull`: what sources have published since, into the ledgers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

import click

from dateline.cli import output

if TYPE_CHECKING:
    from dateline.importing import Imported
    from dateline.importing.pulling import Planned, Pulled, Step, Watch


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--dry-run", is_flag=True, help="Only say what would be fetched, and from when our copy is. Asks nobody.")
@click.option("--from", "mirror", metavar="ADDRESS", help="Another address of the one SOURCE: a mirror, a newer file.")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(*, sources: tuple[str, ...], dry_run: bool, mirror: str | None, format_: str) -> int:
    """Fetch what SOURCE (all of them without one) has published since and import it into the ledgers. Only what is new
    is fetched; what was cut goes on where it stopped. Figures only: nothing is sent but the request itself.

    Ends with 2 where a source failed, after the others are done; its line says why. Sources that cannot be fetched
    without an account say what to download for `dateline import`.
    """
    from dateline import hosts
    from dateline.sources import SOURCES

    unknown = [name for name in sources if name not in SOURCES]
    if unknown:
        raise click.UsageError(f"{', '.join(unknown)}: no such source; there are {', '.join(SOURCES)}")
    if mirror and len(sources) != 1:
        raise click.UsageError("--from is the address of one source: name it")
    chosen = tuple(dict.fromkeys(sources)) or SOURCES
    if dry_run:
        return _planned(chosen, mirror or "", format_)
    if hosts.offline():
        raise output.OutputError(f"{hosts.OFFLINE} is set, so nothing is fetched; unset it, or fetch files on another"
                                 " machine (--dry-run says from where) and `dateline import SOURCE PATH`")  # fmt: skip
    return _pulled(chosen, mirror or "", format_, named=bool(sources))


def _planned(sources: tuple[str, ...], mirror: str, format_: str) -> int:
    from dateline.importing import pulling
    from dateline.ledgers.store import home

    plans = [pulling.plan(source, home(), mirror=mirror) for source in sources]
    if format_ == "json":
        rows = [
            {"source": p.source, "addresses": list(p.addresses), "folder": str(p.folder), "files": p.files,
             "newest": p.newest, "since": p.since, "by_hand": p.by_hand}
            for p in plans
        ]  # fmt: skip
        output.write(output.as_json({"schema": 1, "planned": rows}), None)
    else:
        output.write("\n".join(map(_plan_line, plans)) + "\n", None)
    return 0


def _plan_line(plan: Planned) -> str:
    if plan.by_hand:
        return f"{plan.source}: by hand: {plan.by_hand}"
    more = f" and {len(plan.addresses) - 1} more" if len(plan.addresses) > 1 else ""
    held = (
        f"{plan.files} file{'s' * (plan.files > 1)} here, the newest {plan.newest}" if plan.files else "none here yet"
    )
    return f"{plan.source}: {plan.addresses[0]}{more}; {held}{f' of {plan.since}' if plan.since else ''}"


def _pulled(sources: tuple[str, ...], mirror: str, format_: str, *, named: bool) -> int:
    """Each source's line as soon as it is done. By name, a source that can only be had by hand has failed."""
    from dateline.importing import import_source, pulling
    from dateline.ledgers.store import home

    done: list[Pulled] = []
    refused = ("failed", "by hand", "kept by hand") if named else ("failed",)
    with _bar() as watch:
        for source in sources:
            found = pulling.pull(source, home(), import_source, watch=watch, mirror=mirror)
            done.append(found)
            if found.state in refused:
                click.echo(f"dateline: {source}: {' '.join(found.said.split())}", err=True)
            elif format_ == "text" and found.state != "kept by hand":
                output.write("\n".join(_lines(found)) + "\n", None)
    kept = [found.source for found in done if found.state == "kept by hand"]
    if format_ == "text" and kept and not named:
        output.write(f"kept by hand: {', '.join(kept)} (dateline pull SOURCE says how)\n", None)
    if format_ == "json":
        output.write(output.as_json({"schema": 1, "pulled": [_row(found) for found in done]}), None)
    return 2 if any(found.state in refused for found in done) else 0


def _lines(found: Pulled) -> list[str]:
    if found.state == "by hand":
        return [f"{found.source}: by hand: {found.said}"]
    if found.state == "unchanged":
        head = f"{found.source}: {f'unchanged since {found.since}' if found.since else f'nothing after {found.newest}'}"
    else:
        files = f"{found.fetched} of {found.files} files" if found.files > 1 else "1 file"
        head = f"{found.source}: fetched {files}, {found.size / 1e6:,.1f} MB"
    return [head, *(f"  {line}" for line in (*found.notices, *chain.from_iterable(map(_told, found.imported))))]


def _told(imported: Imported) -> Iterator[str]:
    """What an import changed; nothing for bytes that were imported before."""
    from dateline.cli import importing

    for release in imported.releases:
        if not release.counts.known:
            yield from importing.lines(release)


def _row(found: Pulled) -> dict[str, object]:
    from dateline.cli import importing

    return {"source": found.source, "state": found.state, "files": found.files, "fetched": found.fetched,
            "bytes": found.size, "newest": found.newest, "since": found.since, "said": found.said,
            "notices": list(found.notices), "imported": [importing.as_dict(one) for one in found.imported]}  # fmt: skip


@contextmanager
def _bar() -> Iterator[Watch | None]:
    """A progress bar on a terminal, on standard error; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
    from rich.table import Column

    what = TextColumn("{task.description}", table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1))
    columns = (what, BarColumn(bar_width=20), DownloadColumn(table_column=Column(no_wrap=True)))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def watch(step: Step) -> None:
            which = f" {step.number}/{step.of}" if step.of > 1 else ""
            progress.update(task, description=f"{step.source}{which} {step.name}", completed=step.received,
                            total=step.expected)  # fmt: skip

        yield watch
