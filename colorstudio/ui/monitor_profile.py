"""The colour profile of the monitor, as the platform tells it.

X11: the property `_ICC_PROFILE` of the root window (ICC Profiles in X, 0.4), with the screen's number for all but
the first. Windows: the profile of the monitor's device context. macOS: the colour space of the display, since Qt
leaves colours there as they are. Wayland and others tell nothing: their compositors take sRGB.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import itertools
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColorSpace, QGuiApplication, QWindow

from colorstudio.ui.screens import screen_at

logger = logging.getLogger(__name__)

_SRGB = QColorSpace.NamedColorSpace.SRgb
_LEVELS = (0, 64, 128, 192, 255)
_SAME = 2
"""Levels of 255 by which a monitor may differ from sRGB before anything is converted for it."""


def monitor_profile(window: QWindow) -> bytes | None:
    """Return the ICC profile of the monitor on which a window is; None where none is known."""
    read = _READERS.get(QGuiApplication.platformName())
    if read is None:
        return None
    try:
        return read(window) or None
    except (OSError, AttributeError, ValueError):  # a library or a function that this system lacks
        logger.warning("the monitor's profile cannot be read", exc_info=True)
        return None


def screen_space(profile: bytes | None) -> QColorSpace | None:
    """Return the colour space to draw in; None if there is no usable profile, or it is that of sRGB."""
    if not profile:
        return None
    space = QColorSpace.fromIccProfile(QByteArray(profile))
    if not space.isValidTarget():
        logger.warning("the monitor's profile of %s bytes is of a kind that is not understood", len(profile))
        return None
    return None if _is_srgb(space) else space


def _is_srgb(space: QColorSpace) -> bool:
    transform = QColorSpace(_SRGB).transformationToColorSpace(space)
    for red, green, blue in itertools.product(_LEVELS, repeat=3):
        mapped = transform.map(0xFF000000 | red << 16 | green << 8 | blue)
        shown = (mapped >> 16 & 255, mapped >> 8 & 255, mapped & 255)
        if max(abs(a - b) for a, b in zip(shown, (red, green, blue), strict=True)) > _SAME:
            return False
    return True


# -- X11


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _ScreenIterator(ctypes.Structure):
    _fields_ = (("root", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _AtomReply(ctypes.Structure):
    _fields_ = (("head", ctypes.c_uint8 * 8), ("atom", ctypes.c_uint32))


_LONGEST_PROFILE = 1 << 22
"""Words of four bytes: 16 MiB."""


def _read_x11(window: QWindow) -> bytes | None:
    number = QGuiApplication.screens().index(screen_at(window.geometry().center()))
    xcb = _load_xcb()
    connection = xcb.xcb_connect(None, None)
    try:
        if xcb.xcb_connection_has_error(connection):
            return None
        return _x11_property(xcb, connection, f"_ICC_PROFILE_{number}" if number else "_ICC_PROFILE")
    finally:
        xcb.xcb_disconnect(connection)


def _load_xcb() -> Any:
    xcb = ctypes.CDLL("libxcb.so.1")
    pointer, word, byte = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint8
    for name, result, arguments in (
        ("xcb_connect", pointer, [ctypes.c_char_p, pointer]),
        ("xcb_connection_has_error", ctypes.c_int, [pointer]),
        ("xcb_disconnect", None, [pointer]),
        ("xcb_get_setup", pointer, [pointer]),
        ("xcb_setup_roots_iterator", _ScreenIterator, [pointer]),
        ("xcb_intern_atom", _Cookie, [pointer, byte, ctypes.c_uint16, ctypes.c_char_p]),
        ("xcb_intern_atom_reply", ctypes.POINTER(_AtomReply), [pointer, _Cookie, pointer]),
        ("xcb_get_property", _Cookie, [pointer, byte, word, word, word, word, word]),
        ("xcb_get_property_reply", pointer, [pointer, _Cookie, pointer]),
        ("xcb_get_property_value", pointer, [pointer]),
        ("xcb_get_property_value_length", ctypes.c_int, [pointer]),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb


def _x11_property(xcb: Any, connection: Any, name: str) -> bytes | None:
    """Return the bytes of a property of the root window; replies are freed by the C library that made them."""
    free = ctypes.CDLL(None).free
    free.argtypes = [ctypes.c_void_p]
    atom = xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 1, len(name), name.encode()), None)
    if not atom:
        return None
    number = atom.contents.atom
    free(atom)
    root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).root[0]
    asked = xcb.xcb_get_property(connection, 0, root, number, 0, 0, _LONGEST_PROFILE)
    reply = xcb.xcb_get_property_reply(connection, asked, None) if number else None
    if not reply:
        return None
    value = ctypes.string_at(xcb.xcb_get_property_value(reply), xcb.xcb_get_property_value_length(reply))
    free(reply)
    return value


# -- Windows


class _MonitorInfo(ctypes.Structure):
    _fields_ = (
        ("size", ctypes.c_uint32),
        ("monitor", ctypes.c_int32 * 4),
        ("work", ctypes.c_int32 * 4),
        ("flags", ctypes.c_uint32),
        ("device", ctypes.c_wchar * 32),
    )


def _read_windows(window: QWindow) -> bytes | None:
    user32, gdi32 = ctypes.WinDLL("user32"), ctypes.WinDLL("gdi32")  # type: ignore[attr-defined, unused-ignore]
    user32.MonitorFromWindow.restype = gdi32.CreateDCW.restype = ctypes.c_void_p
    nearest = 2
    monitor = user32.MonitorFromWindow(ctypes.c_void_p(int(window.winId())), nearest)
    info = _MonitorInfo(size=ctypes.sizeof(_MonitorInfo))
    if not user32.GetMonitorInfoW(ctypes.c_void_p(monitor), ctypes.byref(info)):
        return None
    context = ctypes.c_void_p(gdi32.CreateDCW(info.device, info.device, None, None))
    if not context:
        return None
    try:
        name, length = ctypes.create_unicode_buffer(1024), ctypes.c_uint32(1024)
        found = gdi32.GetICMProfileW(context, ctypes.byref(length), name)
        return Path(name.value).read_bytes() if found else None
    finally:
        gdi32.DeleteDC(context)


# -- macOS


class _Point(ctypes.Structure):
    _fields_ = (("x", ctypes.c_double), ("y", ctypes.c_double))


def _read_macos(window: QWindow) -> bytes | None:
    graphics = ctypes.CDLL(ctypes.util.find_library("CoreGraphics"))
    foundation = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
    pointer = ctypes.c_void_p
    graphics.CGDisplayCopyColorSpace.restype = graphics.CGColorSpaceCopyICCData.restype = pointer
    graphics.CGColorSpaceCopyICCData.argtypes = foundation.CFRelease.argtypes = [pointer]
    foundation.CFDataGetBytePtr.restype, foundation.CFDataGetBytePtr.argtypes = pointer, [pointer]
    foundation.CFDataGetLength.restype, foundation.CFDataGetLength.argtypes = ctypes.c_long, [pointer]
    middle, display, count = (
        screen_at(window.geometry().center()).geometry().center(),
        ctypes.c_uint32(),
        ctypes.c_uint32(),
    )
    place = _Point(middle.x(), middle.y())
    graphics.CGGetDisplaysWithPoint.argtypes = [_Point, ctypes.c_uint32, pointer, pointer]
    graphics.CGGetDisplaysWithPoint(place, 1, ctypes.byref(display), ctypes.byref(count))
    space = graphics.CGDisplayCopyColorSpace(display) if count.value else None
    data = graphics.CGColorSpaceCopyICCData(space) if space else None
    try:
        if not data:
            return None
        return ctypes.string_at(foundation.CFDataGetBytePtr(data), foundation.CFDataGetLength(data))
    finally:
        for each in filter(None, (data, space)):
            foundation.CFRelease(each)


_READERS: dict[str, Callable[[QWindow], bytes | None]] = {
    "xcb": _read_x11,
    "windows": _read_windows,
    "cocoa": _read_macos,
}
