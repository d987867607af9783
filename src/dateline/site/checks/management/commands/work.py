"""`django-admin work`: a worker process."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from dateline.site.checks.working import work


class Command(BaseCommand):
    help = "Does checks and other background work until it is told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-idle", action="store_true", help="Stop when nothing is left to do.")
        parser.add_argument("--name", default="", help="The worker's name, which no other may have.")

    def handle(self, *args: Any, until_idle: bool, name: str, **options: Any) -> None:
        work(until_idle=until_idle, name=name)
