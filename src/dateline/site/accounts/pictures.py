"""Pictures that people upload, made anew: only what can be seen stays."""

from __future__ import annotations

import io
from typing import IO, Any

from PIL import Image, ImageOps

#: Bytes of an upload; pixels of a picture, before it is made smaller; the longer side of what is kept.
LARGEST = 5_000_000
MOST_PIXELS = 40_000_000
SIDE = 512
FORMATS = ("JPEG", "PNG", "WEBP")


class Unusable(Exception):
    """An upload that is no picture we take; the message says what is wrong and what we take."""


def reencoded(upload: IO[bytes] | Any, side: int = SIDE) -> bytes:
    """The picture as a JPEG, at most `side` pixels wide and high, turned upright, without the camera's notes of place
    and time. Raises Unusable."""
    data = upload.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unusable(f"The picture has more than {LARGEST // 1_000_000} MB; make it smaller.")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Unusable(f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels; make it smaller.")
            drawn = _flat(opened, side)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise Unusable("This is no picture that we can read: choose a JPEG, PNG or WebP file.") from problem
    kept = io.BytesIO()
    drawn.save(kept, "JPEG", quality=85, optimize=True)
    return kept.getvalue()


def _flat(opened: Image.Image, side: int) -> Image.Image:
    """Made small, upright, on white where it is transparent."""
    opened.draft("RGB", (side * 2, side * 2))  # a large JPEG is read at a fraction of its size
    small = opened.convert("RGBA") if opened.mode in ("P", "LA", "PA") else opened
    small.thumbnail((side, side))
    upright = ImageOps.exif_transpose(small).convert("RGBA")
    drawn = Image.new("RGB", upright.size, "white")
    drawn.paste(upright, mask=upright)
    return drawn
