"""How long one pass of the shipped generator takes, in both back-ends, beside `unet_256` in eager torch.

    uv run python benchmarks/generators.py [--threads 2] [--passes 20]

Prints milliseconds (median) and the ratio to `unet_256` (ngf 64) at the same size. CPU only.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np
import torch

from colorstudio.inference.onnx_backend import OnnxBackend
from colorstudio.inference.registry import Registry
from colorstudio.inference.torch_backend import TorchBackend
from colorstudio.networks.generators import build_generator
from colorstudio.paths import model_dirs

SIZES = (256, 512)


def median_ms(run: Callable[[], object], passes: int) -> float:
    """Median wall-clock time of `run` in milliseconds, after two passes to warm up."""
    times = []
    for index in range(passes + 2):
        started = time.perf_counter()
        run()
        if index >= 2:
            times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--passes", type=int, default=20)
    parser.add_argument("--model", default="photographs")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    pack = Registry(model_dirs()).find(options.model)
    backends = {"ONNX Runtime": OnnxBackend(pack, options.threads), "torch (CPU)": TorchBackend(pack, "cpu")}
    unet_256 = build_generator("unet", {"num_downs": 8, "ngf": 64}).eval()
    print(f"{pack.card.reference}, {options.threads} threads, median of {options.passes} passes")
    for size in SIZES:
        plane = torch.rand(1, 1, size, size) * 2 - 1
        with torch.inference_mode():
            reference = median_ms(lambda plane=plane: unet_256(plane), options.passes)  # type: ignore[misc]
        print(f"{size} px  {'unet_256 (eager torch)':<24}{reference:8.1f} ms    1.00")
        lightness = np.random.default_rng(0).uniform(0, 100, (1, size, size)).astype(np.float32)
        for name, backend in backends.items():
            taken = median_ms(lambda b=backend, x=lightness: b.predict(x), options.passes)  # type: ignore[misc]
            print(f"{size} px  {name:<24}{taken:8.1f} ms    {taken / reference:.2f}")


if __name__ == "__main__":
    main()
