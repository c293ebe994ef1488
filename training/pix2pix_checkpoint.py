"""Generators out of checkpoints of the well-known PyTorch implementation of pix2pix and CycleGAN.

Such a file (`latest_net_G.pth`) is a pickled state_dict without a word about the network. It is read with
`weights_only=True`, and the names and shapes in it tell which network it is. The names follow from how that
implementation nests its layers: a U-Net is a block around a block (`model.model.1.model.3.model…`), a residual
network is one sequence.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from torch import Tensor

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.networks.generators import Generator, build_generator
from colorstudio.networks.pix2pix import Pix2PixResnet, Pix2PixUnet

State = Mapping[str, Tensor]
Arguments = dict[str, int | float | bool | str]
_COLOURS = {(1, 2): ("L", "ab"), (1, 3): ("grey", "RGB"), (3, 3): ("RGB", "RGB")}
_COUNTER = "num_batches_tracked"
_STATISTICS = ("running_mean", "running_var")


@dataclass(frozen=True)
class ForeignGenerator:
    """What names and shapes tell of a generator.

    Attributes:
        kind: 'unet' or 'resnet'.
        depth: halvings of the U-Net, or residual blocks.
        ngf: width of the first layer.
        inputs, outputs: channels.
        norm: 'batch' or 'instance'.
        dropout: whether a residual network was built with dropout; None: a U-Net does not tell.
    """

    kind: Literal["unet", "resnet"]
    depth: int
    ngf: int
    inputs: int
    outputs: int
    norm: Literal["batch", "instance"]
    dropout: bool | None

    @property
    def name(self) -> str:
        """As that implementation's option `netG` calls it: unet_256, resnet_9blocks."""
        return f"unet_{2**self.depth}" if self.kind == "unet" else f"resnet_{self.depth}blocks"


def read_state(path: Path) -> dict[str, Tensor]:
    """Read a checkpoint's weights; nothing in the file is run.

    Raises:
        TrainingError: the file is missing or damaged, or it holds more than weights.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "There is no file {path}; check its name."), path=path
        ) from error
    except pickle.UnpicklingError as error:
        raise _not_weights(path) from error
    except Exception as error:  # whatever damaged bytes make torch's reader stumble over
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} is damaged or not a checkpoint; copy it once more from where it was made."
            ),
            name=path.name,
        ) from error
    if not isinstance(state, Mapping) or not all(_is_weight(*entry) for entry in state.items()):
        raise _not_weights(path)
    return {name.removeprefix("module."): tensor for name, tensor in state.items()}


def _is_weight(name: Any, value: Any) -> bool:
    if not isinstance(name, str) or not isinstance(value, Tensor):
        return False
    return value.layout is torch.strided and not value.is_complex() and not value.is_quantized


def _not_weights(path: Path) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} holds more than the weights of a network and is not opened, because it could run a program; "
            "save the generator's state_dict alone, as latest_net_G.pth does.",
        ),
        name=path.name,
    )


def describe(state: State, path: Path) -> ForeignGenerator:
    """Tell which network a state is of.

    Raises:
        TrainingError: it is no generator of that implementation, or one without normalisation.
    """
    if _is_conv(state, "model.model.0.weight") and _is_conv(state, f"{_unet_level(1)}.1.weight"):
        return _described_unet(state, path)
    if _is_conv(state, "model.1.weight") and _is_conv(state, "model.10.conv_block.1.weight"):
        return _described_resnet(state, path)
    raise _not_a_generator(path)


def _described_unet(state: State, path: Path) -> ForeignGenerator:
    depth = 1
    while _is_conv(state, f"{_unet_level(depth)}.1.weight"):
        depth += 1
    ngf, inputs = _shape(state, "model.model.0.weight")[:2]
    outputs = (*_shape(state, "model.model.3.weight"), 0, 0)[1]
    norm = _norm(state, f"{_unet_level(1)}.2.weight", f"{_unet_level(1)}.1.bias", path)
    if depth < 5:
        raise _not_a_generator(path)
    return ForeignGenerator("unet", depth, ngf, inputs, outputs, norm, None)


def _described_resnet(state: State, path: Path) -> ForeignGenerator:
    blocks = len({name.split(".")[1] for name in state if ".conv_block." in name})
    ngf, inputs = _shape(state, "model.1.weight")[:2]
    outputs = (*_shape(state, f"model.{17 + blocks}.weight"), 0)[0]
    norm = _norm(state, "model.2.weight", "model.1.bias", path)
    dropout = _is_conv(state, "model.10.conv_block.6.weight")
    return ForeignGenerator("resnet", blocks, ngf, inputs, outputs, norm, dropout)


def _shape(state: State, name: str) -> tuple[int, ...]:
    """The shape of a weight; () if there is none."""
    return tuple(state[name].shape) if name in state else ()


def _is_conv(state: State, name: str) -> bool:
    return len(_shape(state, name)) == 4


def _norm(state: State, weight: str, bias: str, path: Path) -> Literal["batch", "instance"]:
    if weight in state:
        return "batch"
    if bias in state:  # only what has no shift of its own in the norm has one in the convolution
        return "instance"
    raise TrainingError(
        QT_TRANSLATE_NOOP(
            "errors", "{name} has no normalisation layers; only batch and instance norm can be converted."
        ),
        name=path.name,
    )


def _not_a_generator(path: Path) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is not a generator of pix2pix (unet_128, unet_256, resnet_6blocks or resnet_9blocks); "
            "choose a file such as latest_net_G.pth.",
        ),
        name=path.name,
    )


def rebuild(state: State, foreign: ForeignGenerator, norm_mode: str, dropout: bool, path: Path) -> Generator:
    """Build the network that `describe` told of, with the weights in it.

    Args:
        state: see `read_state`.
        foreign: see `describe`.
        norm_mode: 'batch' or 'running', see `networks.layers.norm_layer`.
        dropout: whether the network was trained with dropout.
        path: the file, for the sentence of an error.

    Raises:
        TrainingError: it sees or gives other channels than can colour a scan, or a weight is missing, too much, of
            another shape, or beyond the range of half precision.
    """
    architecture, arguments = _architecture(foreign, norm_mode, dropout, path)
    with torch.device("meta"):  # the shapes of a stranger's file are looked at before memory is taken for them
        places = build_generator(architecture, arguments).state_dict()
    names = foreign_names(foreign, [name for name, place in places.items() if place.is_floating_point()])
    fitting = {ours: _fitting(state, theirs, places[ours], foreign, path) for ours, theirs in names.items()}
    known = {*names.values(), *(name for name in state if name.endswith((_COUNTER, *_STATISTICS)))}
    for name in state:
        if name not in known:
            raise _misfit(foreign, name, path)
    netG = build_generator(architecture, arguments)
    netG.load_state_dict(fitting, strict=False)
    return netG.eval()


def _architecture(foreign: ForeignGenerator, norm_mode: str, dropout: bool, path: Path) -> tuple[str, Arguments]:
    """Name and arguments of our network of that kind."""
    colours = _COLOURS.get((foreign.inputs, foreign.outputs))
    if colours is None:
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} makes {outputs} channels of {inputs}; a model that colours makes L into ab (1 into 2) "
                "or RGB into RGB (3 into 3).",
            ),
            name=path.name,
            inputs=foreign.inputs,
            outputs=foreign.outputs,
        )
    architecture = Pix2PixUnet.architecture if foreign.kind == "unet" else Pix2PixResnet.architecture
    arguments: Arguments = {
        "num_downs" if foreign.kind == "unet" else "blocks": foreign.depth,
        "ngf": foreign.ngf,
        "norm": foreign.norm,
        "norm_mode": norm_mode,
        "noise_rate": 0.5 if dropout else 0.0,
        "sees": colours[0],
        "gives": colours[1],
    }
    return architecture, arguments


def _fitting(state: State, name: str, place: Tensor, foreign: ForeignGenerator, path: Path) -> Tensor:
    if name not in state:
        raise _misfit(foreign, name, path)
    value = state[name].float()
    if value.shape != place.shape:
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} is not a whole {network}: {part} has the shape {found} instead of {expected}."
            ),
            name=path.name,
            network=foreign.name,
            part=name,
            found=_times(value.shape),
            expected=_times(place.shape),
        )
    if not value.half().isfinite().all():
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} cannot be kept in a model pack: {part} has values that are not numbers or too large; "
                "statistics of its training are left out with the norm mode “batch”.",
            ),
            name=path.name,
            part=name,
        )
    return value


def _times(shape: Iterable[int]) -> str:
    return " x ".join(map(str, shape)) or "1"


def _misfit(foreign: ForeignGenerator, part: str, path: Path) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is not a whole {network}: {part} is missing or too much; choose the checkpoint of a generator.",
        ),
        name=path.name,
        network=foreign.name,
        part=part,
    )


def foreign_names(foreign: ForeignGenerator, names: Iterable[str]) -> dict[str, str]:
    """Which name in the checkpoint belongs to each of these names in our network's state_dict."""
    translate = _unet_name if foreign.kind == "unet" else _resnet_name
    return {name: translate(name, foreign) for name in names}


def _unet_level(level: int) -> str:
    """Where the layers of a level lie: 0 is the outermost block, each block lies in the one around it."""
    return "model.model" if level == 0 else "model.model.1.model" + ".3.model" * (level - 1)


def _unet_name(name: str, foreign: ForeignGenerator) -> str:
    """`downs.2.conv.weight`: a block is activation, conv, norm, inner block, activation, conv, norm."""
    side, level, layer, part = name.split(".", 3)
    if level == "0":  # conv, inner block, activation, conv
        position = 0 if side == "downs" else 3
    elif int(level) == foreign.depth - 1:  # activation, conv, activation, conv, norm
        position = {"downs.conv": 1, "ups.conv": 3, "ups.norm": 4}[f"{side}.{layer}"]
    else:
        position = {"downs.conv": 1, "downs.norm": 2, "ups.conv": 5, "ups.norm": 6}[f"{side}.{layer}"]
    return f"{_unet_level(int(level))}.{position}.{part}"


def _resnet_name(name: str, foreign: ForeignGenerator) -> str:
    """`blocks.3.second.norm.bias`: pad, conv, norm, activation; twice conv, norm, activation; blocks; and back."""
    if block := re.fullmatch(r"blocks\.(\d+)\.(first|second)\.(conv|norm)\.(.+)", name):
        index, which, layer, part = block.groups()
        # pad, conv, norm, activation, (dropout), pad, conv, norm
        position = 1 if which == "first" else 6 if foreign.dropout else 5
        return f"model.{10 + int(index)}.conv_block.{position + (layer == 'norm')}.{part}"
    if name.startswith("head."):
        return f"model.{17 + foreign.depth}.{name.removeprefix('head.')}"
    side, rest = name.split(".", 1)
    if side == "start":
        return _resnet_layer(1, rest)
    index, rest = rest.split(".", 1)
    return _resnet_layer((4 if side == "downs" else 10 + foreign.depth) + 3 * int(index), rest)


def _resnet_layer(position: int, rest: str) -> str:
    layer, part = rest.split(".", 1)
    return f"model.{position + (layer == 'norm')}.{part}"
