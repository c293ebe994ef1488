"""What tells a desktop which files are ours."""

from __future__ import annotations

import configparser
import plistlib
import xml.etree.ElementTree as ET
from pathlib import Path

from colorstudio.core.project_file import SUFFIX

MIME_TYPE = "application/x-colorstudio-project"


def test_linux_opens_projects_with_the_window(repository: Path) -> None:
    folder = repository / "resources" / "platform" / "linux"
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(folder / "colorstudio.desktop", encoding="utf-8")
    assert MIME_TYPE in entry["Desktop Entry"]["MimeType"].split(";")
    assert entry["Desktop Entry"]["Exec"] == "colorstudio-window %F"
    names = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(folder / "colorstudio.xml").getroot().find("mime:mime-type", names)
    assert kind is not None
    assert kind.get("type") == MIME_TYPE
    assert [glob.get("pattern") for glob in kind.findall("mime:glob", names)] == [f"*{SUFFIX}"]


def test_macos_owns_the_type_of_projects(repository: Path) -> None:
    folder = repository / "resources" / "platform" / "macos"
    (exported,) = plistlib.loads((folder / "exported_types.plist").read_bytes())
    documents = plistlib.loads((folder / "document_types.plist").read_bytes())
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    assert exported["UTTypeIdentifier"] in documents[0]["LSItemContentTypes"]
