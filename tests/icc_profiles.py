"""ICC profiles made for tests, from primaries, a white and a tone curve (ICC.1:2022; version 2 layout)."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Tags = dict[str, bytes]

D50 = (0.3457, 0.3585)
D65 = (0.3127, 0.3290)
ADOBE_RGB = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
ECI_RGB = ((0.67, 0.33), (0.21, 0.71), (0.14, 0.08))
SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))

_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def xyz(x: float, y: float) -> Array:
    """Tristimulus values of a chromaticity at Y = 1."""
    return np.array([x / y, 1.0, (1.0 - x - y) / y])


def rgb_to_xyz(primaries: tuple[tuple[float, float], ...], white: tuple[float, float]) -> Array:
    """The matrix from linear RGB to XYZ under the working space's own white."""
    columns = np.stack([xyz(*primary) for primary in primaries], axis=1)
    return columns * np.linalg.solve(columns, xyz(*white))


def adaptation(source: tuple[float, float], target: tuple[float, float]) -> Array:
    """Bradford adaptation of XYZ from one white to another."""
    gains = (_BRADFORD @ xyz(*target)) / (_BRADFORD @ xyz(*source))
    return np.linalg.inv(_BRADFORD) @ np.diag(gains) @ _BRADFORD


def gamma_curve(gamma: float) -> bytes:
    """A `curv` tag with a single exponent."""
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def sampled_curve(values: Array) -> bytes:
    """A `curv` tag with a table of values 0..1."""
    table = np.rint(values * 65535).astype(">u2").tobytes()
    return b"curv\0\0\0\0" + struct.pack(">I", len(values)) + table


def parametric_curve(kind: int, *parameters: float) -> bytes:
    """A `para` tag."""
    numbers = [round(value * 65536) for value in parameters]
    return b"para\0\0\0\0" + struct.pack(f">HH{len(numbers)}i", kind, 0, *numbers)


def _xyz_tag(value: Array) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(component * 65536) for component in value))


def _description(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 78


def assemble(space: bytes, tags: Tags, pcs: bytes = b"XYZ ") -> bytes:
    """Header, tag table and tags."""
    head = bytearray(128)
    head[8:12] = b"\x02\x40\0\0"
    head[12:24] = b"mntr" + space + pcs
    head[36:40] = b"acsp"
    head[68:80] = struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    table, body, offset = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for signature, data in tags.items():
        data += b"\0" * (-len(data) % 4)
        table += struct.pack(">4sII", signature.encode("ascii"), offset + len(body), len(data))
        body += data
    profile = bytes(head) + table + body
    return struct.pack(">I", len(profile)) + profile[4:]


def matrix_profile(
    name: str, primaries: tuple[tuple[float, float], ...], white: tuple[float, float], curve: bytes
) -> bytes:
    """An RGB profile of a matrix and one curve for all channels."""
    matrix = adaptation(white, D50) @ rgb_to_xyz(primaries, white)
    tags = {"desc": _description(name), "cprt": b"text\0\0\0\0CC0\0", "wtpt": _xyz_tag(xyz(*D50))}
    tags |= {f"{channel}XYZ": _xyz_tag(matrix[:, index]) for index, channel in enumerate("rgb")}
    tags |= {f"{channel}TRC": curve for channel in "rgb"}
    return assemble(b"RGB ", tags)


def grey_profile(name: str, curve: bytes) -> bytes:
    """A grey profile of one curve."""
    tags = {"desc": _description(name), "cprt": b"text\0\0\0\0CC0\0", "wtpt": _xyz_tag(xyz(*D50)), "kTRC": curve}
    return assemble(b"GRAY", tags)


def table_profile(name: str, nodes: Array, space: bytes = b"RGB ") -> bytes:
    """A profile with a lookup table to Lab (lut16Type).

    Args:
        name: its description.
        nodes: (n, …, n, 3) CIELAB under D50, one axis of n grid points for each channel.
        space: the colour space with that number of channels.
    """
    channels, grid = nodes.ndim - 1, nodes.shape[0]
    encoded = np.stack([nodes[..., 0] * 652.8, (nodes[..., 1] + 128) * 256, (nodes[..., 2] + 128) * 256], axis=-1)
    identity = np.eye(3).ravel() * 65536
    lut = b"mft2\0\0\0\0" + struct.pack(">BBBx", channels, 3, grid) + np.rint(identity).astype(">i4").tobytes()
    lut += struct.pack(">HH", 2, 2) + struct.pack(">HH", 0, 65535) * channels
    lut += np.rint(encoded).astype(">u2").tobytes() + struct.pack(">HH", 0, 65535) * 3
    tags = {"desc": _description(name), "cprt": b"text\0\0\0\0CC0\0", "wtpt": _xyz_tag(xyz(*D50)), "A2B0": lut}
    return assemble(space, tags, pcs=b"Lab ")
