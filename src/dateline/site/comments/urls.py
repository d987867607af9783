"""Addresses of `comments`."""

from __future__ import annotations

from django.urls import path

from dateline.site.comments import queue, views

urlpatterns = [
    path("<int:pk>/", views.comment, name="comment"),
    path("<int:pk>/reply/", views.reply, name="comment-reply"),
    path("<int:pk>/report/", views.report, name="comment-flag"),
    path("<int:pk>/delete/", views.remove, name="comment-delete"),
    path("on/<slug:slug>/", views.write, name="comment-write"),
    path("mine/", views.mine, name="comments-mine"),
    path("queue/", queue.queue, name="moderation"),
    path("queue/act/", queue.act, name="moderation-act"),
    path("queue/closing/<slug:slug>/", queue.closing, name="comments-closing"),
]
