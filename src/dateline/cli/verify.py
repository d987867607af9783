"""`dateline verify`: whether a bundle is as it was packed, and whether its figures come out again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import output

if TYPE_CHECKING:
    from dateline.publishing.bundling import Again, Verified

_OUTCOMES = {"same": "come out the same", "differs": "differ", "cannot": "cannot be worked out again"}


@click.command()
@click.argument("bundle", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--recompute", is_flag=True, help="Run every query again with the ledgers of this machine.")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(bundle: Path, recompute: bool, format_: str) -> int:
    """Compare everything in BUNDLE (from `dateline check REPORT --out FILE.zip`) with the hashes it carries, and work
    its figures out again from the series that it holds.

    Exit code 1 where a byte was changed or a figure differs, 2 where it is no bundle. Needs no network, and a ledger
    only with --recompute: then every query is run and every series compared here, as of the bundle's day."""
    from dateline.publishing.bundling import BundleError, verify

    try:
        found = verify(bundle.read_bytes())
    except BundleError as fault:
        raise BundleError(f"{bundle}: {fault}") from fault
    again = found.again if found.problems or not recompute else _by_ledgers(found, bundle)
    if format_ == "json":
        output.write(output.as_json(_told(found, again)), None)
    else:
        output.write("".join(f"{line}\n" for line in _lines(bundle, found, again, recompute)), None)
    return 1 if found.problems or any(one.outcome == "differs" for one in again) else 0


def _by_ledgers(found: Verified, bundle: Path) -> Sequence[Again]:
    from dateline.rechecking import RecheckError
    from dateline.rechecking.recomputing import recompute

    try:
        return recompute(found.members, _value)
    except RecheckError as fault:
        raise RecheckError(f"{bundle}: check.json: {fault}") from fault


def _value(query: str) -> float | str | None:
    """What a query gives here, or why it gives nothing."""
    from dateline.cli import figure, guard

    try:
        return figure.of_query(query).value
    except Exception as fault:
        if not guard.expected(fault):
            raise
        return guard.line(fault)


def _told(found: Verified, again: Sequence[Again]) -> dict[str, object]:
    return {
        "schema": 1, "whole": not found.problems, "files": found.files, "claims": found.claims,
        "policy": found.policy, "report_sha256": found.report_sha256, "problems": list(found.problems),
        "figures": [{"claim": one.claim, "outcome": one.outcome, "then": one.then, "now": one.now, "how": one.how}
                    for one in again],
    }  # fmt: skip


def _lines(bundle: Path, found: Verified, again: Sequence[Again], recompute: bool) -> list[str]:
    if found.problems:
        return [f"{bundle}: {problem}" for problem in found.problems]
    counts = {outcome: sum(one.outcome == outcome for one in again) for outcome in _OUTCOMES}
    by = "by the ledgers here" if recompute else "from the series inside"
    lines = [
        f"{bundle}: whole, as it was packed: {found.files} files, {found.claims} claims, policy {found.policy}, report "
        f"sha256 {found.report_sha256[:16]}",
        f"{len(again)} figures {by}: {', '.join(f'{n} {_OUTCOMES[outcome]}' for outcome, n in counts.items() if n)}",
    ]
    lines += [f"  {one.claim} differs: {_number(one.then)} in the bundle, {_number(one.now)} again ({one.how})"
              for one in again if one.outcome == "differs"]  # fmt: skip
    reasons: dict[str, list[str]] = {}
    for one in again:
        if one.outcome == "cannot":
            reasons.setdefault(one.how, []).append(one.claim)
    lines += [f"  {', '.join(claims)}: {why}" for why, claims in reasons.items()]
    return lines if recompute or not reasons else [*lines, "  --recompute asks the ledgers of this machine"]


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:,.10g}"
