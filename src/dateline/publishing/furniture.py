"""What stands on every page whatever the report: what is not covered, whose borders, how to report an error."""

from __future__ import annotations

from dateline.records.check import Check

NOT_COVERED = (
    "Not covered: unit positions, impact points and current lines; places finer than a settlement; victims, prisoners "
    "and private witnesses by name; military dead; intent, law and guilt; forecasts."
)
REPORT_ERROR = (
    "Report an error: tell whoever published this page, naming the figure by its number (c7, say). To mend one "
    "yourself: dateline check REPORT --mend c7 period=START/END."
)


def lines(check: Check) -> list[str]:
    """The furniture as sentences, the border policy only where a theatre has one."""
    borders = [f"Borders: {check.border_policy}"] if check.border_policy else []
    return [NOT_COVERED, *borders, REPORT_ERROR]


def as_of_words(check: Check) -> str:
    """From which day's knowledge the verdicts are drawn."""
    known = {"published": "what was known on the day of the report", "today": "everything known today"}
    return f"Checked against {known.get(check.as_of, f'what was known on {check.as_of}')}, policy {check.policy}."
