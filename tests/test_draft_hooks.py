"""The hook and the action for repositories of drafts call commands and options that exist."""

from __future__ import annotations

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
