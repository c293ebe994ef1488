"""What kind of picture a file is, told from its first bytes and never from its name alone."""

from __future__ import annotations

from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ScanError

_SUFFIXES: dict[str, tuple[str, ...]] = {
    "tiff": (".tif", ".tiff", ".btf"),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "webp": (".webp",),
    "bmp": (".bmp", ".dib"),
    "gif": (".gif",),
    "heif": (".avif",),
    "jpeg2000": (".jp2", ".j2k", ".jpf", ".jpx", ".j2c"),
    "psd": (".psd",),
    "tga": (".tga",),
    "ppm": (".pgm", ".ppm", ".pbm", ".pnm"),
    "pcx": (".pcx",),
}
# Their first page is a thumbnail in a TIFF: opened as TIFF they would silently give a tiny picture.
# fmt: off
_RAW_SUFFIXES = frozenset({
    ".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".erf", ".fff", ".iiq", ".kdc", ".mef", ".mos", ".mrw",
    ".nef", ".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".sr2", ".srf", ".x3f",
})
# fmt: on
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"II*\0", "tiff"),
    (0, b"MM\0*", "tiff"),
    (0, b"II+\0", "tiff"),
    (0, b"MM\0+", "tiff"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (8, b"WEBP", "webp"),
    (0, b"BM", "bmp"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (4, b"ftypavif", "heif"),
    (4, b"ftypavis", "heif"),
    (4, b"ftypmif1", "heif"),
    (4, b"ftyphei", "heif"),
    (4, b"ftyphev", "heif"),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", "jpeg2000"),
    (0, b"\xff\x4f\xff\x51", "jpeg2000"),
    (0, b"8BPS", "psd"),
    (0, b"\n\x05\x01", "pcx"),
    *((0, b"P%d" % kind, "ppm") for kind in range(1, 7)),
)


def readable_suffixes() -> tuple[str, ...]:
    """The endings, lower case with the dot, of files that `open_scan` understands; TIFF first."""
    return tuple(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


def is_readable_name(path: Path) -> bool:
    """Whether a file's ending is one of `readable_suffixes`, in any letter case."""
    return Path(path).suffix.lower() in readable_suffixes()


def sniff_format(path: Path) -> str:
    """The format of a file ("tiff", "png", "jpeg", …), told from its content.

    Raises:
        ScanError: missing, a folder, not readable, empty, a camera raw, or no picture known here.
    """
    head = _read_head(path)
    if path.suffix.lower() in _RAW_SUFFIXES:
        raise ScanError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} is a camera raw file, which cannot be opened; develop it to a TIFF first."
            ),
            name=path.name,
        )
    for offset, magic, name in _MAGIC:
        if head[offset : offset + len(magic)] == magic:
            return name
    if path.suffix.lower() == ".tga":  # the one format here without a signature
        return "tga"
    raise ScanError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is not a picture of a kind that can be opened here; save it as TIFF, PNG or JPEG first.",
        ),
        name=path.name,
    )


def _read_head(path: Path) -> bytes:
    if path.is_dir():
        raise ScanError(
            QT_TRANSLATE_NOOP("errors", "{name} is a folder; choose a picture in it."), name=path.name or str(path)
        )
    try:
        if not path.exists():
            raise FileNotFoundError
        if not path.is_file():  # a pipe or a device would make the program wait for ever
            raise ScanError(QT_TRANSLATE_NOOP("errors", "{name} is not a file; choose a picture."), name=path.name)
        with path.open("rb") as file:
            head = file.read(32)
    except (FileNotFoundError, ValueError) as error:  # ValueError: a NUL byte in the path
        raise ScanError(
            QT_TRANSLATE_NOOP("errors", "There is no file {name}; check its name and folder."), name=str(path)
        ) from error
    except OSError as error:
        raise ScanError(
            QT_TRANSLATE_NOOP("errors", "{name} cannot be read ({reason}); check its permissions and its disc."),
            name=path.name,
            reason=error.strerror or str(error),
        ) from error
    if not head:
        raise ScanError(
            QT_TRANSLATE_NOOP("errors", "{name} is empty; scan it again or restore it from a copy."), name=path.name
        )
    return head
