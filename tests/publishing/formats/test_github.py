from __future__ import annotations

import re

from dateline.publishing import render
from dateline.records.check import Check

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_what_needs_an_editor_stands_beside_its_line(check: Check) -> None:
    told = [COMMAND.fullmatch(line) for line in render(check, "github").splitlines()]
    assert all(told)
    levels = [match[1] for match in told if match]
    verdicts = [c.finding.verdict for c in check.claims if c.finding]
    assert levels.count("error") == verdicts.count("contradicted") > 0
    assert levels.count("warning") == verdicts.count("disputed") > 0
    assert levels.count("notice") == verdicts.count("qualified") + verdicts.count("unverified") + 1


def test_nothing_of_the_text_ends_a_command_or_starts_another(check: Check) -> None:
    said = render(check, "github")
    assert "alert(%22" not in said  # only what the form asks for is escaped
    for line in said.splitlines():
        match = COMMAND.fullmatch(line)
        assert match is not None
        assert all(re.fullmatch(r"(file|line|endLine|col|endColumn|title)=[^,:\r\n]*", p) for p in match[2].split(","))


def test_the_last_line_counts(check: Check, bare: Check) -> None:
    assert render(check, "github").splitlines()[-1].startswith("::notice title=Dateline::")
    assert render(bare, "github") == "::notice title=Dateline::no figure was found\n"
