"""Foreign generators: the colours inside the network are those of the rest of the program, and it can learn on."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from colorstudio.core.color import lab_to_srgb, srgb_to_lab
from colorstudio.networks.colour import chroma_of_rgb, grey_of_lightness
from colorstudio.networks.generators import build_generator
from colorstudio.networks.layers import BatchStatisticsNorm


def test_the_grey_is_that_of_the_scan() -> None:
    lightness = np.linspace(0, 100, 1001, dtype=np.float32)
    expected = lab_to_srgb(np.stack([lightness, 0 * lightness, 0 * lightness], -1))[:, 0]
    np.testing.assert_allclose(grey_of_lightness(torch.from_numpy(lightness)).numpy(), expected, atol=2e-6)


def test_the_chroma_is_that_of_cielab() -> None:
    levels = np.linspace(0, 1, 18, dtype=np.float32)
    rgb = np.stack(np.meshgrid(levels, levels, levels), -1).reshape(1, 18, -1, 3)
    planes = torch.from_numpy(np.moveaxis(rgb, -1, 1).copy())
    found = np.moveaxis(chroma_of_rgb(planes).numpy(), 1, -1)
    np.testing.assert_allclose(found, srgb_to_lab(rgb)[..., 1:], atol=2e-3)
    assert np.abs(found).max() > 90
    assert chroma_of_rgb(torch.full((1, 3, 1, 1), 0.3)).abs().max() < 1e-3


def test_half_precision_does_not_reach_the_colours() -> None:
    planes = torch.rand(1, 3, 8, 8)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = chroma_of_rgb(planes)
    assert found.dtype == torch.float32
    assert torch.equal(found, chroma_of_rgb(planes))


@pytest.mark.parametrize("architecture", ["pix2pix_unet", "pix2pix_resnet"])
def test_a_network_of_rgb_learns_on_from_black_and_white(architecture: str) -> None:
    shape = {"num_downs": 5} if architecture == "pix2pix_unet" else {"blocks": 1}
    netG = build_generator(architecture, {**shape, "ngf": 2, "sees": "RGB", "gives": "RGB"}).train()
    L = torch.cat([-torch.ones(1, 1, 64, 32), torch.ones(1, 1, 64, 32)], 3)
    (netG(L) - 0.1).abs().mean().backward()
    gradients = [value.grad for value in netG.parameters()]
    assert all(gradient is not None and gradient.isfinite().all() for gradient in gradients)
    assert sum(float(gradient.abs().sum()) for gradient in gradients if gradient is not None) > 0


def test_other_colours_are_refused() -> None:
    for changes in ({"sees": "ab"}, {"gives": "L"}):
        with pytest.raises(ValueError, match="colours are"):
            build_generator("pix2pix_unet", {"num_downs": 5, "ngf": 2, **changes})


def test_a_card_names_all_that_builds_the_network() -> None:
    for architecture in ("pix2pix_unet", "pix2pix_resnet"):
        arguments = {"ngf": 2, "norm": "instance", "noise_rate": 0.0, "sees": "grey", "gives": "RGB"}
        netG = build_generator(architecture, arguments)
        again = build_generator(architecture, netG.arguments)
        shapes = {name: value.shape for name, value in netG.state_dict().items()}
        assert shapes == {name: value.shape for name, value in again.state_dict().items()}
        assert (again.noise_channels, again.arguments) == (0, netG.arguments)


def test_live_statistics_bear_half_precision() -> None:
    """A channel may reach hundreds: its square is beyond what 16 bits hold."""
    norm = BatchStatisticsNorm(2).eval()
    loud = torch.randn(1, 2, 16, 16) * 2000
    found = norm(loud.half())
    assert found.dtype == torch.float16
    assert torch.allclose(found.float(), norm(loud), atol=0.02)
