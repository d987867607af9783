"""Lead pictures: what was sent is opened, checked, made small enough and written anew, so that nothing but its pixels
is kept: no place, no camera, no script."""

from __future__ import annotations

import io
import secrets
import warnings
from typing import TYPE_CHECKING, Protocol

from django.core.files.base import ContentFile

from dateline.site.stories.models import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

#: The largest file, in bytes, and the most pixels that are opened at all.
LARGEST = 5_000_000
MOST_PIXELS = 40_000_000
#: The longer side of what is kept, in pixels: a lead picture at twice the width of its column.
LONGER_SIDE = 1600
_READ = ("JPEG", "PNG", "WEBP", "GIF")


class _Sent(Protocol):
    """What was sent: a file, or Django's word for one."""

    def read(self, size: int, /) -> bytes: ...


class PictureError(Exception):
    """One line that says why a picture is not taken, and what is."""


def keep(sent: _Sent, size: int, *, alternative: str, caption: str = "", credit: str = "") -> Picture:
    """The picture as the site keeps it. `size` is in bytes. Raises PictureError."""
    if size > LARGEST:
        raise PictureError(f"The picture is {size / 1e6:.1f} MB; send one of up to {LARGEST / 1e6:.0f} MB.")
    data, suffix = redrawn(sent.read(LARGEST + 1))
    file = ContentFile(data, name=f"{secrets.token_hex(8)}{suffix}")
    return Picture.objects.create(file=file, alternative=alternative, caption=caption, credit=credit)


def redrawn(data: bytes) -> tuple[bytes, str]:
    """The pixels alone, turned upright, at most LONGER_SIDE long, as JPEG or (where it is see-through) PNG, with the
    suffix. Raises PictureError."""
    drawn = _opened(data)
    drawn.thumbnail((LONGER_SIDE, LONGER_SIDE))
    out = io.BytesIO()
    if drawn.mode == "RGBA":
        drawn.save(out, "PNG", optimize=True)
        return out.getvalue(), ".png"
    drawn.save(out, "JPEG", quality=84, optimize=True, progressive=True)
    return out.getvalue(), ".jpg"


def _opened(data: bytes) -> Image:
    """The picture upright, in RGB, or RGBA where it is see-through. Raises PictureError."""
    import PIL.Image
    from PIL import ImageOps

    too_many = PictureError(f"The picture has over {MOST_PIXELS / 1e6:.0f} million pixels: send a smaller one.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(io.BytesIO(data), formats=_READ) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise too_many
                upright = ImageOps.exif_transpose(opened)
                return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning):
        raise too_many from None
    except PictureError:
        raise
    # A damaged file fails in as many ways as there are formats: all of them are one thing to who sent it.
    except Exception:
        raise PictureError("This is no picture that can be opened: send a JPEG, PNG, WebP or GIF.") from None
