"""From a checkpoint of the well-known PyTorch implementation of pix2pix to a model pack."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import replace_atomically, sha256_file
from colorstudio.core.training_sections import PackConfig
from colorstudio.inference.backend import open_backend
from colorstudio.inference.card import ModelCard
from colorstudio.inference.pack import Pack, open_pack
from colorstudio.networks.generators import Generator
from training.packs import generator_from_pack, make_card, save_pack
from training.pix2pix_checkpoint import ForeignGenerator, describe, read_state, rebuild
from training.pix2pix_options import TrainOptions, options_of

STEPS = 5
_DEFAULT_SIZE, _SMALLEST_SIZE, _LARGEST_SIZE = 256, 64, 1024
_KEPT_OPTIONS = (
    *("model", "dataset_mode", "direction", "gan_mode", "lambda_L1", "lr", "batch_size", "load_size", "crop_size"),
    *("n_epochs", "n_epochs_decay", "niter", "niter_decay", "preprocess"),
)
_TOLERANCE = 0.25
"""a*, b* units, on average, by which the pack's graph may differ from the network; sums in another order make 0.001."""


@dataclass(frozen=True)
class Conversion:
    """What a person says about a checkpoint.

    Attributes:
        norm_mode: 'batch': with the statistics of each picture, as that implementation tests unless `--eval` is
            given; 'running': with those gathered in training.
        dropout: whether it was trained with dropout; None: as its options say, else as is usual there.
        id, version, name, licence: of the pack; empty: taken from the files.
        look_beside: whether a `train_opt.txt` beside the checkpoint is read when no options are named.
    """

    norm_mode: Literal["batch", "running"] = "batch"
    dropout: bool | None = None
    id: str = ""
    version: str = ""
    name: str = ""
    licence: str = ""
    look_beside: bool = True


def convert(
    checkpoint: Path,
    target: Path,
    wishes: Conversion,
    options: Path | None = None,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> Pack:
    """Write a pack that gives what the checkpoint's network gives.

    Args:
        checkpoint: `latest_net_G.pth` or one of its like.
        target: the `.cspack` to write; it must not exist.
        wishes: what a person says about it.
        options: the training's `train_opt.txt`; None: see `Conversion.look_beside`.
        tell: called with the steps done and their number.

    Raises:
        TrainingError: the file is not safe, no generator, or not of the options; or the target exists.
        PackError: id or version are no words for a pack.
        OSError: the pack cannot be written.
    """
    _refuse_existing(target)
    said = options_of(checkpoint, options, wishes.look_beside)
    tell(0, STEPS)
    state = read_state(checkpoint)
    foreign = describe(state, checkpoint)
    said.check(foreign, checkpoint)
    tell(1, STEPS)
    netG = rebuild(state, foreign, _norm_mode(foreign, wishes), _dropout(foreign, said, wishes), checkpoint)
    tell(2, STEPS)
    card = _card(netG, foreign, said, wishes, checkpoint)
    with replace_atomically(target) as temporary:  # nobody finds a pack that was not checked
        save_pack(temporary, card, netG, None)
        tell(4, STEPS)
        check_pack(open_pack(temporary))
    tell(STEPS, STEPS)
    return open_pack(target)


def _refuse_existing(target: Path) -> None:
    if target.exists():
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "{path} exists already; choose another name or folder."), path=target
        )


def _norm_mode(foreign: ForeignGenerator, wishes: Conversion) -> str:
    """Instance norm has the statistics of each picture in both modes."""
    return wishes.norm_mode if foreign.norm == "batch" else "batch"


def _dropout(foreign: ForeignGenerator, said: TrainOptions, wishes: Conversion) -> bool:
    """The weights tell it of a residual network; a U-Net has dropout unless it was trained with `--no_dropout`."""
    if foreign.dropout is not None:
        return foreign.dropout
    if wishes.dropout is not None:
        return wishes.dropout
    return said.dropout is not False


def _card(
    netG: Generator, foreign: ForeignGenerator, said: TrainOptions, wishes: Conversion, checkpoint: Path
) -> ModelCard:
    name = wishes.name or _plain_name(said, checkpoint)
    colours = f"{netG.arguments['sees']} → {netG.arguments['gives']}"
    config = PackConfig(
        id=wishes.id or _identifier(name) + ("-running" if netG.norm_mode == "running" else ""),
        version=wishes.version or _version(checkpoint),
        name_en=name,
        name_ko=name,
        description_en=f"Converted from a pix2pix checkpoint ({foreign.name}, {colours}).",
        description_ko=f"pix2pix 체크포인트에서 변환한 모델입니다({foreign.name}, {colours}).",
        licence=wishes.licence or PackConfig.licence,
        render_size=min(max(said.crop_size or _DEFAULT_SIZE, _SMALLEST_SIZE), _LARGEST_SIZE),
    )
    card = make_card(netG, config, _record(foreign, netG, said, checkpoint))
    return ModelCard.from_json(card.to_json(), checkpoint.name)  # the words of a person are looked at, too


def _record(foreign: ForeignGenerator, netG: Generator, said: TrainOptions, checkpoint: Path) -> dict[str, Any]:
    return {
        "converted_from": checkpoint.name,
        "sha256": sha256_file(checkpoint),
        "network": foreign.name,
        "norm": foreign.norm,
        "dropout": bool(netG.noise_rate),
        "options": {key: said.values[key] for key in _KEPT_OPTIONS if key in said.values},
    }


def _plain_name(said: TrainOptions, checkpoint: Path) -> str:
    """The experiment's name, or that of its folder: every checkpoint is called latest_net_G."""
    folder = checkpoint.absolute().parent.name
    return said.values.get("name") or (folder if "_net_G" in checkpoint.stem else checkpoint.stem) or "pix2pix"


def _identifier(name: str) -> str:
    """The Latin letters and digits of a name."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", name).strip("-._")[:80] or "pix2pix"


def _version(checkpoint: Path) -> str:
    """`200_net_G.pth` is the state after epoch 200."""
    epoch = checkpoint.stem.split("_")[0]
    return epoch if epoch.isdecimal() else "1.0"


def check_pack(pack: Pack) -> None:
    """Compare the graph in ONNX Runtime with the network in torch, on a picture with light, shade and texture.

    Raises:
        TrainingError: they differ.
    """
    side = -(-_SMALLEST_SIZE // pack.card.multiple_of) * pack.card.multiple_of
    ramp = np.linspace(0.0, 100.0, side, dtype=np.float32)
    texture = np.random.Generator(np.random.PCG64(0)).normal(0.0, 8.0, (side, side)).astype(np.float32)
    lightness = np.clip(ramp[None] + texture, 0.0, 100.0)
    found = open_backend(pack, "cpu").predict(lightness[None])[0]
    with torch.inference_mode():
        planes = generator_from_pack(pack).eval()(torch.from_numpy(lightness / 50.0 - 1.0)[None, None])
    expected = np.moveaxis(planes[0].numpy(), 0, -1) * pack.card.normalisation.chroma_scale
    difference = float(np.abs(found - expected).mean())
    if not difference <= _TOLERANCE:  # also what is no number
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} was converted, but gives other colours than its network ({difference}); it is not kept.",
            ),
            name=pack.card.reference,
            difference=f"{difference:.2f}",
        )
