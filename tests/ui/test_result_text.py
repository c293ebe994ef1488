from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from colorstudio.core.scan import ScanInfo
from colorstudio.engine.messages import ChromaChoice, ChromaReady
from colorstudio.ui.document import Document
from colorstudio.ui.edit import Edit
from colorstudio.ui.result_text import state_text


def ready(document: Document, final: bool) -> ChromaReady:
    chroma: Any = SimpleNamespace(render_size=256)
    return ChromaReady(1, 1, document.source, document.edit.choice, chroma, "toy@1.0", final, 0.24)


def opened() -> Document:
    document = Document(1, Path("a.tif"), Edit(ChromaChoice("toy")))
    document.info = ScanInfo(Path("a.tif"), "tiff", 64, 48, 8, 1)
    return document


def test_each_state_of_a_scan_is_said(qapp: object) -> None:
    document = Document(1, Path("a.tif"), Edit(ChromaChoice("toy")))
    assert state_text(None) == ""
    assert state_text(document) == "Reading the scan…"
    document = opened()
    assert state_text(document) == "Not coloured."
    document.job = 7
    assert state_text(document) == "Colouring…"
    document.keep_chroma(ready(document, final=False))
    assert state_text(document).startswith("First colours")
    document.job = 0
    assert state_text(document) == "Stopped at the first, quick colours."
    document.keep_chroma(ready(document, final=True))
    assert state_text(document) == "Coloured in 0.2 s at 256 px"


def test_a_failure_is_never_shown_as_done(qapp: object) -> None:
    document = opened()
    document.failed = True
    assert not document.is_coloured
    assert "went wrong" in state_text(document)


def test_chroma_belongs_to_its_parameters(qapp: object) -> None:
    document = opened()
    document.keep_chroma(ready(document, final=True))
    document.keep_chroma(ready(document, final=False))
    assert document.is_coloured, "a late quick pass does not replace the final one"
    before = document.edit
    document.edit = dataclasses.replace(before, choice=ChromaChoice("toy", 512))
    assert document.chroma is None
    document.edit = before.turned(1)
    assert document.chroma is None
    document.edit = before
    assert document.is_coloured
