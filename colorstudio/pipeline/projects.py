"""Opening and saving projects: what takes time, for a thread beside the window.

Hashing a master reads the whole file, so a project opens with what lies where it should, and the
hashes are compared afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from colorstudio.core.autosave import Journal, LeftJournal, Unsaved
from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError, ProjectError
from colorstudio.core.files import sha256_file
from colorstudio.core.progress import CancelToken, Progress, no_progress
from colorstudio.core.project_file import (
    Project,
    ProjectScan,
    moved_paths,
    read_project,
    relative_path,
    write_project,
)
from colorstudio.core.recipe import Master, Model, Recipe
from colorstudio.inference.registry import Registry


@dataclass(frozen=True)
class Draft:
    """A scan as the window knows it, on its way into a project.

    Attributes:
        path: the master.
        page: of it, from 0.
        recipe: without master and model.
        master: the one that the parameters were set for; None: not hashed yet.
        model: what the window calls the pack, with or without a version.
        known_model: the pack that an earlier save found, for a pack that is gone since.
    """

    path: Path
    page: int
    recipe: Recipe
    master: Master | None
    model: str
    known_model: Model | None = None


@dataclass(frozen=True)
class ProjectDraft:
    """All that goes into a project file.

    Attributes:
        scans: drafts, and scans that could not be opened and stay as they were read.
        shown, view: see `Project`.
        folder: of the project file that those scans were read from; None: a journal.
    """

    scans: tuple[Draft | ProjectScan, ...]
    shown: int | None = None
    view: str = ""
    folder: Path | None = None


@dataclass(frozen=True)
class OpenedProject:
    """A project that was read.

    Attributes:
        path: the project file; None: it came from a journal and was never saved.
        project: its content.
        places: for each scan, where its master is; None: nowhere that is known.
        strange_models: packs that are not here, or are here with another content.
    """

    path: Path | None
    project: Project
    places: tuple[Path | None, ...]
    strange_models: tuple[str, ...] = ()


class MasterState(StrEnum):
    """Whether a file is the master that a project was made with."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True)
class CheckedMaster:
    """What became of a master.

    Attributes:
        number: what the asker called it.
        path: the file that was looked at.
        state: how it compares.
        master: the file as it is now; None: missing.
    """

    number: int
    path: Path
    state: MasterState
    master: Master | None


Wanted = tuple[int, Path, Master | None]
"""A master that is looked for: what the asker calls it, where it was, its content if that is known."""


def open_project(path: Path, model_dirs: Sequence[Path], token: CancelToken, progress: Progress) -> OpenedProject:
    """Read a project, and look where its masters and its packs are.

    Raises:
        ProjectError: one sentence.
    """
    opened = locate(path, read_project(path))
    here = {(pack.card.reference, pack.sha256) for pack in Registry(model_dirs).packs()}
    models = [scan.recipe.model for scan in opened.project.scans if scan.recipe.model]
    strange = [model.reference for model in models if (model.reference, model.sha256) not in here]
    return replace(opened, strange_models=tuple(dict.fromkeys(strange)))


def locate(path: Path | None, project: Project) -> OpenedProject:
    """Look where the masters of a project are."""
    folder = path.parent if path else None
    places = (next(filter(_is_file, scan.candidates(folder)), None) for scan in project.scans)
    return OpenedProject(path, project, tuple(places))


def save_project(
    path: Path, draft: ProjectDraft, model_dirs: Sequence[Path], token: CancelToken, progress: Progress
) -> Project:
    """Hash what was not hashed, name the packs, and write the project file.

    Raises:
        ProjectError: one sentence; the old file is whole.
        Cancelled: likewise.
    """
    project = complete(draft, path.parent, model_dirs, token)
    token.check()
    write_project(path, project)
    return project


def keep_unsaved(
    journal: Journal,
    draft: ProjectDraft,
    project_path: Path | None,
    model_dirs: Sequence[Path],
    token: CancelToken,
    progress: Progress,
) -> Project:
    """Write the journal; masters that were not hashed yet stay without a hash, since that takes long.

    Raises:
        ProjectError: the user's folder cannot be written; one sentence.
    """
    folder = project_path.parent if project_path else None
    project = complete(draft, folder, model_dirs, token, hashing=False)
    try:
        journal.write(Unsaved(project, project_path))
    except OSError as error:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "Unsaved work cannot be kept for the case of a crash ({reason}); save the project often."
            ),
            reason=error.strerror or str(error),
        ) from error
    return project


def find_left_behind(journal: Journal, token: CancelToken, progress: Progress) -> list[LeftJournal]:
    """The journals of processes that are gone."""
    return journal.left_behind()


def complete(
    draft: ProjectDraft, folder: Path | None, model_dirs: Iterable[Path], token: CancelToken, *, hashing: bool = True
) -> Project:
    """Fill in what a draft does not say: masters, packs and relative paths.

    Args:
        draft: what to keep.
        folder: of the project file; None: it has none, and there are no relative paths.
        model_dirs: where packs are.
        token: cancels the hashing.
        hashing: hash masters that were not; one that cannot be read stays without a hash.
    """
    models = _Models(Registry(model_dirs))
    scans = tuple(
        _completed(scan, folder, models, token, hashing)
        if isinstance(scan, Draft)
        else _rebased(scan, draft.folder, folder)
        for scan in draft.scans
    )
    return Project(scans, draft.shown, draft.view)


def hash_master(path: Path, page: int, token: CancelToken, progress: Progress) -> Master | None:
    """Identify a master by its content; None: it cannot be read."""
    try:
        return Master(path.name, sha256_file(path, token), page)
    except OSError:
        return None


def check_master(
    number: int, path: Path, master: Master | None, token: CancelToken, progress: Progress
) -> CheckedMaster:
    """Tell whether a file is the master that was expected; None: its content was never known, and any will do."""
    found = hash_master(path, master.page if master else 0, token, progress)
    if found is None:
        return CheckedMaster(number, path, MasterState.MISSING, None)
    same = master is None or found.sha256 == master.sha256
    state = MasterState.SAME if same else MasterState.CHANGED
    return CheckedMaster(number, path, state, found)


def find_moved(
    found: Path, old: Path, missing: Sequence[Wanted], token: CancelToken, progress: Progress
) -> list[CheckedMaster]:
    """Look where others are that were moved together with a master that was found again.

    Args:
        found, old: where that master is, and was.
        missing: number, former path and content of those that are looked for, that one among them.
        token, progress: see `core.progress`.
    """
    places = moved_paths(old, found, [path for _, path, _ in missing]) | {old: found}
    looked_at = [(number, places[path], master) for number, path, master in missing if path in places]
    return _checked_files(looked_at, token, progress)


def find_in_folder(
    folder: Path, missing: Sequence[Wanted], token: CancelToken, progress: Progress
) -> list[CheckedMaster]:
    """Look for masters by their names in a folder and all that lie in it; a file of the same content is preferred."""
    places: dict[str, list[Path]] = {path.name: [] for _, path, _ in missing}
    for path in folder.rglob("*"):
        token.check()
        if path.name in places:
            places[path.name].append(path)
    looked_at = [(number, place, master) for number, path, master in missing for place in places[path.name]]
    best: dict[int, CheckedMaster] = {}
    for each in _checked_files(looked_at, token, progress):
        if each.number not in best or each.state is MasterState.SAME:
            best[each.number] = each
    return list(best.values())


def _checked_files(looked_at: Sequence[Wanted], token: CancelToken, progress: Progress) -> list[CheckedMaster]:
    checked = []
    for done, (number, path, master) in enumerate(looked_at, 1):
        checked.append(check_master(number, path, master, token, progress))
        progress(done / len(looked_at))
    return [each for each in checked if each.state is not MasterState.MISSING]


class _Models:
    """Names packs exactly; each is looked for once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: dict[str, Model | None] = {}

    def named(self, model: str, known: Model | None) -> Model | None:
        """The pack that a window's word for a model means; `known`, or nothing, where it is not here."""
        if known and model == known.reference:
            return known
        if model not in self._known:
            self._known[model] = self._found(model)
        return self._known[model] or known

    def _found(self, model: str) -> Model | None:
        try:
            pack = self._registry.find(model)
        except PackError:
            return None
        return Model(pack.card.reference, pack.sha256)


def _completed(scan: Draft, folder: Path | None, models: _Models, token: CancelToken, hashing: bool) -> ProjectScan:
    master = scan.master
    if master is None and hashing:
        master = hash_master(scan.path, scan.page, token, no_progress)
    recipe = replace(scan.recipe, master=master, model=models.named(scan.model, scan.known_model))
    path = relative_path(scan.path, folder) if folder else ""
    return ProjectScan(str(scan.path), recipe, path, scan.page)


def _rebased(scan: ProjectScan, before: Path | None, folder: Path | None) -> ProjectScan:
    """A scan that could not be opened, with its relative path seen from another project's folder."""
    if folder is None or (before == folder and scan.path):
        return scan
    place = before / scan.path if before and scan.path else Path(scan.absolute)
    # One that another system wrote is no absolute path here, and has no way from this folder.
    return replace(scan, path=relative_path(place, folder)) if place.is_absolute() else scan


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that this system does not allow
        return False
