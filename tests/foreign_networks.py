"""The generators of pix2pix and CycleGAN, defined again from torch's layers, with the names their checkpoints have.

The layers and their order are those of the papers (Isola et al. 2017, 6.1.1; Zhu et al. 2017, 7.1) and of the known
PyTorch implementation, whose habit of changing activations in place is kept: it must make no difference.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

Norm = Callable[[int], nn.Module]


def norm_of(kind: str) -> Norm:
    if kind == "batch":
        return lambda channels: nn.BatchNorm2d(channels, affine=True, track_running_stats=True)
    return lambda channels: nn.InstanceNorm2d(channels, affine=False, track_running_stats=False)


class Level(nn.Module):
    """Layers around the next level; the input goes around all of them, but for the outermost."""

    def __init__(self, layers: list[nn.Module], goes_around: bool) -> None:
        super().__init__()
        self.model = nn.Sequential(*layers)
        self.goes_around = goes_around

    def forward(self, x: Tensor) -> Tensor:
        y = self.model(x)
        return torch.cat([x, y], 1) if self.goes_around else y


class ForeignUnet(nn.Module):
    def __init__(self, inputs: int, outputs: int, halvings: int, ngf: int, norm: str, dropout: bool) -> None:
        super().__init__()
        make, bias = norm_of(norm), norm == "instance"
        widths = [ngf, 2 * ngf, 4 * ngf, *[8 * ngf] * (halvings - 3)]
        inner = [
            nn.LeakyReLU(0.2, True),
            nn.Conv2d(widths[-2], widths[-1], 4, 2, 1, bias=bias),
            nn.ReLU(True),
            nn.ConvTranspose2d(widths[-1], widths[-2], 4, 2, 1, bias=bias),
            make(widths[-2]),
        ]
        level = Level(inner, True)
        for outer, wide in zip(reversed(widths[:-2]), reversed(widths[1:-1]), strict=True):
            layers = [
                nn.LeakyReLU(0.2, True),
                nn.Conv2d(outer, wide, 4, 2, 1, bias=bias),
                make(wide),
                level,
                nn.ReLU(True),
                nn.ConvTranspose2d(2 * wide, outer, 4, 2, 1, bias=bias),
                make(outer),
            ]
            if dropout and outer == wide:
                layers.append(nn.Dropout(0.5))
            level = Level(layers, True)
        first = nn.Conv2d(inputs, ngf, 4, 2, 1, bias=bias)
        last = nn.ConvTranspose2d(2 * ngf, outputs, 4, 2, 1)
        self.model = Level([first, level, nn.ReLU(True), last, nn.Tanh()], False)

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


class Residual(nn.Module):
    def __init__(self, channels: int, norm: str, dropout: bool) -> None:
        super().__init__()
        make, bias = norm_of(norm), norm == "instance"
        half = [nn.ReflectionPad2d(1), nn.Conv2d(channels, channels, 3, bias=bias), make(channels)]
        other = [nn.ReflectionPad2d(1), nn.Conv2d(channels, channels, 3, bias=bias), make(channels)]
        between = [nn.ReLU(True), *([nn.Dropout(0.5)] if dropout else [])]
        self.conv_block = nn.Sequential(*half, *between, *other)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv_block(x)


class ForeignResnet(nn.Module):
    def __init__(self, inputs: int, outputs: int, blocks: int, ngf: int, norm: str, dropout: bool) -> None:
        super().__init__()
        make, bias = norm_of(norm), norm == "instance"
        layers = [nn.ReflectionPad2d(3), nn.Conv2d(inputs, ngf, 7, bias=bias), make(ngf), nn.ReLU(True)]
        for wide in (2 * ngf, 4 * ngf):
            layers += [nn.Conv2d(wide // 2, wide, 3, 2, 1, bias=bias), make(wide), nn.ReLU(True)]
        layers += [Residual(4 * ngf, norm, dropout) for _ in range(blocks)]
        for wide in (4 * ngf, 2 * ngf):
            up = nn.ConvTranspose2d(wide, wide // 2, 3, 2, 1, output_padding=1, bias=bias)
            layers += [up, make(wide // 2), nn.ReLU(True)]
        layers += [nn.ReflectionPad2d(3), nn.Conv2d(ngf, outputs, 7), nn.Tanh()]
        self.model = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


def foreign(
    netG: str, inputs: int = 1, outputs: int = 2, ngf: int = 2, norm: str = "batch", dropout: bool = True
) -> nn.Module:
    """`unet_128`, `resnet_6blocks` …, narrow, with weights that a training could have left.

    All values can be kept in half precision, as a pack keeps them.
    """
    torch.manual_seed(len(netG) + inputs + outputs)
    kind, size = netG.split("_")
    if kind == "unet":
        net: nn.Module = ForeignUnet(inputs, outputs, int(size).bit_length() - 1, ngf, norm, dropout)
    else:
        net = ForeignResnet(inputs, outputs, int(size.removesuffix("blocks")), ngf, norm, dropout)
    with torch.no_grad():
        for module in net.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.weight.uniform_(0.5, 1.5)
                module.bias.uniform_(-0.3, 0.3)
                module.running_mean.uniform_(-0.3, 0.3)
                module.running_var.uniform_(0.3, 2.0)
        for value in (*net.parameters(), *net.buffers()):
            if value.is_floating_point():
                value.copy_(value.half().float())
    return net


def mask_dropouts(net: nn.Module, noise: Tensor) -> None:
    """Let every dropout of a network multiply by its part of `noise` (N, C), in the order in which they run."""
    position = 0

    def mask(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor:
        nonlocal position
        x = inputs[0]
        part = noise[:, position : position + x.shape[1], None, None]
        position += x.shape[1]
        return x * part

    for module in net.modules():
        if isinstance(module, nn.Dropout):
            module.register_forward_hook(mask)


def silence_dropouts(net: nn.Module) -> None:
    """Train mode without chance: what a network with batch statistics gives on average over its noise."""
    for module in net.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
