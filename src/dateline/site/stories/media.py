"""Pictures that were uploaded: of stories and of people, and nothing else of the folder."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

FOLDERS = ("pictures", "people")
KINDS = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif",
    ".avif": "image/avif",
}  # fmt: skip
#: An upload's name is its own: what lies under it never changes.
FOR_A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, folder: str, name: str) -> FileResponse:
    """One picture. What is no picture by its name is not given out, so that nothing uploaded can run."""
    kind = KINDS.get(Path(name).suffix.lower())
    if folder not in FOLDERS or kind is None:
        raise Http404
    try:
        path = Path(safe_join(settings.MEDIA_ROOT, folder, name))
        file = path.open("rb")
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=kind)
    response.headers["Cache-Control"] = FOR_A_YEAR
    return response
