"""`dateline verify`: whether a bundle is as it was packed."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import output


@click.command()
@click.argument("bundle", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(bundle: Path, format_: str) -> int:
    """Compare everything in BUNDLE (from `dateline check REPORT --out FILE.zip`) with the hashes it carries.

    Exit code 1 where a byte was changed, 2 where it is no bundle. Needs no network and no ledger."""
    from dateline.publishing.bundling import BundleError, verify

    try:
        found = verify(bundle.read_bytes())
    except BundleError as fault:
        raise BundleError(f"{bundle}: {fault}") from fault
    if format_ == "json":
        told = {
            "schema": 1, "whole": not found.problems, "files": found.files, "claims": found.claims,
            "policy": found.policy, "report_sha256": found.report_sha256, "problems": list(found.problems),
        }  # fmt: skip
        output.write(output.as_json(told), None)
    elif found.problems:
        output.write("".join(f"{bundle}: {problem}\n" for problem in found.problems), None)
    else:
        output.write(f"{bundle}: whole, as it was packed: {found.files} files, {found.claims} claims, policy "
                     f"{found.policy}, report sha256 {found.report_sha256[:16]}\n", None)  # fmt: skip
    return 1 if found.problems else 0
