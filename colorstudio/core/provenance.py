"""Provenance of an export: XMP inside the file, a JSON sidecar beside it.

IPTC Photo Metadata Standard 2025.1 for the AI system; the IPTC NewsCodes vocabulary for the digital source type.
"""

from __future__ import annotations

import itertools
import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from colorstudio.core import xmp
from colorstudio.core.errors import QT_TRANSLATE_NOOP, ExportError
from colorstudio.core.files import write_json_atomically
from colorstudio.core.licences import in_one_line
from colorstudio.core.scan import open_scan

DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
"""A composite that includes elements made by a trained model: the scan's luminance with a model's colour."""

SIDECAR_VERSION = 1

_SOFTWARE = "Color Studio"
_MAX_SIDECAR = 64 << 20


@dataclass(frozen=True)
class UsedModel:
    """A model that a result has its colour of.

    Attributes:
        reference: of its pack, "photographs@1.0".
        sha256: of the pack's bytes.
        licence: as the pack's card has it; '': not said, as before there was this field.
    """

    reference: str
    sha256: str
    licence: str = ""


def build_xmp(
    existing: bytes | None, *, models: Sequence[UsedModel], software_version: str, when: str | None = None
) -> bytes:
    """Add the provenance of a coloured export to a packet.

    Args:
        existing: the master's packet; what is in it stays, except what was true of the master's pixels alone.
            One that is broken is replaced.
        models: the picture's own first, then those of single regions.
        software_version: of this program.
        when: time of the export (ISO 8601) for the history; None leaves it out, so that the same recipe gives
            the same bytes.

    Returns:
        The new packet, UTF-8.
    """
    root = _parsed_or_new(existing)
    xmp.remove_stale(root)
    old_source = xmp.find_property(root, "Iptc4xmpExt:DigitalSourceType")
    history = xmp.take_property(root, "xmpMM:History")
    name, _, version = models[0].reference.partition("@")
    values = {
        "Iptc4xmpExt:DigitalSourceType": DIGITAL_SOURCE_TYPE,
        "Iptc4xmpExt:AISystemUsed": f"{_SOFTWARE} {name}",
        "Iptc4xmpExt:AISystemVersionUsed": version or software_version,
        "xmp:CreatorTool": f"{_SOFTWARE} {software_version}",
    }
    description = _description(root)
    for key, value in values.items():
        xmp.take_property(root, key)
        ET.SubElement(description, xmp.qualified(key)).text = value
    words = ", in parts with the model ".join(_with_licence(model) for model in models)
    event = f"coloured with the model {words}; the luminance is the scan's"
    if old_source and old_source != DIGITAL_SOURCE_TYPE:
        event += f"; digital source type of the scan: {old_source}"
    description.append(_with_event(history, event, software_version, when))
    return xmp.serialize(root)


def _with_licence(model: UsedModel) -> str:
    licence = in_one_line(model.licence)
    return f"{model.reference} (licence: {licence})" if licence else model.reference


def _parsed_or_new(packet: bytes | None) -> ET.Element:
    if packet:
        try:
            return xmp.parse(packet)
        except xmp.XmpError:
            pass
    return xmp.new_packet()


def _description(root: ET.Element) -> ET.Element:
    """A description of the same subject as those that are there."""
    first = next(xmp.descriptions(root), None)
    if first is not None:
        return first
    rdf = root.find(xmp.qualified("rdf:RDF"))
    assert rdf is not None  # `xmp.parse` and `xmp.new_packet` see to it
    return ET.SubElement(rdf, xmp.qualified("rdf:Description"), {xmp.qualified("rdf:about"): ""})


def _with_event(history: ET.Element | None, text: str, version: str, when: str | None) -> ET.Element:
    """xmpMM:History with one more stEvt event at its end."""
    if history is None:
        history = ET.Element(xmp.qualified("xmpMM:History"))
    sequence = history.find(xmp.qualified("rdf:Seq"))
    if sequence is None:
        sequence = ET.SubElement(history, xmp.qualified("rdf:Seq"))
    event = ET.SubElement(sequence, xmp.qualified("rdf:li"), {xmp.qualified("rdf:parseType"): "Resource"})
    fields = {"action": "edited", "softwareAgent": f"{_SOFTWARE} {version}", "parameters": text, "when": when}
    for name, value in fields.items():
        if value is not None:
            ET.SubElement(event, xmp.qualified(f"stEvt:{name}")).text = value
    return history


def read_digital_source_type(path: Path) -> str | None:
    """The IPTC digital source type that a picture states in its XMP; None if it states none.

    Raises:
        ScanError: the picture cannot be opened.
    """
    with open_scan(path) as scan:
        packet = scan.info.metadata.get("xmp")
    if not packet:
        return None
    try:
        return xmp.find_property(xmp.parse(packet), "Iptc4xmpExt:DigitalSourceType")
    except xmp.XmpError:
        return None


@dataclass(frozen=True)
class Sidecar:
    """What `write_sidecar` wrote.

    Attributes:
        recipe: the recipe as JSON; `Recipe.from_json` reads it.
        master_sha256: of the scan's bytes.
        result_name: file name of the export.
        result_sha256: of the export's bytes.
        software_version: of the program that wrote it.
        models: the picture's own first, then those of single regions.
    """

    recipe: dict[str, Any]
    master_sha256: str
    result_name: str
    result_sha256: str
    software_version: str
    models: tuple[UsedModel, ...]


def sidecar_path(out: Path) -> Path:
    """Where the sidecar of an export lies: its whole name with `.json` behind it."""
    return out.with_name(out.name + ".json")


def write_sidecar(
    out: Path,
    *,
    recipe_json: dict[str, Any],
    master_sha256: str,
    result_sha256: str,
    models: Sequence[UsedModel],
    software_version: str,
) -> Path:
    """Write the sidecar of the export `out`, replacing an older one, and return its path.

    Args:
        out: the export.
        recipe_json: what `Recipe.to_json` gave.
        master_sha256, result_sha256: of the scan's bytes and the export's.
        models: the picture's own first, then those of single regions.
        software_version: of this program.

    Raises:
        ExportError: it cannot be written.
    """
    path = sidecar_path(out)
    own, *others = [
        {"id": model.reference, "sha256": model.sha256, "licence": in_one_line(model.licence)} for model in models
    ]
    content = {
        "colorstudio_sidecar": SIDECAR_VERSION,
        "software": {"name": _SOFTWARE, "version": software_version},
        "digital_source_type": DIGITAL_SOURCE_TYPE,
        "master": {"sha256": master_sha256},
        "result": {"name": out.name, "sha256": result_sha256},
        "model": own,
        "other_models": others,
        "recipe": recipe_json,
    }
    try:
        write_json_atomically(path, content)
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "{name} cannot be written ({reason}); the picture itself is complete."),
            name=str(path),
            reason=error.strerror or str(error),
        ) from error
    return path


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar.

    Raises:
        ExportError: missing, not a sidecar, or of a newer version.
    """
    try:
        if path.stat().st_size > _MAX_SIDECAR:
            raise ValueError("too large")
        data = json.loads(path.read_bytes())
        if data["colorstudio_sidecar"] > SIDECAR_VERSION:
            raise ExportError(
                QT_TRANSLATE_NOOP("errors", "{name} was made by a newer Color Studio; update Color Studio to read it."),
                name=path.name,
            )
        return _sidecar_of(data)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "{name} is not a sidecar of Color Studio; choose the .json beside an export."),
            name=path.name,
        ) from error


def _sidecar_of(data: dict[str, Any]) -> Sidecar:
    texts = (
        data["master"]["sha256"],
        data["result"]["name"],
        data["result"]["sha256"],
        data["software"]["version"],
    )
    models = [
        (model["id"], model["sha256"], model.get("licence", ""))
        for model in (data["model"], *data.get("other_models", ()))
    ]
    are_texts = all(isinstance(text, str) for text in itertools.chain(texts, *models))
    if not isinstance(data["recipe"], dict) or not are_texts:
        raise TypeError("a field of another type")
    used = tuple(UsedModel(*model) for model in models)
    return Sidecar(data["recipe"], *texts, models=used)
