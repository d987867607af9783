"""Addresses of accounts: logging in and out, confirmation, passkeys and one-time codes, one's own profile."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
