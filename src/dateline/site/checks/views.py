"""How far a check is, and its end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.accounts.models import User
from dateline.site.checks.models import Run
from dateline.site.checks.running import cancel


@needs("desk.see")
@never_cache
@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a check stands, as JSON."""
    return JsonResponse(standing(get_object_or_404(Run.objects.defer("result"), pk=pk)))


@needs("check.run")
@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancels a check that waits or runs, and says where it stands then."""
    run = get_object_or_404(Run.objects.defer("result"), pk=pk)
    assert isinstance(request.user, User)
    cancel(run, request.user)
    run.refresh_from_db(fields=["state", "step", "done", "total", "error", "finished"])
    return JsonResponse(standing(run))


def standing(run: Run) -> dict[str, Any]:
    """`step` in words; `done` of `total` figures; `error` one line where it failed."""
    return {
        "id": run.pk, "state": run.state, "step": run.step, "done": run.done, "total": run.total, "error": run.error,
        "as_of": run.as_of, "asked": run.created.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
    }  # fmt: skip
