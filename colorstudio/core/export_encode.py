"""PNG, JPEG and WebP, encoded by libvips from a TIFF on disc."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pyvips

from colorstudio.core.icc import srgb_profile, with_profile
from colorstudio.core.metadata import clean_exif, photoshop_segment
from colorstudio.core.progress import CancelToken
from colorstudio.core.xmp import shortened

if TYPE_CHECKING:
    from colorstudio.core.export import ExportSpec

# The luminance may differ by 0.5 L* on average after lossy compression. Scans with the grain of film come to
# 0.65 (JPEG) and 0.5 (WebP) at the customary 95, and to 0.31 and 0.36 at these (measured on twelve).
_QUALITY = {"jpeg": 98, "webp": 100}
_MM_PER_INCH = 25.4
_JPEG_XMP_LIMIT = 65_000  # libvips leaves a longer packet out without a word
_UNKNOWN_DPI = (72.0, 72.0)


def encode(source: Path, target: Path, spec: ExportSpec, token: CancelToken | None) -> None:
    """Encode a TIFF of `export_tiff` as `spec` says.

    Raises:
        pyvips.Error: it cannot be encoded or written.
        Cancelled: `token` was cancelled meanwhile.
    """
    image = pyvips.Image.tiffload(os.fsencode(source), access="sequential", fail_on="error")
    image = _with_metadata(image, spec)
    _stop_when_cancelled(image, token)
    try:
        _save(image, target, spec)
    except pyvips.Error:
        if token is not None:
            token.check()  # a killed image is an error to libvips
        raise


def _save(image: pyvips.Image, target: Path, spec: ExportSpec) -> None:
    name, quality = os.fsencode(target), spec.quality or _QUALITY.get(spec.format)
    if spec.format == "png":
        # Level 3 after the "sub" filter: as small as level 6 and twice as fast on scans (measured).
        image.pngsave(name, compression=3, filter="sub")
    elif spec.format == "jpeg":
        # 4:4:4, because halved chroma bleeds over the edges that the upsampling kept. Neither progressive nor with
        # optimised Huffman tables: both hold the whole picture (600 MB for 60 megapixels).
        image.jpegsave(name, Q=quality, subsample_mode="off")
    else:
        image.webpsave(name, Q=quality, smart_subsample=True)


def _with_metadata(image: pyvips.Image, spec: ExportSpec) -> pyvips.Image:
    """The image with profile, resolution and the blobs that its format can hold."""
    x, y = dpi = spec.dpi or _UNKNOWN_DPI
    image = with_profile(image.copy(xres=x / _MM_PER_INCH, yres=y / _MM_PER_INCH), srgb_profile())
    for field in ("exif-data", "xmp-data", "iptc-data", "orientation"):
        image.remove(field)  # the TIFF's own, in the form that libvips reads from one
    blobs = {"exif-data": clean_exif(spec.metadata.get("exif", b""), dpi), "xmp-data": spec.xmp or b""}
    if spec.format == "jpeg":
        blobs["xmp-data"] = shortened(blobs["xmp-data"], _JPEG_XMP_LIMIT)
        blobs["iptc-data"] = photoshop_segment(spec.metadata.get("iptc", b""))
    for field, blob in blobs.items():
        if blob:
            image.set_type(pyvips.GValue.blob_type, field, blob)
    image.set_type(pyvips.GValue.gstr_type, "exif-ifd2-ColorSpace", "1")  # sRGB; libvips would say "uncalibrated"
    return image


def _stop_when_cancelled(image: pyvips.Image, token: CancelToken | None) -> None:
    if token is None:
        return

    def on_progress(current: pyvips.Image, _progress: object) -> None:
        if token.cancelled:
            current.set_kill(True)

    image.set_progress(True)
    image.signal_connect("eval", on_progress)
