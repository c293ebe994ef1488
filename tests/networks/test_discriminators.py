"""The PatchGAN: patches of 70 x 70, conditional on the lightness."""

from __future__ import annotations

import pytest
import torch

from colorstudio.networks.discriminators import NLayerDiscriminator


@pytest.mark.parametrize(("n_layers", "field"), [(1, 16), (2, 34), (3, 70)])
def test_the_receptive_field_is_that_of_the_paper(n_layers: int, field: int) -> None:
    netD = NLayerDiscriminator(ndf=4, n_layers=n_layers, norm="instance").double()
    # Normalisation looks at the whole picture; the field is that of the convolutions.
    for i, module in enumerate(netD.model):
        if isinstance(module, torch.nn.InstanceNorm2d):
            netD.model[i] = torch.nn.Identity()
    real_A = torch.rand(1, 1, 128, 128, dtype=torch.float64, requires_grad=True)
    logits = netD(real_A, torch.rand(1, 2, 128, 128, dtype=torch.float64))
    middle = logits.shape[-1] // 2
    logits[0, 0, middle, middle].backward()
    touched = real_A.grad[0, 0].abs().sum(dim=0).nonzero()
    assert int(touched.max() - touched.min()) + 1 == field


def test_it_judges_each_patch_and_looks_at_lightness_and_chroma() -> None:
    netD = NLayerDiscriminator(ndf=4).eval()
    real_A, real_B = torch.rand(2, 1, 256, 256), torch.rand(2, 2, 256, 256)
    with torch.no_grad():
        logits = netD(real_A, real_B)
        assert logits.shape == (2, 1, 30, 30)
        assert not torch.allclose(netD(1 - real_A, real_B), logits)
        assert not torch.allclose(netD(real_A, 1 - real_B), logits)


def test_an_unknown_normalisation_is_named() -> None:
    with pytest.raises(ValueError, match="norm must be"):
        NLayerDiscriminator(norm="layer")
