"""The page of roles says what the code asks."""

from __future__ import annotations

import pytest
import roles_reference

from dateline.site.accounts.roles import ACTIONS, Role, may


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_the_table_says_what_each_role_may_do(action: str) -> None:
    [row] = [line for line in roles_reference.roles().splitlines() if f"| `{action}` |" in line]
    assert [cell.strip() == "yes" for cell in row.strip("|").split("|")[2:]] == [may(role, action) for role in Role]


def test_an_action_without_words_stops_the_builder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ACTIONS, "press.start", Role.EDITOR)
    with pytest.raises(SystemExit, match=r"press\.start"):
        roles_reference.roles()
