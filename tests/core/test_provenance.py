"""XMP that says what a model added, merged into what others wrote; a sidecar that can be read back."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import save

from colorstudio.core import xmp
from colorstudio.core.errors import ExportError
from colorstudio.core.provenance import (
    DIGITAL_SOURCE_TYPE,
    UsedModel,
    build_xmp,
    read_digital_source_type,
    read_sidecar,
    sidecar_path,
    write_sidecar,
)

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
MODEL = UsedModel("photographs@1.2", "c" * 64)
MASTER = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {RDF}>
 <rdf:Description rdf:about="uuid:1" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:arch="http://archive.example/ns/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
   xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" arch:shelf="A 7" tiff:Orientation="6">
  <dc:title><rdf:Alt><rdf:li xml:lang="ko">서울의 거리</rdf:li></rdf:Alt></dc:title>
  <Iptc4xmpExt:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"/>
 </rdf:Description>
 <rdf:Description rdf:about="uuid:1" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
   xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#">
  <xmpMM:History><rdf:Seq><rdf:li stEvt:action="created" stEvt:softwareAgent="Scanner"/></rdf:Seq></xmpMM:History>
 </rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def built(existing: bytes | None) -> ET.Element:
    return xmp.parse(build_xmp(existing, models=[MODEL], software_version="0.1.0"))


@pytest.mark.parametrize("existing", [None, b"", b"no XML", MASTER], ids=["none", "empty", "broken", "master"])
def test_the_packet_says_what_was_done(existing: bytes | None) -> None:
    root = built(existing)
    assert xmp.find_property(root, "Iptc4xmpExt:DigitalSourceType") == DIGITAL_SOURCE_TYPE
    assert xmp.find_property(root, "Iptc4xmpExt:AISystemUsed") == "Color Studio photographs"
    assert xmp.find_property(root, "Iptc4xmpExt:AISystemVersionUsed") == "1.2"
    assert xmp.find_property(root, "xmp:CreatorTool") == "Color Studio 0.1.0"


def test_what_others_wrote_stays() -> None:
    packet = build_xmp(MASTER, models=[MODEL], software_version="0.1.0").decode("utf-8")
    assert 'arch:shelf="A 7"' in packet
    assert "서울의 거리" in packet
    assert packet.startswith("<?xpacket begin=")
    assert packet.count("DigitalSourceType>") == 2  # one element, no second value


def test_what_was_true_of_the_old_pixels_goes() -> None:
    assert xmp.find_property(xmp.parse(MASTER), "tiff:Orientation") == "6"
    assert xmp.find_property(built(MASTER), "tiff:Orientation") is None
    assert b"Orientation" not in xmp.without_stale(MASTER)
    assert xmp.without_stale(b"no XML") == b""


def test_the_history_grows() -> None:
    root = built(MASTER)
    events = list(root.iter(xmp.qualified("rdf:li")))[-2:]
    assert events[0].get(xmp.qualified("stEvt:softwareAgent")) == "Scanner"
    assert events[1].findtext(xmp.qualified("stEvt:softwareAgent")) == "Color Studio 0.1.0"
    assert "negativeFilm" in (events[1].findtext(xmp.qualified("stEvt:parameters")) or "")
    assert len(list(root.iter(xmp.qualified("xmpMM:History")))) == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    first = build_xmp(MASTER, models=[UsedModel("a@1", "")], software_version="1")
    assert first == build_xmp(MASTER, models=[UsedModel("a@1", "")], software_version="1")
    assert b"stEvt:when" not in first
    assert b"2026-01-02" in build_xmp(
        MASTER, models=[UsedModel("a@1", "")], software_version="1", when="2026-01-02T03:04:05Z"
    )


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>'
    with pytest.raises(xmp.XmpError):
        xmp.parse(bomb)
    assert xmp.find_property(built(bomb), "Iptc4xmpExt:DigitalSourceType") == DIGITAL_SOURCE_TYPE


@pytest.mark.parametrize("packet", [f"<rdf:RDF {RDF}/>".encode(), MASTER + b" " * 2000, MASTER + b"\0\0"])
def test_packets_as_they_come(packet: bytes) -> None:
    assert xmp.find_property(built(packet), "Iptc4xmpExt:DigitalSourceType") == DIGITAL_SOURCE_TYPE


@given(st.integers(0, len(MASTER)), st.binary(max_size=20))
def test_damage_never_keeps_the_provenance_out(place: int, noise: bytes) -> None:
    root = built(MASTER[:place] + noise + MASTER[place + len(noise) :])
    assert xmp.find_property(root, "Iptc4xmpExt:DigitalSourceType") == DIGITAL_SOURCE_TYPE


def test_a_long_packet_is_cut_to_what_a_jpeg_holds() -> None:
    long = MASTER.replace(b"A 7", b"A" * 100_000)
    packet = build_xmp(long, models=[MODEL], software_version="0.1.0")
    short = xmp.shortened(packet, 65_000)
    assert len(packet) > 65_000 >= len(short)
    assert xmp.find_property(xmp.parse(short), "Iptc4xmpExt:DigitalSourceType") == DIGITAL_SOURCE_TYPE
    assert "서울의 거리".encode() in short
    assert xmp.shortened(MASTER, 65_000) == MASTER


@pytest.mark.parametrize("ending", ["tif", "png", "jpg", "webp"])
def test_it_is_read_back_from_a_picture(tmp_path: Path, ending: str) -> None:
    picture = np.zeros((8, 8, 3), np.uint8)
    packet = build_xmp(None, models=[MODEL], software_version="0.1.0")
    marked = save(tmp_path / f"marked.{ending}", picture, blobs={"xmp-data": packet})
    assert read_digital_source_type(marked) == DIGITAL_SOURCE_TYPE
    assert read_digital_source_type(save(tmp_path / f"plain.{ending}", picture)) is None


def sidecar(out: Path, licence: str = "CC-BY-NC-SA-4.0", others: Sequence[UsedModel] = ()) -> Path:
    return write_sidecar(
        out,
        recipe_json={"recipe": 1, "seed": 3},
        master_sha256="a" * 64,
        result_sha256="b" * 64,
        models=[replace(MODEL, licence=licence), *others],
        software_version="0.1.0",
    )


def test_a_sidecar_is_read_back(tmp_path: Path) -> None:
    path = sidecar(tmp_path / "거리.tif")
    assert path == sidecar_path(tmp_path / "거리.tif") == tmp_path / "거리.tif.json"
    read = read_sidecar(path)
    assert read.recipe == {"recipe": 1, "seed": 3}
    assert (read.master_sha256, read.result_sha256) == ("a" * 64, "b" * 64)
    assert read.models == (replace(MODEL, licence="CC-BY-NC-SA-4.0"),)
    assert (read.result_name, read.software_version) == ("거리.tif", "0.1.0")
    assert sidecar(tmp_path / "거리.tif") == path  # replaced without ado


def test_a_sidecar_from_before_licences_were_said_is_read(tmp_path: Path) -> None:
    path = sidecar(tmp_path / "a.tif")
    content = json.loads(path.read_text())
    del content["model"]["licence"], content["other_models"]
    path.write_text(json.dumps(content))
    assert read_sidecar(path).models == (MODEL,)


@pytest.mark.parametrize("others", [None, 1, "ab", [1], ["x"], [{}], [None], [{"id": 1, "sha256": "d"}]])
def test_a_sidecar_with_other_models_that_are_none_is_refused(tmp_path: Path, others: object) -> None:
    path = sidecar(tmp_path / "a.tif")
    path.write_text(json.dumps({**json.loads(path.read_text()), "other_models": others}))
    with pytest.raises(ExportError, match="not a sidecar"):
        read_sidecar(path)


def test_models_of_single_regions_are_said_with_their_licences(tmp_path: Path) -> None:
    plates = UsedModel("victorian400@1.0", "d" * 64, "CC-BY-NC-SA-4.0")
    assert read_sidecar(sidecar(tmp_path / "a.tif", "MIT", [plates])).models == (replace(MODEL, licence="MIT"), plates)
    packet = build_xmp(MASTER, models=[MODEL, plates], software_version="1").decode()
    assert "photographs@1.2, in parts with the model victorian400@1.0 (licence: CC-BY-NC-SA-4.0); the lum" in packet


def test_the_licence_of_the_model_stands_in_the_history() -> None:
    plain = build_xmp(MASTER, models=[UsedModel("a@1", "")], software_version="1")
    assert b"licence" not in plain
    told = build_xmp(MASTER, models=[UsedModel("a@1", "", "CC-BY-NC-SA-4.0")], software_version="1").decode()
    assert "the model a@1 (licence: CC-BY-NC-SA-4.0); the luminance" in told


def test_any_licence_gives_a_packet_and_a_sidecar_that_can_be_read(tmp_path: Path) -> None:
    """A pack may come from anywhere: what XML or UTF-8 refuses, and a whole licence text, would cost the export."""
    odd = "For\x00 us\x0b\n\ud800alone" + " and nobody else" * 10_000
    packet = build_xmp(MASTER, models=[UsedModel("a@1", "", odd)], software_version="1")
    assert "(licence: For us alone and nobody else" in packet.decode()
    assert len(packet) < 10_000
    xmp.parse(packet)
    assert read_sidecar(sidecar(tmp_path / "a.tif", odd)).models[0].licence.startswith("For us alone and")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"colorstudio_sidecar": "x"}', "[" * 100_000, '"\udcff"'])
def test_other_files_are_no_sidecars(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ExportError, match=r"a\.json"):
        read_sidecar(path)
    with pytest.raises(ExportError):
        read_sidecar(tmp_path / "missing.json")


def test_a_newer_sidecar_says_so(tmp_path: Path) -> None:
    path = sidecar(tmp_path / "a.tif")
    path.write_text(json.dumps(json.loads(path.read_text()) | {"colorstudio_sidecar": 99}))
    with pytest.raises(ExportError, match="newer"):
        read_sidecar(path)


def test_a_sidecar_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="complete"):
        sidecar(tmp_path / "gone" / "a.tif")
