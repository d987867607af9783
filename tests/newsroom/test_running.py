"""Checks in the background: each is done once, whoever dies or comes back."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from collections.abc import Callable

import pytest
from django.db import DatabaseError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dateline import desk
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from dateline.site.checks import leasing, reaping, running
from dateline.site.checks.keeping import kept
from dateline.site.checks.models import Run, Worker
from dateline.site.checks.running import ask, cancel, perform
from dateline.site.stories.models import Revision
from dateline.site.stories.writing import Draft, begin

from .drafts import RIGHT, WRONG, account, checked, do_all, story_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return account(Role.REPORTER)


@pytest.fixture
def revision(reporter: User) -> Revision:
    current = story_of(WRONG, reporter).current
    assert current is not None
    return current


@pytest.fixture
def run(revision: Revision, reporter: User) -> Run:
    return ask(revision, reporter)


def done(run: Run) -> Run:
    run.refresh_from_db()
    return run


def die(run: Run, worker: str = "dead", attempts: int = 1) -> None:
    """As a worker leaves it that was killed in the middle of the run."""
    past = timezone.now() - dt.timedelta(hours=1)
    Run.objects.filter(pk=run.pk).update(state="running", worker=worker, lease=past, attempts=attempts, step="checking")
    DBTaskResult.objects.update(status="RUNNING", started_at=past, worker_ids=[worker])


def test_a_check_that_is_asked_for_is_done_by_a_worker(run: Run) -> None:
    assert run.state == "waiting"
    assert do_all() == 1
    assert (done(run).state, run.error, run.attempts, run.lease) == ("finished", "", 1, None)
    found = kept(run.result)
    assert [c.finding and c.finding.verdict for c in found.claims] == ["contradicted"]
    assert found.claims[0].quote == checked(f"What August brought\n\n{WRONG}\n").claims[0].quote
    assert not Worker.objects.exists()


def test_who_asks_twice_gets_the_same_check(run: Run, revision: Revision, reporter: User) -> None:
    assert ask(revision, reporter).pk == run.pk
    assert ask(revision, reporter, "today").pk != run.pk
    assert DBTaskResult.objects.count() == 2
    do_all()
    assert ask(revision, reporter).pk != run.pk
    assert Event.objects.filter(what="check.asked").count() == 3


def test_as_of_is_a_day_or_a_word(revision: Revision, reporter: User) -> None:
    with pytest.raises(ValueError, match="soon"):
        ask(revision, reporter, "soon")
    assert not Run.objects.exists()


@pytest.mark.parametrize(
    ("text", "theatre", "said"),
    [("...", "ukraine", "no story"), ("Russland hat im August nichts gewonnen und die Stadt ist auch noch da, wo sie "
      "gestern schon war, sagte der Sprecher der Armee.", "ukraine", "German"), (RIGHT, "atlantis", "atlantis")],
)  # fmt: skip
def test_what_cannot_be_checked_fails_in_one_line(reporter: User, text: str, theatre: str, said: str) -> None:
    story = begin(reporter, Draft("..." if said == "no story" else "Was der August brachte", text, theatre=theatre))
    assert story.current is not None
    run = ask(story.current, reporter)
    do_all()
    assert done(run).state == "failed"
    assert said in run.error and "\n" not in run.error and len(run.error) <= 400


def test_a_fault_of_the_program_ends_the_check_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("line one\nline two")

    monkeypatch.setattr(desk, "check", fault)
    assert perform(run.pk, "w") == "failed"
    assert done(run).error == "the check failed (RuntimeError: line one line two)"


def test_a_database_that_goes_away_is_no_fault_of_the_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(desk, "check", gone)
    with pytest.raises(DatabaseError):
        perform(run.pk, "w")
    assert done(run).state == "running"
    monkeypatch.undo()
    die(run, "w")
    assert reaping.reap() == 1
    do_all()
    assert done(run).state == "finished"


def test_a_finished_check_is_never_done_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    do_all()
    first = done(run)
    monkeypatch.setattr(running, "_checked", lambda *_: pytest.fail("checked again"))
    assert perform(run.pk, "another") == ""
    assert done(run).finished == first.finished


def test_what_a_dead_worker_left_begins_again(run: Run) -> None:
    die(run)
    assert reaping.reap() == 1
    assert (done(run).state, run.worker, run.attempts) == ("waiting", "", 1)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "READY"]
    assert reaping.reap() == 0
    assert do_all() == 1
    assert (done(run).state, run.attempts) == ("finished", 2)
    assert not DBTaskResult.objects.filter(status="RUNNING").exists()


def test_a_living_worker_keeps_what_it_holds(run: Run) -> None:
    die(run, "alive")
    later = timezone.now() + dt.timedelta(minutes=1)
    Run.objects.update(lease=later)
    Worker.objects.create(name="alive", lease=later)
    assert reaping.reap() == 0
    assert done(run).state == "running"
    assert DBTaskResult.objects.get().status == "RUNNING"


def test_a_check_that_kills_its_worker_is_given_up(run: Run) -> None:
    for attempt in range(1, reaping.ATTEMPTS + 1):
        die(run, attempts=attempt)
        assert reaping.reap() == 1
    assert (done(run).state, run.error) == ("failed", reaping.GIVEN_UP)
    assert not DBTaskResult.objects.filter(status="READY", enqueued_at__gt=run.finished).exists()


def test_a_check_whose_task_was_lost_is_found(run: Run) -> None:
    DBTaskResult.objects.all().delete()
    Run.objects.update(created=timezone.now() - dt.timedelta(hours=1))
    assert reaping.reap() == 1
    assert reaping.reap() == 0
    do_all()
    assert done(run).state == "finished"


def _taken_over(run: Run) -> None:
    Run.objects.filter(pk=run.pk).update(worker="another", attempts=2)


def _cancelled(run: Run) -> None:
    assert cancel(run, User.objects.get())


@pytest.mark.parametrize(("change", "state"), [(_taken_over, "running"), (_cancelled, "failed")])
@pytest.mark.parametrize("late", [False, True])
def test_who_lost_a_check_writes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, change: Callable[[Run], None], state: str, late: bool
) -> None:
    """In the middle of the work, or after the last look before the result is written."""
    check = desk.check

    def slow(*given: object, **named: object) -> object:
        if late:
            found = check(*given, **named)  # type: ignore[arg-type]
            change(run)
            return found
        change(run)
        return check(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "check", slow)
    assert perform(run.pk, "first") == ""
    assert (done(run).state, run.result) == (state, "")


def test_a_worker_that_must_stop_gives_the_check_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*_: object, **__: object) -> None:
        raise running.GivenBack

    monkeypatch.setattr(desk, "check", told)
    DBTaskResult.objects.all().delete()
    with pytest.raises(running.GivenBack):
        perform(run.pk, "w")
    assert (done(run).state, run.worker, run.attempts) == ("waiting", "", 0)
    monkeypatch.undo()
    assert do_all() == 1
    assert (done(run).state, run.attempts) == ("finished", 1)


def test_how_far_a_check_is_can_be_seen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_NOTED_EVERY", 0.0)
    seen = []
    told = running._Held.tell

    def tell(held: object, step: str, count: int, total: int) -> None:
        told(held, step, count, total)  # type: ignore[arg-type]
        now = Run.objects.get()
        seen.append((now.state, now.step, now.done, now.total))

    monkeypatch.setattr(running._Held, "tell", tell)
    perform(run.pk, "w")
    assert seen == [("running", "extracting", 0, 0), ("running", "checking", 0, 1)]
    assert (done(run).step, run.done, run.total) == ("", 1, 1)


def test_what_a_producer_does_not_let_pass_is_not_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(running, "withhold", lambda check: seen.append(check) or check)
    perform(run.pk, "w")
    assert len(seen) == 1


@pytest.mark.parametrize(("signals", "state", "attempts"), [(1, "finished", 1), (2, "waiting", 0)])
def test_a_worker_that_is_told_to_stop_ends_its_check_or_gives_it_back(
    run: Run,
    revision: Revision,
    reporter: User,
    monkeypatch: pytest.MonkeyPatch,
    signals: int,
    state: str,
    attempts: int,
) -> None:
    second = ask(revision, reporter, "today")
    check = desk.check

    def stopped(*given: object, **named: object) -> object:
        for _ in range(signals):
            os.kill(os.getpid(), signal.SIGTERM)
        return check(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "check", stopped)
    before = signal.getsignal(signal.SIGTERM)
    assert do_all() == 1
    assert signal.getsignal(signal.SIGTERM) is before
    assert signal.alarm(0) == 0
    assert (done(run).state, run.worker == "", run.attempts) == (state, state == "waiting", attempts)
    assert done(second).state == "waiting"
    monkeypatch.undo()
    do_all()
    assert (done(run).state, done(second).state) == ("finished", "finished")


def test_a_lease_is_renewed_as_long_as_the_work_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a renewal fails for once; it ends where nothing is left to hold."""
    monkeypatch.setenv("DATELINE_SITE_LEASE", "0.5")
    answers = [True, DatabaseError("away"), True, False]
    renewed, over = [], threading.Event()

    def renew() -> bool:
        answer = answers[len(renewed)]
        renewed.append(answer)
        if answer is False:
            over.set()
        if isinstance(answer, DatabaseError):
            raise answer
        return answer

    with leasing.renewed(renew):
        assert over.wait(30)
    assert renewed == answers


@pytest.mark.parametrize(("given", "seconds"), [("", 30.0), ("2", 2.0), ("0", 0.5), ("soon", 30.0)])
def test_a_lease_may_be_set(monkeypatch: pytest.MonkeyPatch, given: str, seconds: float) -> None:
    monkeypatch.setenv("DATELINE_SITE_LEASE", given)
    assert leasing.seconds() == seconds
