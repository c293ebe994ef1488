"""The packs that are at hand: shipped ones and the user's own."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError
from colorstudio.inference.pack import SUFFIX, Pack, open_pack

_log = logging.getLogger(__name__)


def _version_key(version: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in version.split("."))


class Registry:
    """Finds packs by id, by id and version, or by path.

    Args:
        folders: searched in this order; missing ones are skipped.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)

    def packs(self) -> list[Pack]:
        """Every usable pack, by id, newest version first; damaged files are logged and left out."""
        found: dict[str, Pack] = {}
        for path in (p for folder in self._folders for p in sorted(folder.glob(f"*{SUFFIX}"))):
            try:
                pack = open_pack(path)
            except PackError as error:
                _log.warning("%s", error)
                continue
            found.setdefault(pack.card.reference, pack)
        newest_first = sorted(found.values(), key=lambda pack: _version_key(pack.card.version), reverse=True)
        return sorted(newest_first, key=lambda pack: pack.card.id)

    def find(self, model: str | Path) -> Pack:
        """The pack called `model`: a path, ``id@version`` or an id (then the newest version).

        Raises:
            PackError: there is none; the sentence says what there is.
        """
        if isinstance(model, Path) or str(model).endswith(SUFFIX):
            return open_pack(Path(model))
        packs = self.packs()
        for pack in packs:
            if model in (pack.card.reference, pack.card.id):
                return pack
        raise PackError(
            QT_TRANSLATE_NOOP(
                "errors", "There is no model '{model}' here; choose one of: {available}; or import its pack."
            ),
            model=model,
            available=", ".join(pack.card.reference for pack in packs) or "-",
        )

    def find_exactly(self, reference: str, sha256: str) -> Pack:
        """The pack that a recipe names: the same id, version and hash.

        Raises:
            PackError: that version is not here, or has other content; the sentence says how to import it.
        """
        for pack in self.packs():
            if pack.card.reference == reference and pack.sha256 == sha256:
                return pack
        raise missing_pack(reference, sha256)


def missing_pack(reference: str, sha256: str) -> PackError:
    """The error for a pack that a recipe names and that is not here."""
    return PackError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The recipe was made with the model {reference} (SHA-256 {short}…), which is not here; "
            "import that very pack, or choose another model yourself.",
        ),
        reference=reference,
        short=sha256[:12],
    )
