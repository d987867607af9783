"""Addresses of accounts: logging in and out, confirmation, passkeys and one-time codes, one's own profile, everybody's
accounts for administrators."""

from __future__ import annotations

from django.urls import include, path

from dateline.site.accounts import views

urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("close/", views.close_account, name="account-close"),
    path("people/", views.people, name="people"),
    path("people/<int:pk>/", views.person, name="person"),
    path("", include("allauth.urls")),
]
