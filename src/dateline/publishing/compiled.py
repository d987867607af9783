"""The page's templates, compiled once for a user and not once a process: compiling them takes longer than a page.

What is kept lies in the user's cache folder and may be deleted at any time. Where nothing can be kept or read, a
template is compiled as if there were no such folder.
"""

from __future__ import annotations

import pickle
from pathlib import Path

import jinja2
import platformdirs
from jinja2.bccache import Bucket, FileSystemBytecodeCache

_UNREADABLE = (OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, IndexError, KeyError,
               pickle.UnpicklingError)  # fmt: skip


class Compiled(FileSystemBytecodeCache):
    """Compiled templates as files of the user's own, by the text of the template and the versions of Python and Jinja.
    They are written to a temporary file and renamed."""

    def __init__(self) -> None:
        folder = Path(platformdirs.user_cache_dir("dateline", appauthor=False)) / f"templates-{jinja2.__version__}"
        super().__init__(str(folder), "%s.compiled")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket, or leaves it empty: the template is then compiled."""
        try:
            super().load_bytecode(bucket)
        except _UNREADABLE:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the template where that is possible. The folder is the user's alone: what lies in it is run."""
        try:
            Path(self.directory).mkdir(mode=0o700, parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return
