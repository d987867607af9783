"""People and stories that tests of checks begin with."""

from __future__ import annotations

import datetime as dt

from dateline import desk
from dateline.desk import Checked
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
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
