"""The library of model packs: what comes in is looked at first, what goes out is whole, what goes can come back."""

from __future__ import annotations

import logging
import shutil
import zipfile
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, PackError
from colorstudio.core.files import replace_atomically, same_file, sha256_file
from colorstudio.inference.graph_check import UnsafeGraphError, check_graph
from colorstudio.inference.pack import MEMBERS, SUFFIX, WEIGHTS, Pack, open_pack, rewrite_pack
from colorstudio.inference.pack_pictures import BadPictureError, decode_picture
from colorstudio.inference.registry import Registry

_log = logging.getLogger(__name__)


class PackLibrary:
    """The packs of this computer. Every method reads or writes files: call it in a thread, not in the window's.

    Args:
        own: the folder of the user's packs; it is made when something is installed.
        shipped: folders that are only read.
    """

    def __init__(self, own: Path, shipped: Iterable[Path] = ()) -> None:
        self._own = own
        self._registry = Registry((own, *shipped))

    def packs(self) -> list[Pack]:
        """Every usable pack, see `Registry.packs`."""
        return self._registry.packs()

    def is_own(self, pack: Pack) -> bool:
        """Whether the pack lies among the user's own, and may be removed."""
        return same_file(pack.path.parent, self._own)

    def inspect(self, path: Path) -> Pack:
        """Look at a pack that comes from elsewhere, without keeping it.

        It holds a card, weights, a graph and the card's pictures and nothing else; hashes fit; the pictures are small
        and can be decoded; the graph has standard operators and takes its weights from the pack; one small picture
        goes through it.

        Raises:
            PackError: no pack, damaged, of a newer version, not safe, or it does not work.
        """
        pack = open_pack(path)
        try:
            _check_members(pack)
            _ = pack.sha256  # read now, so that it tells of what is looked at here
            _check_pictures(pack)
            check_graph(pack.graph(), pack.weights().keys(), WEIGHTS)
        except UnsafeGraphError as error:
            raise _unsafe(pack.path, str(error)) from error
        except (OSError, EOFError, zipfile.BadZipFile) as error:
            raise _not_read(pack.path, error) from error
        _try_out(pack)
        return pack

    def install(self, path: Path) -> Pack:
        """Look at a pack and copy it into the library; one that is here already is given back.

        Raises:
            PackError: see `inspect`; or another model of this id and version is here; or it cannot be written.
        """
        pack = self.inspect(path)
        there = self._find(pack.card.reference)
        if there is not None:
            if there.sha256 == pack.sha256:
                return there
            raise PackError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{name} is another model than the {reference} that is here already; "
                    "remove that one first, or ask for the new one under another version.",
                ),
                name=pack.path.name,
                reference=pack.card.reference,
            )
        try:
            self._own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(self._own, error) from error
        return _copied(pack, self._free_path(pack))

    def install_as_next(self, path: Path) -> Pack:
        """Like `install`, but a model whose id and version are taken by another gets the next free version.

        Raises:
            PackError: see `inspect`; or it cannot be written.
        """
        pack = self.inspect(path)
        twin = self.twin_of(path)
        if twin is not None:
            return twin
        taken = {there.card.version for there in self.packs() if there.card.id == pack.card.id}
        if pack.card.version not in taken:
            return self.install(path)
        card = replace(pack.card, version=_next_version(pack.card.version, taken))
        with TemporaryDirectory() as folder:
            renamed = Path(folder) / path.name
            rewrite_pack(renamed, pack, card)
            return self.install(renamed)

    def twin_of(self, path: Path) -> Pack | None:
        """The pack that is here already with the id and the weights of another, whatever its version is called.

        Raises:
            PackError: no pack, or damaged.
        """
        pack = open_pack(path)
        relatives = (there for there in self.packs() if there.card.id == pack.card.id)
        return next((there for there in relatives if there.has_weights_of(pack)), None)

    def export(self, reference: str, target: Path, overwrite: bool = False) -> Path:
        """Copy a pack to a file, or into a folder under its own name; returns the file.

        Args:
            reference: ``id@version`` or an id.
            target: a file or an existing folder.
            overwrite: replace a file that is there.

        Raises:
            PackError: there is no such pack, the file exists, or it cannot be written.
        """
        pack = self._registry.find(reference)
        path = target / _file_name(pack) if target.is_dir() else target
        if same_file(path, pack.path) or (path.exists() and not overwrite):
            raise PackError(
                QT_TRANSLATE_NOOP("errors", "{path} exists already; choose another name or folder."), path=path
            )
        return _copied(pack, path).path

    def remove(self, reference: str) -> None:
        """Move one of the user's own packs to the trash.

        Raises:
            PackError: there is no such pack, it is a shipped one, or there is no trash where it lies.
        """
        pack = self._registry.find(reference)
        if not self.is_own(pack):
            raise PackError(
                QT_TRANSLATE_NOOP(
                    "errors", "The model {reference} is not one of your own and stays; only your own can be removed."
                ),
                reference=pack.card.reference,
            )
        _move_to_trash(pack.path)

    def _free_path(self, pack: Pack) -> Path:
        """A file that is not there yet: `a` 1-0 and `a-1` 0 would have one name, and one of a newer version is kept."""
        stem = _file_name(pack).removesuffix(SUFFIX)
        names = chain([stem], (f"{stem}-{n}" for n in count(2)))
        return next(path for name in names if not (path := self._own / f"{name}{SUFFIX}").exists())

    def _find(self, reference: str) -> Pack | None:
        return next((pack for pack in self.packs() if pack.card.reference == reference), None)


def _next_version(version: str, taken: Container[str]) -> str:
    """The next version that is free: 1.0 -> 1.1, "first" -> first.1."""
    stem, _, last = version.rpartition(".")
    number = int(last) if stem and last.isdigit() else 0
    stem = stem if stem and last.isdigit() else version
    return next(name for name in (f"{stem}.{n}" for n in count(number + 1)) if name not in taken)


def _file_name(pack: Pack) -> str:
    return f"{pack.card.id}-{pack.card.version}{SUFFIX}"


def _check_members(pack: Pack) -> None:
    """A pack has its three members and the pictures of its card, none twice: nothing can hide in it."""
    with zipfile.ZipFile(pack.path) as archive:
        names = archive.namelist()
    if Counter(names) - Counter((*MEMBERS, *pack.card.picture_names)):
        raise _unsafe(pack.path, "it holds other files than a model's")


def _check_pictures(pack: Pack) -> None:
    try:
        for data in pack.pictures().values():
            decode_picture(data)
    except BadPictureError as error:
        _log.warning("%s: %s", pack.path, error)
        raise PackError(
            QT_TRANSLATE_NOOP(
                "errors",
                "A picture in {name} is damaged or too large; get a fresh copy of the model from where it was made.",
            ),
            name=pack.path.name,
        ) from error


def _try_out(pack: Pack) -> None:
    """Send one grey picture through the pack."""
    from colorstudio.inference.onnx_backend import OnnxBackend

    side = pack.card.multiple_of
    try:
        ab = OnnxBackend(pack).predict(np.full((1, side, side), 50.0, np.float32))
    except PackError:
        raise
    except (ColorStudioError, ValueError, IndexError) as error:
        raise _does_not_work(pack) from error
    if ab.shape != (1, side, side, 2) or not np.isfinite(ab).all():
        raise _does_not_work(pack)


def _copied(pack: Pack, target: Path) -> Pack:
    """Copy the pack that was looked at, and no other that may have come in its place since."""
    try:
        with replace_atomically(target) as temporary:
            shutil.copyfile(pack.path, temporary)
            if sha256_file(temporary) != pack.sha256:
                raise PackError(
                    QT_TRANSLATE_NOOP("errors", "{name} changed while it was read; copy it once more and try again."),
                    name=pack.path.name,
                )
    except OSError as error:
        raise _not_written(target, error) from error
    return open_pack(target)


def _move_to_trash(path: Path) -> None:
    from send2trash import send2trash

    try:
        send2trash(path)
    except OSError as error:
        raise PackError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be moved to the trash ({reason}); remove the file yourself."),
            path=path,
            reason=error.strerror or error,
        ) from error


def _not_read(path: Path, error: Exception) -> PackError:
    return PackError(
        QT_TRANSLATE_NOOP("errors", "{path} cannot be read ({reason}); look whether its medium is still there."),
        path=path,
        reason=getattr(error, "strerror", None) or error,
    )


def _not_written(path: Path, error: OSError) -> PackError:
    return PackError(
        QT_TRANSLATE_NOOP("errors", "{path} cannot be written ({reason}); choose another folder or make room there."),
        path=path,
        reason=error.strerror or error,
    )


def _unsafe(path: Path, reason: str) -> PackError:
    _log.warning("%s: %s", path, reason)
    return PackError(
        QT_TRANSLATE_NOOP(
            "errors", "{name} holds more than a model needs and is not safe to use; get it from where it was made."
        ),
        name=path.name,
    )


def _does_not_work(pack: Pack) -> PackError:
    return PackError(
        QT_TRANSLATE_NOOP(
            "errors", "The model in {name} does not work: its card and its network do not fit each other."
        ),
        name=pack.path.name,
    )
