"""Files written so that a failure, a full disk or a power cut leaves the old state whole."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from colorstudio.core.progress import CancelToken

_CHUNK = 1 << 20


def _read_umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


_UMASK = _read_umask()  # once: it can only be read by setting it, for all threads


@contextmanager
def replace_atomically(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path` that becomes `path` when the block ends well.

    The temporary file exists (empty) when the block starts, ends like `path` (encoders choose by
    the ending) and is on the same volume, so that the final `os.replace` is atomic. It is fsynced
    before and its folder after the move. If the block raises, it is removed and `path` is as it was.

    Raises:
        OSError: the folder is missing, not writable, or the disc is full.
    """
    path = Path(path)
    temporary = _temporary_beside(path)
    try:
        yield temporary
        _copy_mode(path, temporary)
        _fsync(temporary)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _fsync_folder(path.parent)


def _temporary_beside(path: Path) -> Path:
    # The stem is cut: a name at the file system's limit would not take our addition. 40 characters
    # are at most 160 bytes of UTF-8.
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}.", suffix=f".part{path.suffix}", dir=path.parent)
    os.close(handle)
    return Path(name)


def _copy_mode(path: Path, temporary: Path) -> None:
    """Give the temporary file the mode that an ordinary new file, or the replaced one, has."""
    if os.name == "nt":
        return
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mode = 0o666 & ~_UMASK
    with suppress(OSError):  # not every network share has modes
        temporary.chmod(mode)


def _fsync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _fsync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened for fsync there
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of `replace_atomically`."""
    with replace_atomically(path) as temporary:
        temporary.write_bytes(data)


def write_json_atomically(path: Path, value: object) -> None:
    """Write `value` as indented UTF-8 JSON with a final newline, by way of `replace_atomically`.

    What is not valid Unicode (file names of older systems) becomes "?".
    """
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    write_bytes_atomically(path, (text + "\n").encode("utf-8", "replace"))


def write_compact_json_atomically(path: Path, value: object) -> None:
    """Write `value` as `write_json_atomically` does, but in one line, and many times as fast: for large values."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:  # file names of older systems
        data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    write_bytes_atomically(path, data + b"\n")


def sha256_file(path: Path, token: CancelToken | None = None) -> str:
    """The SHA-256 of a file's bytes, in lower-case hexadecimal.

    Raises:
        OSError: the file cannot be read.
        Cancelled: `token` was cancelled; it is polled every MiB.
    """
    digest = hashlib.sha256()
    with Path(path).open("rb") as file:
        while chunk := file.read(_CHUNK):
            if token is not None:
                token.check()
            digest.update(chunk)
    return digest.hexdigest()


def same_file(a: Path, b: Path) -> bool:
    """Whether two paths are one file: links of either kind, another spelling, another letter case.

    A file that does not exist yet is compared by its resolved path, which also holds for a broken
    link that would be written through.
    """
    try:
        return Path(a).samefile(b)
    except OSError:
        return _resolved(a) == _resolved(b)


def _resolved(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
