"""Write the newest of several packs of one network once more, with the weighted mean of all their weights.

    uv run tools/mean_weights.py OUT.cspack 2:NEWEST.cspack 2:OLDER.cspack 1:OLDEST.cspack --gain 1.025

Weights that were reached from one another with a low rate lie in one basin; their mean errs less than each of them and
costs nothing when it is used (Wortsman et al. 2022, "Model soups"). The card is the newest one's, without figures and
failures: `measure_models.py` and the recipe have those.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from colorstudio.core.errors import ColorStudioError
from colorstudio.inference.pack import Pack, open_pack


def mean_weights(packs: Sequence[Pack], shares: Sequence[float]) -> dict[str, np.ndarray]:
    """Return the mean of the weights of packs, in the type of the first one's.

    Args:
        packs: with the same names and shapes of weights.
        shares: how much each counts, in any unit.

    Raises:
        ValueError: a pack has other weights than the first one.
    """
    states = [pack.weights() for pack in packs]
    shapes = [{name: array.shape for name, array in state.items()} for state in states]
    for pack, found in zip(packs, shapes, strict=True):
        if found != shapes[0]:
            raise ValueError(f"{pack.path.name} is not of the same network as {packs[0].path.name}")
    parts = np.asarray(shares, np.float64) / sum(shares)
    return {
        name: sum(part * state[name].astype(np.float64) for part, state in zip(parts, states, strict=True)).astype(
            array.dtype
        )
        for name, array in states[0].items()
    }


def part(text: str) -> tuple[float, Path]:
    """Return share and path of "SHARE:PACK".

    Raises:
        argparse.ArgumentTypeError: it is none; argparse says so.
    """
    share, _, path = text.partition(":")
    try:
        value = float(share)
    except ValueError:
        value = math.nan
    if not path or not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is not a share above 0, a colon and a pack, as 2:photographs.cspack")
    return value, Path(path)


def main() -> int:
    """Read the command line and write the pack; 2 if it cannot be made of these."""
    import torch

    from training.packs import generator_from_pack, save_pack

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, metavar="OUT", help="the pack to write")
    parser.add_argument("parts", nargs="+", type=part, metavar="SHARE:PACK", help="the newest first")
    parser.add_argument("--gain", type=float, default=1.0, metavar="X", help="of the chroma, taken into the weights")
    options = parser.parse_args()
    shares = [share for share, _ in options.parts]
    try:
        packs = [open_pack(path) for _, path in options.parts]
        state = mean_weights(packs, shares)
    except (ValueError, ColorStudioError) as error:
        print(f"mean_weights: {error}", file=sys.stderr)
        return 2
    netG = generator_from_pack(packs[0])
    tensors = {name: torch.from_numpy(array) for name, array in state.items()}
    netG.load_state_dict(tensors, strict=False)  # packs have no counters of batches
    mean_of = [[pack.card.reference, share] for pack, share in zip(packs, shares, strict=True)]
    record = {**packs[0].card.training, "mean_of": mean_of, "gain_in_weights": options.gain}
    left = packs[0].card.chroma_gain * netG.take_gain(options.gain)
    card = replace(packs[0].card, training=record, metrics={}, failures=(), chroma_gain=left)
    save_pack(options.out, card, netG, packs[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
