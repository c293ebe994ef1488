"""XMP packets: parsed without trust, changed without losing what others wrote (ISO 16684-1)."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NoReturn

NAMESPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stEvt": "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
# They describe the pixels of the file that the packet came from, not those of the export.
_STALE = (
    *(f"tiff:{name}" for name in ("Orientation", "ImageWidth", "ImageLength", "BitsPerSample", "Compression",
                                  "PhotometricInterpretation", "SamplesPerPixel", "PlanarConfiguration",
                                  "XResolution", "YResolution", "ResolutionUnit")),
    *(f"exif:{name}" for name in ("ColorSpace", "PixelXDimension", "PixelYDimension")),
    *(f"photoshop:{name}" for name in ("ICCProfile", "ColorMode")),
    "xmp:Thumbnails",
)  # fmt: skip
_MAX_PACKET = 16 << 20
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_END = '\n<?xpacket end="w"?>'


class XmpError(ValueError):
    """The packet is not well-formed, too large, or has what no XMP packet has (a DTD)."""


def qualified(name: str) -> str:
    """ElementTree's name for "prefix:name"."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


class _NoDoctype(ET.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        """Entities, and with them the attacks that multiply them, need a DTD."""
        raise XmpError("a document type declaration")


def parse(packet: bytes) -> ET.Element:
    """The x:xmpmeta element of a packet, with an rdf:RDF inside.

    Raises:
        XmpError: see there.
    """
    if len(packet) > _MAX_PACKET:
        raise XmpError("too large")
    data = packet.strip(b"\0 \t\r\n")
    try:
        root = ET.fromstring(data, parser=ET.XMLParser(target=_NoDoctype()))
    except (ET.ParseError, LookupError, ValueError) as error:
        raise XmpError(str(error)) from error
    if root.tag == qualified("rdf:RDF"):
        wrapper = ET.Element(qualified("x:xmpmeta"))
        wrapper.append(root)
        root = wrapper
    if root.find(qualified("rdf:RDF")) is None:
        raise XmpError("no RDF")
    _keep_prefixes(data)
    return root


def _keep_prefixes(data: bytes) -> None:
    """Let ElementTree write the packet's own prefixes instead of ns0, ns1, …"""
    for _, (prefix, uri) in ET.iterparse(io.BytesIO(data), events=("start-ns",)):
        if prefix and uri not in NAMESPACES.values() and prefix not in NAMESPACES:
            try:
                ET.register_namespace(prefix, uri)
            except ValueError:  # ns0 and the like are its own
                continue


def new_packet() -> ET.Element:
    """An x:xmpmeta element with an empty rdf:RDF."""
    root = ET.Element(qualified("x:xmpmeta"))
    ET.SubElement(root, qualified("rdf:RDF"))
    return root


def serialize(root: ET.Element) -> bytes:
    """A packet in UTF-8, with its wrapper; the same bytes for the same tree."""
    for prefix, uri in NAMESPACES.items():
        ET.register_namespace(prefix, uri)
    return (_BEGIN + ET.tostring(root, encoding="unicode") + _END).encode("utf-8")


def descriptions(root: ET.Element) -> Iterator[ET.Element]:
    """The top-level rdf:Description elements."""
    return root.iterfind(f"{qualified('rdf:RDF')}/{qualified('rdf:Description')}")


def find_property(root: ET.Element, name: str) -> str | None:
    """The value of a simple property "prefix:name", however it is spelled in RDF; None if absent."""
    key = qualified(name)
    for description in descriptions(root):
        if key in description.attrib:
            return description.attrib[key]
        element = description.find(key)
        if element is not None:
            return element.get(qualified("rdf:resource")) or (element.text or "").strip()
    return None


def take_property(root: ET.Element, name: str) -> ET.Element | None:
    """Remove a property "prefix:name"; returns its (last) element if it had one."""
    return _remove(root, qualified(name))


def _remove(root: ET.Element, key: str) -> ET.Element | None:
    taken = None
    for description in descriptions(root):
        description.attrib.pop(key, None)
        for element in description.findall(key):
            description.remove(element)
            taken = element
    return taken


def remove_stale(root: ET.Element) -> None:
    """Remove what was true of the old file's pixels alone: orientation, size, profile, thumbnail."""
    for name in _STALE:
        take_property(root, name)


def shortened(packet: bytes, limit: int) -> bytes:
    """A packet of at most `limit` bytes: its longest properties go first, those about provenance never.

    A JPEG has room for 65,502 bytes; editing programs fill more than that with their own histories.
    """
    if len(packet) <= limit:
        return packet
    root = parse(packet)
    kept = {qualified(f"Iptc4xmpExt:{name}") for name in ("DigitalSourceType", "AISystemUsed", "AISystemVersionUsed")}
    sizes = {}
    for description in descriptions(root):
        sizes.update({key: len(value) for key, value in description.attrib.items() if key not in kept})
        sizes.update({child.tag: len(ET.tostring(child)) for child in description if child.tag not in kept})
    for key in sorted(sizes, key=sizes.__getitem__, reverse=True):
        _remove(root, key)
        if len(packet := serialize(root)) <= limit:
            break
    return packet


def without_stale(packet: bytes) -> bytes:
    """A packet after `remove_stale`; b"" if it is not one."""
    try:
        root = parse(packet)
    except XmpError:
        return b""
    remove_stale(root)
    return serialize(root)
