"""Every address of the site, a room each. The order matters only for the reader's pages, which come last."""

from __future__ import annotations

from django.urls import include, path

from dateline.site.comments import personal

urlpatterns = [
    path("accounts/", include("dateline.site.accounts.urls")),
    path("me/", personal.me, name="me"),
    path("comments/", include("dateline.site.comments.urls")),
    path("desk/feeds/", include("dateline.site.intake.urls")),
    path("desk/checks/", include("dateline.site.checks.urls")),
    path("desk/", include("dateline.site.newsroom.urls")),
    path("", include("dateline.site.stories.urls")),
]

handler400 = "dateline.site.stories.errors.bad"
handler403 = "dateline.site.stories.errors.refused"
handler404 = "dateline.site.stories.errors.missing"
handler500 = "dateline.site.stories.errors.broken"
