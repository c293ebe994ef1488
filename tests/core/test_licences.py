from __future__ import annotations

import pytest

from colorstudio.core.licences import UNKNOWN, licence_of


@pytest.mark.parametrize("text", ["CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", " cc by nc sa 4.0 "])
def test_a_licence_is_known_however_it_is_written(text: str) -> None:
    licence = licence_of(text)
    assert (licence.name, licence.is_restricted) == ("CC BY-NC-SA 4.0", True)
    assert "Not for commercial use" in licence.terms
    assert licence.address.endswith("/by-nc-sa/4.0/")


@pytest.mark.parametrize("text", ["", "unknown", "Unknown "])
def test_no_licence_is_said_to_be_unknown(text: str) -> None:
    assert licence_of(text) is UNKNOWN


def test_what_restricts_nothing_is_not_marked() -> None:
    assert not any(licence_of(text).is_restricted for text in ("MIT", "CC0-1.0", "CC-BY-4.0", "KOGL-1.0", "unknown"))
    assert licence_of("in-house").is_restricted


def test_another_text_is_its_own_name() -> None:
    assert (licence_of(" For museums alone ").name, licence_of("For museums alone").terms) == ("For museums alone", "")
