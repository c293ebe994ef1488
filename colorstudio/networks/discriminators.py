"""Discriminators: is this chroma plausible for this lightness?"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from colorstudio.networks.layers import init_weights, norm_layer


class NLayerDiscriminator(nn.Module):
    """PatchGAN (Isola et al. 2017, 6.1.2), conditional on L; n_layers 3 judges patches of 70 x 70.

    C64-C128-C256-C512 and a last convolution to one logit per patch; the first layer has no normalisation.

    Args:
        ndf: width of the first layer.
        n_layers: number of layers with stride 2.
        norm: 'batch' or 'instance'.
    """

    def __init__(self, ndf: int = 64, n_layers: int = 3, norm: str = "batch") -> None:
        super().__init__()
        make_norm = norm_layer(norm)
        layers: list[nn.Module] = [nn.Conv2d(3, ndf, 4, 2, 1), nn.LeakyReLU(0.2, inplace=True)]
        width = ndf
        for i in range(1, n_layers + 1):
            width, previous = ndf * min(2**i, 8), width
            stride = 2 if i < n_layers else 1
            layers += [nn.Conv2d(previous, width, 4, stride, 1, bias=norm == "instance")]
            layers += [make_norm(width), nn.LeakyReLU(0.2, inplace=True)]
        layers += [nn.Conv2d(width, 1, 4, 1, 1)]
        self.model = nn.Sequential(*layers)
        init_weights(self)

    def forward(self, real_A: Tensor, B: Tensor) -> Tensor:
        """Judge chroma.

        Args:
            real_A: float32 (N, 1, H, W), the lightness, -1..1.
            B: float32 (N, 2, H, W), real or predicted chroma.

        Returns:
            float32 (N, 1, h, w), one logit for each patch.
        """
        logits: Tensor = self.model(torch.cat([real_A, B], 1))
        return logits
