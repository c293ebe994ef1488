"""Chains: the stages in which a pack is made, as data. `training/chains` has those of the shipped packs."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, load_recipe
from training.shipped import find_chain, find_recipe

_Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=100)]


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One training run of a chain, or the mean of some.

    Attributes:
        name: of its run folder.
        recipe: name of a shipped recipe, or a TOML file.
        data: sub-folders of the pictures.
        set: what differs from the recipe, as with `--set`.
        begins_with: the earlier stage of the chain whose plain weights it starts from; '': the one before it.
        mean_of: earlier stages of the chain and how much each counts, in any unit. The stage is the mean of their plain
            weights then, and learns nothing; its recipe and pictures are for its pack, the gain and the figures of it.
            It is compared with the last of them.
    """

    name: _Name
    recipe: str
    data: Annotated[tuple[_Name, ...], msgspec.Meta(min_length=1)]
    set: tuple[str, ...] = ()
    begins_with: str = ""
    mean_of: dict[str, Annotated[float, msgspec.Meta(gt=0.0, le=1e6)]] = {}

    def __post_init__(self) -> None:
        if self.begins_with and self.mean_of:
            raise ValueError(f"{self.name} has both begins_with and mean_of")


class Chain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a pack is made: its first stage starts as its recipe says, or from the finished pack of another chain; each
    other one from the plain weights of the stage before, or of the one that it names.

    Attributes:
        stages: in order.
        begins_with: name of the shipped chain whose pack the first stage starts from; '': none.
    """

    stages: Annotated[tuple[Stage, ...], msgspec.Meta(min_length=1)]
    begins_with: str = ""


@dataclass(frozen=True)
class Step:
    """A stage with all that it needs here.

    Attributes:
        folder: of its run.
        config: its configuration.
        needs: the stages whose plain weights it is made from; empty: the first of its chain.
        published: where its finished pack is put; None: it is not the last of its chain.
    """

    folder: RunFolder
    config: TrainingConfig
    needs: tuple[RunFolder, ...]
    published: Path | None


def load_chain(chain: str) -> Chain:
    """Read a chain.

    Args:
        chain: name of a shipped one, or a TOML file.

    Raises:
        TrainingError: there is none, or it is not valid.
    """
    path = find_chain(chain)
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Chain)
    except (ValueError, msgspec.ValidationError) as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training settings are not valid {kind}: {reason}."),
            kind="TOML",
            reason=error,
        ) from error


def plan(chain: str, data: Sequence[Path], out: Path, overrides: Sequence[str] = ()) -> list[Step]:
    """The steps that make a pack, those of the packs before it first; nothing of packs that lie in `out` already.

    Args:
        chain: name of a shipped chain, or a TOML file.
        data: folders that the stages find their sub-folders in; the first one that has it counts.
        out: folder of run folders and packs.
        overrides: settings of all stages, stronger than those of the chain.

    Raises:
        TrainingError: a chain, a recipe or a setting is not valid, a folder is missing, or two stages or packs would
            come to the same place.
    """
    chains = _with_those_before(chain)
    _refuse_same_places(chains, out, overrides)
    return _plan(chains, data, out, overrides)[0]


def _with_those_before(name: str) -> list[Chain]:
    """A chain behind that of the pack which it begins with, and so on."""
    chains: dict[str, Chain] = {}
    while name:
        if name in chains:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The making of “{name}” begins with itself; name another pack."), name=name
            )
        chains[name] = load_chain(name)
        name = chains[name].begins_with
    return [*reversed(chains.values())]


def _refuse_same_places(chains: Sequence[Chain], out: Path, overrides: Sequence[str]) -> None:
    """Two runs or packs in one place would be taken for each other, and one of them never made."""
    names = [stage.name for chain in chains for stage in chain.stages]
    names += [_published(chain, out, overrides).name for chain in chains]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors", "Two of the stages or packs of the build are called {name}; each needs its own name."
            ),
            name=twice,
        )


def _published(chain: Chain, out: Path, overrides: Sequence[str]) -> Path:
    """Where the pack of a chain is going to lie."""
    last = chain.stages[-1]
    return out / f"{load_recipe(find_recipe(last.recipe), [*last.set, *overrides]).pack.id}.cspack"


def _plan(
    chains: Sequence[Chain], data: Sequence[Path], out: Path, overrides: Sequence[str]
) -> tuple[list[Step], Path]:
    """The steps of the last one of some chains and of those before it, and where its pack is going to lie."""
    *before_it, chain = chains
    last = chain.stages[-1]
    published = _published(chain, out, overrides)
    if published.is_file():
        return [], published
    steps: list[Step] = []
    pack = None
    if before_it:
        steps, pack = _plan(before_it, data, out, overrides)
    runs: dict[str, RunFolder] = {}
    for stage in chain.stages:
        needs = _needs(stage, runs)
        start = needs[-1].weights_path if needs else pack
        folders = [_sub_folder(name, data) for name in stage.data]
        parts = {str(run.weights_path): share for run, share in zip(needs, stage.mean_of.values(), strict=False)}
        runs[stage.name] = folder = RunFolder(out / stage.name)
        config = _config(stage, folders, start, parts, overrides)
        steps.append(Step(folder, config, needs, published if stage is last else None))
    return steps, published


def _needs(stage: Stage, earlier: Mapping[str, RunFolder]) -> tuple[RunFolder, ...]:
    """The runs that a stage is made from, of a mean the parts; none: it is the first of its chain.

    Raises:
        TrainingError: it names a stage that does not come before it.
    """
    named = [*stage.mean_of, *filter(None, (stage.begins_with,))] or list(earlier)[-1:]
    for name in named:
        if name not in earlier:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "{name} is made of {other}, which is no stage before it."),
                name=stage.name,
                other=name,
            )
    return tuple(earlier[name] for name in named)


def _config(
    stage: Stage, folders: Sequence[Path], start: Path | None, parts: Mapping[str, float], overrides: Sequence[str]
) -> TrainingConfig:
    own = [f"data.folders={json.dumps([str(folder) for folder in folders])}"]
    own += [f"generator.init_from={json.dumps(str(start))}"] if start else []
    shares = ", ".join(f"{json.dumps(path)} = {share}" for path, share in parts.items())
    own += [f"generator.mean_of={{ {shares} }}"] if parts else []
    return load_recipe(find_recipe(stage.recipe), [*stage.set, *overrides, *own])


def _sub_folder(name: str, data: Sequence[Path]) -> Path:
    folders = [(folder / name).absolute() for folder in data]
    found = next((folder for folder in folders if folder.is_dir()), None)
    if found is None:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "There is no folder {path}."), path=", ".join(map(str, folders))
        )
    return found
