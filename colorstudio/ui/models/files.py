"""What models are called on disk."""

from __future__ import annotations

from pathlib import Path

PACK, CHECKPOINT = ".cspack", ".pth"


def is_model(path: Path) -> bool:
    """Whether a file is named like a model: a pack, or a checkpoint of pix2pix."""
    return path.suffix.lower() in (PACK, CHECKPOINT)
