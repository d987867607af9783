"""Every failure is one line on standard error and exit code 2; a traceback only where DATELINE_DEBUG asks for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from dateline.cli.commands import dateline

#: Where an unexpected failure is reported.
REPORT_AT = "the project's issue list (CONTRIBUTING.md says what to send)"
#: Errors of the stages that are the user's to mend, by module and name: known without importing the stages.
EXPECTED = frozenset({
    "BundleError", "EditingError", "FigureError", "FrontError", "LedgerError", "MappingError", "OutputError",
    "ReadingError", "RecheckError", "SiteError", "SourceError", "StoreError", "TheatreError",
})  # fmt: skip


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 clean, 1 a finding at or above --fail-on, 2 an error."""
    _utf8()
    if "_DATELINE_COMPLETE" in os.environ:
        dateline.main(prog_name="dateline")  # the shell asks for completions
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        with dateline.make_context("dateline", given) as context:
            code = dateline.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except BrokenPipeError:
        _silence()
        return 0
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("DATELINE_DEBUG") and not isinstance(error, click.ClickException):
            raise
        return say(error)
    return code if isinstance(code, int) else 0


def say(error: BaseException) -> int:
    """One line on standard error; gives the exit code."""
    said = line(error)
    if said:
        click.echo(f"dateline: {' '.join(said.split())}", err=True)
    return 2


def expected(error: BaseException) -> bool:
    """Whether an error is the user's to mend, and no fault of ours."""
    ours = type(error).__name__ in EXPECTED and type(error).__module__.startswith("dateline.")
    return ours or isinstance(error, click.ClickException)


def line(error: BaseException) -> str:
    """What went wrong, as one line."""
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return "stopped"
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx is not None else "dateline"
        return f"{error.format_message().rstrip('.')} ({path} --help)"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if expected(error):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}"
    if isinstance(error, MemoryError):
        return "not enough memory for this report"
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"unexpected {what[:200]}. This is our fault: please report it in {REPORT_AT}; DATELINE_DEBUG=1 shows where"


def _utf8() -> None:
    """Write UTF-8 whatever the locale, so that a check's JSON keeps the report's own letters."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding not in ("utf8", "") and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence() -> None:
    """The reader of our output went away: end without the interpreter's complaint at shutdown."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
