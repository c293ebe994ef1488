"""An export, done beside the view with a scan of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.messages import ChromaReady

if TYPE_CHECKING:
    from colorstudio.core.output_formats import Depth, OutputFormat
    from colorstudio.core.recipe import Recipe
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
        masters: all open scans; none of them is written to.
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
        from colorstudio.pipeline.colorize import Colorizer
        from colorstudio.pipeline.export import OutputOptions, export_result, with_guess

        source = self.ready.source
        pack = Registry(self.model_dirs).find(self.ready.model)
        options = OutputOptions(self.format, self.bits, overwrite=self.overwrite)
        with open_scan(source.path, source.page, source.quarter_turns, source.mirrored) as scan:
            chroma = self.ready.chroma
            if self.recipe.guess_fade is not None and chroma.guess is None:
                # On the processor, which any thread may use; the window may export before its own map is there.
                chroma = with_guess(scan, chroma, self.recipe, Colorizer(pack, "cpu"), token)
            return export_result(scan, chroma, self.recipe, pack, self.target, options, token, progress, self.masters)
