"""Do the results, taken together, look like colour photographs? The kernel distance of Bińkowski et al. 2018 (KID).

Pixel figures reward hedging: a brown coat is never far wrong. This one compares the two sets of pictures as wholes, by
the features of a network that knows photographs: EfficientNet-Lite0 with its ImageNet weights, where the paper has
Inception.
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from colorstudio.networks.encoder import FEATURE_CHANNELS, EfficientNetLite0, lite0_state_from_rgb
from training.initialise import imagenet_state

FloatArray = NDArray[np.float32]

FEATURES = 1280
_SIDE = 224


def kernel_distance(x: FloatArray, y: FloatArray) -> float:
    """The unbiased squared maximum mean discrepancy of two sets under the kernel (x · y / d + 1)³.

    Args:
        x, y: float32 (n, d) and (m, d), at least two each.
    """
    return _within(x) + _within(y) - 2.0 * float(_kernel(x, y).mean())


def _within(x: FloatArray) -> float:
    kernel, count = _kernel(x, x), len(x)
    return float((kernel.sum() - np.trace(kernel)) / (count * (count - 1)))


def _kernel(x: FloatArray, y: FloatArray) -> NDArray[np.float64]:
    products: NDArray[np.float64] = x.astype(np.float64) @ y.astype(np.float64).T / x.shape[1]
    return np.power(products + 1.0, 3)


class PictureFeatures(nn.Module):
    """What the classifier EfficientNet-Lite0 knows of a colour picture before it names it.

    Raises:
        TrainingError: the ImageNet weights are not installed.
    """

    def __init__(self) -> None:
        super().__init__()
        state = imagenet_state()
        self.encoder = EfficientNetLite0()
        self.encoder.load_state_dict(lite0_state_from_rgb(state))
        self.encoder.stem = nn.Conv2d(3, 32, 3, 2, 1, bias=False)
        self.head = nn.Conv2d(FEATURE_CHANNELS[-1], FEATURES, 1, bias=False)
        self.norm = nn.BatchNorm2d(FEATURES, eps=1e-3)
        self.encoder.stem.load_state_dict({"weight": state["_conv_stem.weight"]})
        self.head.load_state_dict({"weight": state["_conv_head.weight"]})
        self.norm.load_state_dict({name: state[f"_bn1.{name}"] for name in self.norm.state_dict()})
        self.eval().requires_grad_(False)

    def forward(self, rgb: Tensor) -> Tensor:
        """Map encoded sRGB (N, 3, H, W), -1..1, to (N, 1280)."""
        deepest = self.encoder(rgb)[-1]
        return F.relu6(self.norm(self.head(deepest))).mean((2, 3))

    def of(self, rgb: FloatArray) -> FloatArray:
        """Features (1280,) of one picture: float32 (H, W, 3), encoded sRGB 0..1, looked at in 224 x 224."""
        picture = torch.from_numpy(np.ascontiguousarray(rgb.transpose(2, 0, 1)))[None] * 2.0 - 1.0
        square = F.interpolate(picture, size=(_SIDE, _SIDE), mode="bilinear", antialias=True, align_corners=False)
        features: FloatArray = self(square)[0].numpy()
        return features
