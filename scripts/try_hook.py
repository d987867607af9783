"""Runs the hook by pre-commit itself, as a repository of drafts would: in a folder of its own, with an environment that
pre-commit makes from this working tree. Prints what was asked and what came of it.

    python scripts/try_hook.py

Needs git, the network (pip fetches pre-commit and what Dateline depends on) and some minutes; leaves nothing behind.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "2 September 2025\n\n"
DRAFTS = {
    "good.md": f"{HEAD}In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState.\n",
    "bad.md": f"{HEAD}In August 2025, Russia gained 900 square kilometres of Ukraine, according to DeepState.\n",
    "picture.png": "no draft\n",
}
#: The files of a commit, and whether it is to pass.
COMMITS = ((("good.md",), True), (("good.md", "bad.md"), False), (("picture.png",), True))


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home, drafts = folder / "venv", folder / "drafts"
        venv.create(home, with_pip=True)
        own = home / "bin"
        subprocess.run([own / "pip", "install", "--quiet", "pre-commit"], check=True)
        drafts.mkdir()
        for file, text in DRAFTS.items():
            (drafts / file).write_text(text, encoding="utf-8")
        for command in (("init", "--quiet"), ("add", ".")):
            subprocess.run(["git", *command], cwd=drafts, check=True)
        wrong = [files for files, passes in COMMITS if tried(own / "pre-commit", drafts, folder, files) is not passes]
    return 1 if wrong else 0


def tried(pre_commit: Path, drafts: Path, folder: Path, files: tuple[str, ...]) -> bool:
    """Whether the hook lets these files pass; what it prints goes to standard output."""
    asked = [str(pre_commit), "try-repo", str(ROOT), "dateline", "--verbose", "--files", *files]
    around = {**os.environ, "PRE_COMMIT_HOME": str(folder / "cache")}
    ran = subprocess.run(asked, cwd=drafts, env=around, capture_output=True, text=True, check=False)
    kept = [line for line in ran.stdout.splitlines() if line.startswith("Quantities:") or "Skipped" in line]
    said = "passes" if ran.returncode == 0 else "is stopped"
    sys.stdout.write("".join(f"{line}\n" for line in (f"{', '.join(files)}: {said}", *(f"    {k}" for k in kept))))
    return ran.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
