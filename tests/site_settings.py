"""The site's settings for the tests: a folder that goes with them, quick passwords, mail kept in memory."""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="dateline-site-")
os.environ["DATELINE_SITE_HOME"] = _folder.name
for _name in ("DATELINE_SITE_ADDRESS", "DATELINE_SITE_SECRET", "DATELINE_SITE_NAME"):
    os.environ.pop(_name, None)

from dateline.site.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405  # one in memory is one connection: none waits for another
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder.name}/test.sqlite3"}  # noqa: F405
#: A connection of the tests is theirs to the end, however long they take: the application itself may ask to close it.
DATABASES["default"]["CONN_MAX_AGE"] = None  # noqa: F405
DATABASES["default"]["CONN_HEALTH_CHECKS"] = False  # noqa: F405
