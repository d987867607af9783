"""Django's settings of the newsroom. What a desk may set is read from the environment (docs/reference/environment.md);
without any of it the site runs on this machine with SQLite in its own folder."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from dateline.site import environment

HERE = Path(__file__).parent
SITE_FOLDER = environment.folder()
SITE_NAME = os.environ.get("DATELINE_SITE_NAME", "").strip() or "Dateline"
#: The address that readers use; links in feeds and mails start with it.
SITE_ADDRESS = os.environ.get("DATELINE_SITE_ADDRESS", "").strip().rstrip("/") or "http://127.0.0.1:8000"
#: Where readers write to about an error; empty: they are pointed to the comments.
SITE_CONTACT = os.environ.get("DATELINE_SITE_CONTACT", "").strip()
_SECURE = SITE_ADDRESS.startswith("https://")

SECRET_KEY = environment.secret(SITE_FOLDER)
DEBUG = False
ALLOWED_HOSTS = [urlsplit(SITE_ADDRESS).hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]",
                 *environment.words("DATELINE_SITE_HOSTS")]  # fmt: skip
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",  # the pages of allauth ask for it
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "dateline.site.audit",
    "dateline.site.accounts",
    "dateline.site.stories",
    "dateline.site.checks",
    "dateline.site.comments",
    "dateline.site.intake",
    "dateline.site.newsroom",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

CSRF_FAILURE_VIEW = "dateline.site.stories.errors.forged"
ROOT_URLCONF = "dateline.site.urls"
WSGI_APPLICATION = "dateline.site.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dateline.site.stories.context.site",
            ],
        },
    }
]

#: SQLite as many readers and one writer want it: no reader waits, and who means to write says so at once.
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,  # seconds that a writer waits: SQLite gives the turn to anybody, not to who waits longest
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", "").strip() or f"sqlite:///{quote(str(SITE_FOLDER / 'site.sqlite3'))}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = _SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache",
                      "OPTIONS": {"MAX_ENTRIES": 50_000}}}  # fmt: skip
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

#: Accounts: by e-mail address, which is confirmed before anybody logs in; no page says whether an address has one.
ACCOUNT_ADAPTER = "dateline.site.accounts.adapting.Adapter"
ACCOUNT_SIGNUP_FORM_CLASS = "dateline.site.accounts.forms.SignupForm"
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{SITE_NAME}: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _SECURE else "http"
ACCOUNT_RATE_LIMITS = {"signup": "5/m/ip,30/h/ip", "reset_password": "5/m/ip,3/m/key", "login": "60/m/ip,600/h/ip"}
#: How many proxies stand before the site: so many entries of X-Forwarded-For are believed.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("DATELINE_SITE_PROXIES", 0)
MFA_ADAPTER = "dateline.site.accounts.adapting.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1

#: Five wrong passwords for one account from one place lock both for a while, right or wrong.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "dateline.site.accounts.limits.login_name"
AXES_CLIENT_IP_CALLABLE = "dateline.site.accounts.limits.client"
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"

#: Which comments wait for a moderator (`comments.posting`), and how many one account can write in a minute.
COMMENTS_HOLD = environment.choice("DATELINE_SITE_HOLD", ("new", "links", "all", "none"))
COMMENTS_A_MINUTE = environment.number("DATELINE_SITE_COMMENTS", 6)

_MAIL = environment.mail("DATELINE_SITE_MAIL")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL else 'console'}.EmailBackend"
if _MAIL:
    EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL.ssl, _MAIL.starttls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("DATELINE_SITE_MAIL_FROM", "").strip() or "newsroom@localhost"

LANGUAGE_CODE = "en"
TIME_ZONE = os.environ.get("DATELINE_SITE_TIME_ZONE", "").strip() or "UTC"
USE_I18N = False
DATE_FORMAT = SHORT_DATE_FORMAT = "j F Y"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "j F Y, H:i"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = SITE_FOLDER / "static"
STATICFILES_DIRS = [HERE / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = SITE_FOLDER / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

#: Nothing inline, nothing from elsewhere: what a comment or a report smuggles in does not run.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = _SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _SECURE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
#: A report that a desk uploads; pictures have their own limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

#: What fails is printed where the site was started, with where it failed: never a draft's text. Strangers who ask for
#: what is not there, or under another name, are no failures.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"printed": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["printed"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["printed"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
