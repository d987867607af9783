"""People and stories that tests of checks begin with."""

from __future__ import annotations

import datetime as dt
from unittest.mock import patch

from django_tasks_db.management.commands import db_worker

from dateline import desk
from dateline.desk import Checked
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.checks import working
from dateline.site.stories.models import Story
from dateline.site.stories.writing import Draft, begin

DAY = dt.date(2025, 9, 2)
RIGHT = "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState."
WRONG = "In August 2025, Russia gained 868 square kilometres of Ukraine, according to DeepState."


def account(role: Role, name: str = "") -> User:
    name = name or role.value
    return User.objects.create_user(
        username=name, email=f"{name}@example.org", role=role.value, name=f"Example {name.title()}", slug=name
    )


def story_of(text: str, by: User, title: str = "What August brought") -> Story:
    return begin(by, Draft(title, text, theatre="ukraine", day=DAY))


def checked(text: str) -> Checked:
    """The text checked as a report of `DAY`."""
    return desk.check(desk.read(text, published=DAY, theatre="ukraine"))


def do_all() -> int:
    """Has a worker do every task that waits, and gives how many. Inside the transaction of a test it must not close the
    connection, as it does between tasks."""
    with (
        patch.object(working, "close_old_connections", lambda: None),
        patch.object(db_worker, "close_old_connections", lambda: None),
    ):
        return working.work(until_idle=True)
