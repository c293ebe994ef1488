"""The monitor's profile: read from a real X server, understood, and left alone where it is sRGB."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from icc_profiles import ADOBE_RGB, D65, SRGB, gamma_curve, matrix_profile
from PySide6.QtGui import QColor, QColorSpace, QGuiApplication, QImage

from colorstudio.engine.screen_colours import ScreenColours
from colorstudio.ui import monitor_profile
from colorstudio.ui.monitor_profile import screen_space

WIDE = matrix_profile("Wide", ADOBE_RGB, D65, gamma_curve(2.2))
pytestmark = pytest.mark.qt_log_ignore("fromIccProfile: ")
NAMED_SRGB = QColorSpace(QColorSpace.NamedColorSpace.SRgb).iccProfile().data()


class TestSpaces:
    """What is drawn for."""

    def test_a_wide_monitor_is_drawn_for(self) -> None:
        assert screen_space(WIDE) is not None

    @pytest.mark.parametrize(
        "profile", [None, b"", b"no profile at all", NAMED_SRGB], ids=["none", "empty", "junk", "sRGB"]
    )
    def test_nothing_is_converted_where_it_would_be_wrong_or_in_vain(self, profile: bytes | None) -> None:
        assert screen_space(profile) is None

    def test_a_monitor_of_another_gamma_is_no_srgb(self) -> None:
        assert screen_space(matrix_profile("Dark", SRGB, D65, gamma_curve(1.8))) is not None


class TestConversion:
    """Pixels."""

    def test_red_needs_less_on_a_wide_monitor_and_grey_stays_grey(self) -> None:
        image = QImage(2, 1, QImage.Format.Format_RGB32)
        image.setPixelColor(0, 0, QColor(200, 40, 40))
        image.setPixelColor(1, 0, QColor(128, 128, 128))
        before, after = ScreenColours().convert(screen_space(WIDE), image, image)
        assert after is not None
        assert before == after
        red, grey = after.pixelColor(0, 0), after.pixelColor(1, 0)
        assert red.red() < 190
        assert red.green() > 40
        assert max(abs(grey.red() - grey.green()), abs(grey.green() - grey.blue())) <= 1

    def test_a_picture_without_a_result_has_none_on_screen(self) -> None:
        image = QImage(2, 1, QImage.Format.Format_RGB32)
        assert ScreenColours().convert(screen_space(WIDE), image, None)[1] is None
        assert ScreenColours().convert(None, image, image) == (None, None)

    def test_another_scan_is_converted_anew(self) -> None:
        colours, space = ScreenColours(), screen_space(WIDE)
        first, second = (QImage(2, 1, QImage.Format.Format_RGB32) for _ in range(2))
        first.fill(QColor(200, 40, 40))
        second.fill(QColor(40, 200, 40))
        assert colours.convert(space, first, None)[0] != colours.convert(space, second, None)[0]


def test_a_platform_that_tells_nothing_has_no_profile(qapp: QGuiApplication) -> None:
    assert monitor_profile.monitor_profile(None) is None  # offscreen


@pytest.fixture
def display() -> Iterator[str]:
    """A new X server."""
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "320x240x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as lines:
        number = lines.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def set_root_property(display: str, name: bytes, value: bytes) -> None:
    """Set bytes on the root window, as a colour manager does: type CARDINAL (6), format 8, replacing (0)."""
    xcb = monitor_profile._load_xcb()
    xcb.xcb_change_property.argtypes = [
        *(ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_uint8),
        *(ctypes.c_uint32, ctypes.c_char_p),
    ]
    connection = xcb.xcb_connect(display.encode(), None)
    atom = xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 0, len(name), name), None)
    root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).root[0]
    xcb.xcb_change_property(connection, 0, root, atom.contents.atom, 6, 8, len(value), value)
    # An answer tells that the server has read what was asked before.
    xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 0, len(name), name), None)
    xcb.xcb_disconnect(connection)


READ = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from colorstudio.ui.monitor_profile import monitor_profile
app = QApplication([])
window = QWidget()
window.show()
sys.stdout.write((monitor_profile(window.windowHandle()) or b"").hex())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_the_profile_of_an_x11_screen_is_read_whole(display: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def read() -> bytes:
        run = subprocess.run(
            [sys.executable, "-c", READ], env=environment, capture_output=True, text=True, check=True, timeout=60
        )
        return bytes.fromhex(run.stdout)

    assert read() == b""
    set_root_property(display, b"_ICC_PROFILE", WIDE)
    assert read() == WIDE


def test_a_missing_library_is_no_error(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read(window: object) -> bytes:
        return (tmp_path / "libxcb.so.1").read_bytes()

    monkeypatch.setattr(monitor_profile, "_READERS", {QGuiApplication.platformName(): read})
    assert monitor_profile.monitor_profile(None) is None
