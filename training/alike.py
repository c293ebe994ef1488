"""Which pictures look alike? Perceptual hashes of 256 bits, and how they are compared.

The hash is that of Zauner (2010, "Implementation and Benchmarking of Perceptual Image Hash Functions"), larger: the
signs of the lowest frequencies of a discrete cosine transform against their median. It stays nearly the same when a
picture is enlarged, compressed, brightened or loses a little of its border.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from training.decode import Pixels

BITS = 256
NEAR = 50
"""Pictures whose hashes differ in no more bits are one picture, perhaps enlarged, compressed, brightened, or cut by two
hundredths at each side; those of different ones differ in about 128."""

STRANGERS = 104
"""Two scans of one picture differ in fewer bits, even if one is black and white and the other tinted."""

_SIDE, _LOW = 64, 16
_ROWS = 128

Hashes = NDArray[np.uint64]
"""(N, 4): one row of 256 bits a picture."""


def _cosines() -> NDArray[np.float32]:
    k, x = np.arange(_LOW)[:, None], np.arange(_SIDE)[None]
    cosines: NDArray[np.float32] = np.cos(np.pi / _SIDE * (x + 0.5) * k).astype(np.float32)
    return cosines


_COSINES = _cosines()


def perceptual_hash(grey: Pixels) -> str:
    """The hash of a picture.

    Args:
        grey: uint8 (64, 64), the whole picture squeezed into a square.

    Returns:
        64 hexadecimal digits.
    """
    frequencies = _COSINES @ grey.astype(np.float32) @ _COSINES.T
    flat = frequencies.ravel()
    bits = flat > np.median(flat[1:])  # the first is the mean brightness
    return np.packbits(bits).tobytes().hex()


def parse_hashes(texts: Sequence[str]) -> Hashes:
    """Rows of bits of what `perceptual_hash` gave."""
    return np.frombuffer(bytes.fromhex("".join(texts)), np.uint64).reshape(len(texts), BITS // 64)


def differing_bits(a: Hashes, b: Hashes) -> NDArray[np.uint16]:
    """How many bits differ between each row of `a` and each row of `b`: (len(a), len(b))."""
    count = np.zeros((len(a), len(b)), np.uint16)
    for word in range(a.shape[1]):  # word by word: all at once would take eight times the memory
        count += np.bitwise_count(a[:, word, None] ^ b[None, :, word])
    return count


def first_equals(hashes: Hashes) -> NDArray[np.int64]:
    """For each row the index of the first row that is equal to it."""
    _, first, inverse = np.unique(hashes, axis=0, return_index=True, return_inverse=True)
    return first[inverse.reshape(-1)].astype(np.int64)


def near_pairs(hashes: Hashes, most: int = NEAR) -> Iterator[tuple[int, int]]:
    """All pairs (i, j), i < j, whose hashes differ in at most `most` bits, in rising order.

    Give every hash once (`first_equals`): a thousand blank pages are half a million pairs.
    """
    for start in range(0, len(hashes), _ROWS):
        found = differing_bits(hashes[start : start + _ROWS], hashes[start:]) <= most
        for i, j in np.argwhere(np.triu(found, 1)):
            yield start + int(i), start + int(j)
