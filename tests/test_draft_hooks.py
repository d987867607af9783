"""The hook and the action for repositories of drafts call commands and options that exist, and do what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

from dateline.cli.check import command

ROOT = Path(__file__).parent.parent


def test_the_hook_runs_a_check_of_the_files_it_is_given() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "dateline check" and hook["language"] == "python" and hook["require_serial"] is True
    assert command.params[0].nargs == -1, "a hook hands over all files at once"


def test_the_action_passes_inputs_by_the_environment() -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (ran,) = [step for step in steps if "dateline check" in step.get("run", "")]
    options = {word for word in ran["run"].split() if word.startswith("--")}
    assert options <= {option for param in command.params for option in param.opts}
    assert all("${{" not in step.get("run", "") for step in steps), "an input in a script could be run as a command"


GOOD = "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState.\n"
DENIED = "In August 2025, Russia gained 900 square kilometres of Ukraine, according to DeepState.\n"
#: What stands for the tools that a runner has: pip is only asked what it would install, dateline is this one.
TOOLS = {
    "python": 'if [ "$1 $2" = "-m pip" ]; then shift 2; printf "%s\\n" "$@" > pip.txt; else exec "$REAL" "$@"; fi',
    "dateline": 'exec "$REAL" -m dateline "$@"',
}


def ran(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's own steps one after another, as its runner runs them: inputs by their expressions, a failing step
    ends it."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    given = {name: inputs.get(name, told.get("default", "")) for name, told in action["inputs"].items()}
    tools = folder / ".tools"
    tools.mkdir(exist_ok=True)
    for name, script in TOOLS.items():
        (tools / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    done = subprocess.CompletedProcess([], 0, "", "")
    for step in (step for step in action["runs"]["steps"] if "run" in step):
        assert step["shell"] == "bash"
        own = {name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], text)
               for name, text in step["env"].items()}  # fmt: skip
        around = {**os.environ, **own, "PATH": f"{tools}:{os.environ['PATH']}", "REAL": sys.executable}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)
        if done.returncode:
            break
    return done


def test_the_action_lets_a_draft_pass_that_the_data_bear_out(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    done = ran(tmp_path, reports="good.md")
    assert done.returncode == 0 and "::error" not in done.stdout
    assert (tmp_path / "pip.txt").read_text().splitlines() == ["install", "--quiet", "dateline"]


def test_the_action_stops_at_a_figure_that_the_data_deny_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(f"A headline of five words\n\n{DENIED}", encoding="utf-8")
    done = ran(tmp_path, reports="*.md")  # a pattern is the shell's
    assert done.returncode == 1
    assert "::error" in done.stdout and "file=bad.md,line=3" in done.stdout
    assert "file=good.md" not in [line for line in done.stdout.splitlines() if line.startswith("::error")]
    assert ran(tmp_path, reports="*.md", **{"fail-on": "never"}).returncode == 0


def test_no_input_of_the_action_is_run_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    evil = "$(touch pwned); touch pwned"
    ran(tmp_path, reports=f"good.md {evil}", version=evil, **{"fail-on": evil})
    assert not (tmp_path / "pwned").exists()
    assert (tmp_path / "pip.txt").read_text().splitlines() == ["install", "--quiet", evil]


def test_a_draft_that_is_not_there_ends_the_action_in_one_line(tmp_path: Path) -> None:
    done = ran(tmp_path, reports="missing.md")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "missing.md" in done.stderr
