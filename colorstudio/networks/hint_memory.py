"""What hints say about places far from them: attention from every place to the hinted ones.

Convolutions carry a hint a few pixels far. A person who clicks on a coat means the coat, all of it, and nothing
else: every place compares itself with the hinted ones, by what it shows and by how far they are, and takes their
colours as far as it resembles them (compare iColoriT, Yun et al. 2023).
"""

from __future__ import annotations

import math
from contextlib import nullcontext
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

CELL = 2
"""Hinted pixels are gathered in cells of this side, in positions of the features."""

_NOWHERE = -1e4
_FAINT = 1.0 / 64.0


class Recall(NamedTuple):
    """What the memory says about each place.

    Attributes:
        colours: float32 (N, heads, 2, H, W), hinted a and b times their weight.
        weight: float32 (N, heads, 1, H, W), 0 (nothing is known) to 1.
    """

    colours: Tensor
    weight: Tensor


class _Cells(NamedTuple):
    """The K strongest cells: places (N, 2, K), colours (N, 2, K), looks (N, channels, K), strength (N, 1, K)."""

    places: Tensor
    colours: Tensor
    looks: Tensor
    strength: Tensor


class HintMemory(nn.Module):
    """Attention over hinted cells, with a learned threshold below which a place takes nothing.

    Each head begins as a Gaussian of another width around the hints and learns what else to look at. Only the
    `capacity` cells with the most hinted pixels are looked at, so that the work grows with the area alone.

    Args:
        channels: of the features that are compared.
        heads: number of comparisons, at least 2.
        width: numbers that a comparison looks at.
        capacity: largest number of cells.
    """

    def __init__(self, channels: int, heads: int, width: int = 16, capacity: int = 128) -> None:
        super().__init__()
        self.heads, self.width, self.capacity = heads, width, capacity
        self.query = nn.Conv2d(channels, heads * width, 1)
        self.key = nn.Conv2d(channels, heads * width, 1)
        self.threshold = nn.Conv2d(channels, heads, 1)
        self.log_sharpness = nn.Parameter(torch.linspace(math.log(8.0), math.log(200.0), heads))
        for layer in (self.query, self.key, self.threshold):
            nn.init.normal_(layer.weight, 0.0, 0.3 / math.sqrt(channels))
            assert layer.bias is not None
            nn.init.zeros_(layer.bias)

    def forward(self, features: Tensor, hints: Tensor) -> Recall:
        """Recall hinted colours.

        Args:
            features: (N, channels, H, W), H and W even.
            hints: (N, 3, H, W): a and b times the share of hinted pixels, and that share.
        """
        with torch.autocast(features.device.type, enabled=False) if _mixed(features) else nullcontext():
            # A GPU would stand still until the CPU knows which pictures those are.
            skips = self.training and features.device.type == "cpu"
            return (self._recall_where_hinted if skips else self._recall)(features.float(), hints.float())

    @torch.no_grad()
    def raise_threshold(self, by: float) -> None:
        """Let hints reach less far: by a factor of exp(`by`), nothing is preferred to what is only somewhat alike."""
        assert self.threshold.bias is not None
        self.threshold.bias.add_(by)

    def _recall_where_hinted(self, features: Tensor, hints: Tensor) -> Recall:
        """The same, without the work for pictures that have no hints: a sixth of a step if those are three quarters."""
        hinted = hints[:, 2].flatten(1).any(1)
        hinted[0] = True  # even if none has hints: gradients of zero, for other processes wait for some of each weight
        rows = hinted.nonzero().squeeze(1)
        recall = self._recall(features.index_select(0, rows), hints.index_select(0, rows))
        return Recall(*(maps.new_zeros(len(hints), *maps.shape[1:]).index_copy(0, rows, maps) for maps in recall))

    def _recall(self, features: Tensor, hints: Tensor) -> Recall:
        """Softmax over the cells and nothing; in float32, for squared distances do not bear less."""
        cells = self._gather(features, hints)
        shares = torch.softmax(torch.matmul(self._queries(features), self._keys(cells)), 3)
        nothing = F.pad(torch.cat([cells.colours, torch.ones_like(cells.strength)], 1), (0, 1))
        recalled = torch.matmul(shares, nothing.transpose(1, 2).unsqueeze(1))
        maps = recalled.transpose(2, 3).unflatten(3, features.shape[2:])
        return Recall(maps[:, :, :2], maps[:, :, 2:])

    def _queries(self, features: Tensor) -> Tensor:
        """(N, heads, H * W, width + 4): what each place looks for, where it lies, and what is nearer than nothing."""
        looks = self.query(features).unflatten(1, (self.heads, self.width)) / math.sqrt(self.width)
        sharpness = self.log_sharpness.exp()[:, None, None, None]
        place = _places(features[:, :1]).unsqueeze(1)
        floor = self.threshold(features).unsqueeze(2) + sharpness * place.square().sum(2, keepdim=True)
        ones = torch.ones_like(floor)
        return torch.cat([looks, 2.0 * sharpness * place, ones, -floor], 2).flatten(3).transpose(2, 3)

    def _keys(self, cells: _Cells) -> Tensor:
        """(N, heads, width + 4, K + 1): so that the product with a query is likeness - distance - threshold.

        The last one is nothing, its product always 0.
        """
        looks = self.key(cells.looks.unsqueeze(3)).squeeze(3).unflatten(1, (self.heads, self.width))
        sharpness = self.log_sharpness.exp()[:, None, None]
        place = cells.places.unsqueeze(1)
        bias = cells.strength.unsqueeze(1) - sharpness * place.square().sum(2, keepdim=True)
        keys = torch.cat([looks, place.expand(-1, self.heads, -1, -1), bias, torch.ones_like(bias)], 2)
        return F.pad(keys, (0, 1))

    def _gather(self, features: Tensor, hints: Tensor) -> _Cells:
        mean = F.avg_pool2d(hints, CELL)
        share = mean[:, 2:]
        looks = F.avg_pool2d(features * hints[:, 2:], CELL)
        # A single pixel counts nearly as much as a stroke: both are somebody's word.
        strength = torch.where(share > 0, torch.log(share / (share + _FAINT) + 1e-6), _NOWHERE)
        everything = torch.cat([mean[:, :2], looks], 1) / (share + 1e-6)
        columns = torch.cat([_places(share), everything], 1).flatten(2)
        # Empty cells at the end: there are always as many as are taken.
        strength, chosen = F.pad(strength.flatten(2), (0, self.capacity), value=_NOWHERE).topk(self.capacity, dim=2)
        taken = F.pad(columns, (0, self.capacity)).gather(2, chosen.expand(-1, columns.shape[1], -1))
        return _Cells(taken[:, :2], taken[:, 2:4], taken[:, 4:], strength)


def _mixed(x: Tensor) -> bool:
    return torch.is_autocast_enabled(x.device.type)


def _places(like: Tensor) -> Tensor:
    """Where the centres of the positions of (N, 1, H, W) lie: (N, 2, H, W), y and x; the short side is 1 long."""
    ones = torch.ones_like(like)
    y, x = ones.cumsum(2), ones.cumsum(3)
    return (torch.cat([y, x], 1) - 0.5) / torch.minimum(y.max(), x.max())
