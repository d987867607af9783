"""`dateline check`: one report in, its findings out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import output
from dateline.cli.dates import Day
from dateline.publishing import FORMATS

if TYPE_CHECKING:
    from dateline.editing import Decisions
    from dateline.records.check import Check
    from dateline.records.report import Report

#: From the gravest to the best; --fail-on takes one, and everything before it fails too.
GRAVITY = ("contradicted", "disputed", "unverified", "qualified", "not_checkable", "holds")
SUFFIXES = {
    ".txt": "text", ".json": "json", ".jsonl": "jsonl", ".html": "html", ".htm": "html", ".md": "md", ".csv": "csv",
    ".sarif": "sarif", ".jsonld": "jsonld", ".zip": "bundle",
}  # fmt: skip
_PAIR = re.compile(r"[a-z_]+=", re.ASCII)


class Mending(click.Command):
    """Lets one --mend take several KEY=VALUE: `--mend c7 period=2025-05 place=UA-14` is read as two pairs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, spread(args))


def spread(args: list[str]) -> list[str]:
    """`--mend c7 a=1 b=2` as `--mend c7 a=1 --mend c7 b=2`; anything else as it is."""
    spread_out: list[str] = []
    i = 0
    while i < len(args):
        if args[i] == "--":
            return spread_out + args[i:]
        spread_out.append(args[i])
        if args[i] == "--mend" and i + 2 < len(args):
            claim = args[i + 1]
            spread_out += args[i + 1 : i + 3]
            i += 2
            while i + 1 < len(args) and _PAIR.match(args[i + 1]) and not Path(args[i + 1]).exists():
                spread_out += ["--mend", claim, args[i + 1]]
                i += 1
        i += 1
    return spread_out


@click.command(cls=Mending)
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option("--format", "format_", type=click.Choice((*FORMATS, "bundle")),
              help="Default: by the ending of --out, else text.")  # fmt: skip
@click.option("--published", type=Day(), help="The report's date, where it states none or a wrong one.")
@click.option(
    "--as-of", type=Day("published", "today"), default="published", show_default=True,
    help="What counts as known: on the report's day, today, or on another day.",
)  # fmt: skip
@click.option("--theatre", metavar="NAME", help="The conflict, where the text does not tell.")
@click.option("--out", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--without-text", is_flag=True, help="In a bundle: no word of the report, for a draft under embargo.")
@click.option(
    "--fail-on", type=click.Choice((*GRAVITY, "never")), default="contradicted", show_default=True,
    help="Exit with 1 where a finding is this grave or graver.",
)  # fmt: skip
@click.option(
    "--mend", nargs=2, multiple=True, metavar="cN KEY=VALUE...",
    help="Correct how claim cN was read (period=2025-05-01/2025-05-31 place=UA-14 ...), and keep it beside the report.",
)  # fmt: skip
@click.option(
    "--dismiss", nargs=2, multiple=True, metavar="cN REASON", help="Put claim cN aside, and keep the reason likewise."
)
@click.option("--decisions", metavar="FILE", help="Where corrections are kept, instead of REPORT.dateline.yml.")
@click.option("--watch", is_flag=True, help="Check again whenever the file changes, until Ctrl-C.")
def command(
    *,
    reports: tuple[str, ...],
    format_: str | None,
    published: date | None,
    as_of: date | str,
    theatre: str | None,
    out: str | None,
    without_text: bool,
    fail_on: str,
    mend: tuple[tuple[str, str], ...],
    dismiss: tuple[tuple[str, str], ...],
    decisions: str | None,
    watch: bool,
) -> int:
    """Check every figure of REPORT: a file (text, DOCX, HTML, Markdown), an address, or - for standard input.

    Several are checked one after another; the exit code is that of the gravest.

    Each figure is worked out again from the ledgers or looked up in them; the answer is a verdict with its readings,
    sources and a query that anyone can rerun. Checking needs no network; only an address is fetched.
    """
    report = reports[0]
    path = output.checked_out(out, report) if out is not None else None
    chosen = _chosen(path, format_, without_text)
    if len(reports) > 1:
        _several(reports, chosen, out is not None or watch or bool(mend) or bool(dismiss) or decisions is not None)

    def once(report: str = report) -> int:
        from dateline import desk

        read = desk.read(report, published=published, theatre=theatre)
        checked = desk.check(read, as_of=as_of, decisions=_decisions(read, report, decisions, mend, dismiss))
        if chosen != "text" or path is not None:
            for warning in dict.fromkeys((*checked.report.warnings, *checked.warnings)):
                output.warn(warning)
        if len(reports) > 1 and chosen == "text":
            output.write(f"{report}\n", None)
        _written(checked, chosen, path, without_text)
        return 1 if fails(checked, fail_on) else 0

    return _watched(report, once) if watch else max(map(once, reports))


def _several(reports: tuple[str, ...], chosen: str, one_only: bool) -> None:
    """Several reports are printed one after another; what writes, watches or corrects is for one alone."""
    if one_only:
        raise click.UsageError("--out, --watch and corrections are for one report at a time")
    if chosen not in ("text", "github", "jsonl"):
        raise click.UsageError(f"--format {chosen} is one document: check one report at a time")
    if "-" in reports:
        raise click.UsageError("standard input (-) is one report: check it alone")


def _chosen(path: Path | None, format_: str | None, without_text: bool) -> str:
    """The format: the one said, else by the ending of the file to write, else text."""
    if path is not None and format_ is None and path.suffix and path.suffix.lower() not in SUFFIXES:
        raise click.UsageError(
            f"--out {path}: no format ends in {path.suffix}; use {', '.join(SUFFIXES)}, or say --format"
        )
    chosen = format_ or (SUFFIXES.get(path.suffix.lower(), "text") if path else "text")
    if chosen == "bundle" and path is None:
        raise click.UsageError("--format bundle: a bundle is a file: add --out FILE.zip")
    if without_text and chosen != "bundle":
        raise click.UsageError("--without-text: only a bundle can leave the text out: add --out FILE.zip")
    return chosen


def _written(checked: Check, chosen: str, path: Path | None, without_text: bool) -> None:
    if chosen == "bundle" and path is not None:
        from dateline.publishing.bundling import pack

        output.write_bytes(pack(checked, text=not without_text), path)
    else:
        output.write(rendered(checked, chosen, path), path)


def _watched(report: str, once: Callable[[], int]) -> int:
    """Checks now and after every change, until the user stops it; a fault is said and waited out."""
    from dateline.cli import guard, watching

    if not Path(report).is_file():
        raise click.UsageError(f"--watch: {report} is not a file; only a draft on this machine can be watched")
    code = 0
    try:
        for number, _ in enumerate(watching.changes(Path(report))):
            if number:
                output.say(f"{report} changed; checking again")
            try:
                code = once()
            except Exception as fault:
                code = guard.say(fault)
            output.say(f"watching {report}; Ctrl-C ends")
    except KeyboardInterrupt:
        pass
    return code


def rendered(checked: Check, format_: str, path: Path | None) -> str:
    """The check in a format, as wide as the terminal and coloured where colour is welcome."""
    from dateline import publishing

    return publishing.render(checked, format_, width=output.width(), color=output.colored(path))


def fails(checked: Check, fail_on: str) -> bool:
    """Whether a finding is at or above the gravity named; "never" is above all."""
    if fail_on == "never":
        return False
    grave = GRAVITY[: GRAVITY.index(fail_on) + 1]
    return any(claim.finding is not None and claim.finding.verdict in grave for claim in checked.claims)


def _decisions(
    read: Report,
    report: str,
    where: str | None,
    mend: tuple[tuple[str, str], ...],
    dismiss: tuple[tuple[str, str], ...],
) -> Decisions | None:
    """The decisions kept for this report, with the new ones written first."""
    from dateline import desk, editing

    beside = Path(report)
    if where is None and not beside.is_file():
        if mend or dismiss:
            raise click.UsageError(
                "an address or standard input has no folder to keep corrections in: add --decisions FILE"
            )
        return None
    path = Path(where) if where is not None else editing.sidecar_of(beside)
    if where is not None and not path.is_file() and not (mend or dismiss):
        raise click.UsageError(f"--decisions {where}: there is no such file")
    if mend or dismiss:
        claims = desk.extract(read)
        for claim_id, values in _by_claim(mend).items():
            editing.record(path, claims, claim_id, mends=values)
        for claim_id, reason in dismiss:
            editing.record(path, claims, claim_id, dismiss=reason)
        output.say(f"kept in {path}")
    return editing.load(path)


def _by_claim(mend: tuple[tuple[str, str], ...]) -> dict[str, dict[str, str]]:
    """KEY=VALUE pairs by claim."""
    mends: dict[str, dict[str, str]] = {}
    for claim_id, pair in mend:
        key, sign, value = pair.partition("=")
        if not sign or not value.strip():
            raise click.UsageError(
                f"--mend {claim_id} {pair!r}: write KEY=VALUE, for example period=2025-05-01/2025-05-31"
            )
        mends.setdefault(claim_id, {})[key.strip()] = value.strip()
    return mends
