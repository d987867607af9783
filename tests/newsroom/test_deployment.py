"""What deploy/ holds fits the program: commands, variables, units; and Django finds nothing wrong with the settings."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import build_reference
import click
import pytest
import yaml

from dateline.cli.commands import dateline

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNITS = ("dateline.service", "dateline-backup.service", "dateline-backup.timer")


def settings(*lines: str) -> dict[str, str]:
    """An environment as the site reads it, without anything of the developer's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DJANGO_"))}
    return kept | dict(line.split("=", 1) for line in lines)


def accepted(words: list[str]) -> bool:
    """Whether the command line takes these words after `dateline`, up to running them."""
    command: click.Command = dateline
    context = click.Context(dateline, info_name="dateline")
    while isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        if found is None:
            return False
        command, words = found, words[1:]
    try:
        command.make_context(command.name, list(words), resilient_parsing=False)
    except click.exceptions.UsageError:
        return False
    return True


def started(text: str) -> list[list[str]]:
    """The words after `dateline` of every command line in a text."""
    found = re.findall(r"(?:/bin/)?dateline((?: +(?:serve|site)\b[^\n#'|&]*))", text)
    return [shlex.split(words) for words in found]


@pytest.mark.parametrize("name", [*UNITS[:2], "compose.yml", "Dockerfile", "serve.md"])
def test_the_commands_that_are_named_exist(name: str) -> None:
    path = ROOT / "docs" / "how-to" / name if name.endswith(".md") else DEPLOY / name
    text = path.read_text(encoding="utf-8").replace('", "', " ").replace('["', "").replace('"]', "")
    text = re.sub(r"`", "\n", text)
    commands = [words for words in started(text) if words not in (["site"],)]
    if name != "compose.yml":
        assert commands
    existing = ("newsroom.zip", "before.zip", "restore")  # `restore` asks for a file that is there
    wrong = [words for words in commands if not set(words) & set(existing) and not accepted(words)]
    assert wrong == []


def test_a_command_that_does_not_exist_is_seen() -> None:
    assert started("ExecStart=/srv/x/bin/dateline serve --hots 1\n") == [["serve", "--hots", "1"]]
    assert not accepted(["serve", "--hots", "1"]) and not accepted(["site", "burn"])
    assert accepted(["serve", "--host", "0.0.0.0"]) and accepted(["site", "backup", "x.zip"])


def test_compose_has_a_database_a_site_and_a_proxy() -> None:
    made = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
    services = made["services"]
    assert set(services) == {"database", "site", "proxy"}
    mounted = {v.partition(":")[0] for s in services.values() for v in s["volumes"] if not v.startswith("./")}
    assert mounted == set(made["volumes"])
    assert [name for name, service in services.items() if service.get("ports")] == ["proxy"]
    site = services["site"]
    assert (DEPLOY / site["build"]["context"] / site["build"]["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
    assert (DEPLOY / site["env_file"]).is_file() and (DEPLOY / "Caddyfile").is_file()
    assert site["healthcheck"]["test"][:4] == ["CMD", "dateline", "site", "manage"]


def test_the_image_is_made_of_what_the_repository_has() -> None:
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    for path in re.findall(r"requirements/\w+\.txt", text):
        assert (ROOT / path).is_file()
    for words in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE):
        assert all((ROOT / part).exists() for part in words.split())


def test_every_variable_that_is_set_is_one_that_is_read() -> None:
    text = "\n".join((DEPLOY / name).read_text(encoding="utf-8") for name in ("newsroom.env", *UNITS, "compose.yml"))
    named = set(re.findall(r"\b(DATELINE_[A-Z_]+|DATABASE_URL)\b", text))
    assert named and named <= set(build_reference.ENVIRONMENT)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    # Looked up is whether the command is there; a folder whose name has a space would have to be quoted in a unit.
    for name in UNITS:
        text = (DEPLOY / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/srv/dateline/venv/bin/dateline", "/bin/sh"), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "dateline" in line]
    assert said == []
    assert done.returncode == 0 or "Failed to initialize" in done.stderr or not said


def test_django_finds_nothing_wrong_with_a_site_behind_tls(tmp_path: Path) -> None:
    shown = [
        line for line in (DEPLOY / "newsroom.env").read_text(encoding="utf-8").splitlines() if re.match("[A-Z]", line)
    ]
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "site", "manage", "check", "--deploy", "--fail-level", "WARNING"],
        env=settings(*shown, f"DATELINE_SITE_HOME={tmp_path}"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


def test_a_setting_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "site", "manage", "check"],
        env=settings("DATELINE_SITE_PROXIES=two", f"DATELINE_SITE_HOME={tmp_path}"),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DATELINE_SITE_PROXIES" in line
