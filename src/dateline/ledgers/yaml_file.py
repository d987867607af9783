"""Reading small YAML files quickly: libyaml's loader where the machine has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dateline.ledgers.files import LedgerError


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in `path`; an empty file is an empty mapping. Raises LedgerError where it is no YAML."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    where = f"{path.parent.name}/{path.name}"
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except FileNotFoundError:
        raise LedgerError(f"{where}: there is no such file") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LedgerError(f"{where}: {' '.join(str(error).split())}") from None
    return found if isinstance(found, dict) else {}
