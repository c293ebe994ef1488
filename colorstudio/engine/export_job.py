"""An export, done beside the view with a scan of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.messages import ChromaReady

if TYPE_CHECKING:
    from collections.abc import Iterable

    from colorstudio.core.output_formats import Depth, OutputFormat
    from colorstudio.core.recipe import Recipe
    from colorstudio.core.scan import Scan
    from colorstudio.pipeline.chroma import Chroma
    from colorstudio.pipeline.export import ExportResult


@dataclass(frozen=True)
class ExportJob:
    """What to export, and where to; call `run` in any thread.

    Attributes:
        ready: the chroma, with the source it belongs to.
        recipe: as on screen.
        target: the file to write.
        format, bits: of the file.
        overwrite: replace an existing result; a scan never is.
        masters: all scans of the project; none of them is written to.
        model_dirs: where the pack is that predicted the chroma.
    """

    ready: ChromaReady
    recipe: Recipe
    target: Path
    format: OutputFormat
    bits: Depth
    overwrite: bool
    masters: tuple[Path, ...]
    model_dirs: tuple[Path, ...]

    def run(self, token: CancelToken, progress: Progress) -> ExportResult:
        """Write the file.

        Raises:
            ExportError, ScanError, PackError: one sentence; the target is as it was before.
            Cancelled: likewise.
        """
        # In the task's thread, so that the window opens without the back-ends.
        from colorstudio.core.scan import open_scan
        from colorstudio.inference.registry import Registry
        from colorstudio.pipeline.export import OutputOptions, export_result

        source = self.ready.source
        pack = Registry(self.model_dirs).find(self.ready.model)
        options = OutputOptions(self.format, self.bits, overwrite=self.overwrite)
        with open_scan(source.path, source.page, source.quarter_turns, source.mirrored) as scan:
            chroma = complete_chroma(self.ready, self.recipe, scan, self.model_dirs, token)
            return export_result(scan, chroma, self.recipe, pack, self.target, options, token, progress, self.masters)


def complete_chroma(
    ready: ChromaReady, recipe: Recipe, scan: Scan, model_dirs: Iterable[Path], token: CancelToken
) -> Chroma:
    """Return the chroma with the guess map that its recipe needs: the window may not have its own yet.

    Raises:
        PackError, ScanError, DeviceError: it cannot be measured.
        Cancelled: the token was cancelled.
    """
    from colorstudio.inference.registry import Registry
    from colorstudio.pipeline.colorize import Colorizer
    from colorstudio.pipeline.export import with_guess

    if recipe.guess_fade is None or ready.chroma.guess is not None:
        return ready.chroma
    colorizer = Colorizer(Registry(model_dirs).find(ready.model), "cpu")  # which any thread may use
    return with_guess(scan, ready.chroma, recipe, colorizer, token)
