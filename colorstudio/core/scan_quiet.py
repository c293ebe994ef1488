"""Keeps the picture libraries from writing to stderr and from refusing large scans on their own."""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pyvips
from PIL import Image

for _name in ("PIL", "pyvips", "tifffile"):
    # Without a handler Python prints their warnings; an application that configures logging still gets them.
    logging.getLogger(_name).addHandler(logging.NullHandler())

# A cached operation would show a file as it was before somebody replaced it, and keeps memory for nothing.
pyvips.cache_set_max(0)

# Pillow refuses at 179 megapixels and warns at 89; archives have larger scans. `scan_limits` decides instead,
# from the header, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None

_lock = threading.Lock()


@contextmanager
def quiet_pillow() -> Iterator[None]:
    """Run Pillow without its Python warnings.

    One thread at a time: the list of warning filters belongs to the whole process. It also means
    that two whole pictures are never decoded by Pillow at once.
    """
    with _lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
