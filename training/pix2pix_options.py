"""`train_opt.txt`: what the well-known PyTorch implementation of pix2pix notes about a training run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError

if TYPE_CHECKING:
    from training.pix2pix_checkpoint import ForeignGenerator

FILE_NAME = "train_opt.txt"
_LARGEST = 1 << 20
_LINE = re.compile(r"\s*([A-Za-z_]\w*): *(.*?)\s*(?:\[default: .*\])?\s*")


@dataclass(frozen=True)
class TrainOptions:
    """The options that matter to a conversion, all as they are written; empty: not said.

    Attributes:
        values: by name.
        source: the file's name; empty: there was none.
    """

    values: Mapping[str, str]
    source: str = ""

    @property
    def dropout(self) -> bool | None:
        """Whether the generator had dropout; None: not said."""
        said = self.values.get("no_dropout", "")
        return None if said not in ("True", "False") else said == "False"

    @property
    def crop_size(self) -> int:
        """Side of the pictures in training, pixels; 0: not said."""
        said = self.values.get("crop_size") or self.values.get("fineSize") or ""  # its name until 2019
        return int(said) if said.isdecimal() else 0

    def check(self, foreign: ForeignGenerator, path: Path) -> None:
        """Compare with what the weights tell.

        Raises:
            TrainingError: these are the options of another training.
        """
        told = {
            "netG": foreign.name,
            "norm": foreign.norm,
            "ngf": str(foreign.ngf),
            "input_nc": str(foreign.inputs),
            "output_nc": str(foreign.outputs),
        }
        for key, found in told.items():
            said = self.values.get(key, found)
            if said != found:
                raise TrainingError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "{options} says {key} {said}, but the weights in {name} are of {key} {found}; "
                        "choose the options of this very training, or none.",
                    ),
                    options=self.source,
                    key=key,
                    said=said,
                    name=path.name,
                    found=found,
                )


def read_options(path: Path) -> TrainOptions:
    """Read an option file.

    Raises:
        TrainingError: it is missing, unreadable, or no option file.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8", "replace")
    except OSError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The options {path} cannot be read ({reason}); choose train_opt.txt, or none."),
            path=path,
            reason=error.strerror or error,
        ) from error
    matches = (_LINE.fullmatch(line) for line in text.splitlines())
    values = {match[1]: match[2] for match in matches if match}
    if not values.keys() & {"netG", "norm", "ngf", "input_nc", "output_nc", "no_dropout"}:
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} holds no options of a pix2pix training; choose train_opt.txt, or none."
            ),
            name=path.name,
        )
    return TrainOptions(values, path.name)


def options_of(checkpoint: Path, options: Path | None, look_beside: bool = True) -> TrainOptions:
    """The options that are named, or those beside the checkpoint if they shall be looked for, or none.

    Raises:
        TrainingError: see `read_options`.
    """
    beside = checkpoint.with_name(FILE_NAME)
    if options is None and look_beside and beside.is_file():
        options = beside
    return read_options(options) if options else TrainOptions({})
