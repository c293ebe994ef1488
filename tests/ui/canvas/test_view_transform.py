"""Zoom, pan and fit as arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF

from colorstudio.ui.canvas.view_transform import MAX_FIT_SCALE, MAX_SCALE, STOPS, ViewTransform

sides = st.integers(1, 20_000)
scales = st.floats(0.001, 100)


def view_of(picture: tuple[int, int], viewport: tuple[int, int] = (800, 600), margin: int = 20) -> ViewTransform:
    return ViewTransform(viewport=viewport, margin=margin).with_picture(*picture)


def test_fit_shows_the_whole_picture_in_the_middle_with_its_margin() -> None:
    view = view_of((4000, 2000))
    assert view.scale == pytest.approx(760 / 4000)
    assert view.picture_rect() == QRect(20, 110, 760, 380)
    assert view.is_fitted


def test_fit_enlarges_a_small_picture_only_so_far() -> None:
    assert view_of((10, 10)).scale == MAX_FIT_SCALE


def test_nothing_is_nowhere() -> None:
    view = ViewTransform().with_viewport(800, 600, 20)
    assert view.is_empty
    assert view.request() is None
    assert view.zoomed(2, 0, 0).scale == view.scale


@given(width=sides, height=sides, scale=scales, x=st.integers(0, 799), y=st.integers(0, 599))
def test_zoom_keeps_the_point_under_the_pointer(width: int, height: int, scale: float, x: int, y: int) -> None:
    view = view_of((width, height)).zoomed(1.0, 400, 300)
    before = view.to_picture(x, y)
    zoomed = view.zoomed(scale, x, y)
    after = zoomed.to_picture(x, y)
    for axis, moved in enumerate((after.x() - before.x(), after.y() - before.y())):
        larger = all(v.picture[axis] * v.scale > v.viewport[axis] for v in (view, zoomed))
        at_edge = zoomed.origin[axis] in (0.0, zoomed.viewport[axis] - zoomed.picture[axis] * zoomed.scale)
        if larger and not at_edge:
            assert abs(moved) <= 0.5 / view.scale + 0.5 / zoomed.scale + 1e-6


@given(width=sides, height=sides, scale=scales, dx=st.floats(-1e5, 1e5), dy=st.floats(-1e5, 1e5))
def test_pan_stops_at_the_edges(width: int, height: int, scale: float, dx: float, dy: float) -> None:
    view = view_of((width, height)).zoomed(scale, 400, 300).panned(dx, dy)
    for axis in (0, 1):
        length, room, origin = view.picture[axis] * view.scale, view.viewport[axis], view.origin[axis]
        if length <= room:
            assert origin == pytest.approx((room - length) / 2)
        else:
            assert room - length - 1e-6 <= origin <= 1e-6


@given(width=sides, height=sides, scale=scales)
def test_scale_stays_within_its_limits(width: int, height: int, scale: float) -> None:
    view = view_of((width, height))
    assert view.min_scale <= view.zoomed(scale, 0, 0).scale <= MAX_SCALE


def test_zooming_out_ends_fitted() -> None:
    view = view_of((4000, 3000)).zoomed(1, 400, 300)
    assert not view.is_fitted
    for _ in range(len(STOPS)):
        view = view.zoomed(view.stop_below(), 400, 300)
    assert view.is_fitted
    assert view.picture_rect() == QRect(27, 20, 747, 560)


def test_stops_go_up_through_actual_pixels() -> None:
    view = view_of((4000, 3000))
    seen = []
    while view.scale < MAX_SCALE:
        view = view.zoomed(view.stop_above(), 400, 300)
        seen.append(view.scale)
    assert 1.0 in seen
    assert seen == sorted(set(seen))


def test_a_fitted_picture_stays_fitted_and_a_zoomed_one_keeps_its_middle() -> None:
    fitted = view_of((4000, 3000)).with_viewport(400, 300, 20)
    assert fitted.is_fitted
    assert fitted.scale == pytest.approx(260 / 3000)
    zoomed = view_of((4000, 3000)).zoomed(1, 400, 300)
    wider = zoomed.with_viewport(1000, 500, 20)
    assert wider.scale == 1
    assert wider.to_picture(500, 250) == zoomed.to_picture(400, 300)


def test_a_viewport_that_outgrows_a_zoomed_picture_fits_it() -> None:
    zoomed = view_of((4000, 3000)).zoomed(0.25, 400, 300)
    assert not zoomed.is_fitted
    assert zoomed.with_viewport(1600, 1200, 20).is_fitted


@given(width=sides, height=sides, scale=scales, dx=st.floats(-1e4, 1e4), dy=st.floats(-1e4, 1e4))
def test_request_covers_what_is_seen_and_lands_on_whole_pixels(
    width: int, height: int, scale: float, dx: float, dy: float
) -> None:
    view = view_of((width, height)).zoomed(scale, 400, 300).panned(dx, dy)
    request = view.request()
    assert request is not None
    whole = QRectF(0, 0, width, height)
    assert whole.adjusted(-1e-3, -1e-3, 1e-3, 1e-3).contains(request.rect)
    assert 1 <= request.width <= max(800 + 2, 1)
    assert request.width <= max(request.rect.width(), 1) + 1
    target, seen = view.to_view(request.rect), view.visible_view_rect()
    assert target.contains(seen)
    if view.scale < 1:
        assert target == seen
        assert (request.width, request.height) == (seen.width(), seen.height())


def test_request_at_actual_pixels_is_the_pixels_themselves() -> None:
    view = view_of((4000, 3000)).zoomed(1, 0, 0)
    request = view.request()
    assert request is not None
    assert request.rect == QRectF(*view.to_picture(0, 0).toTuple(), 800, 600)
    assert (request.width, request.height) == (800, 600)


def test_request_never_asks_for_more_pixels_than_the_picture_has() -> None:
    request = view_of((4000, 3000)).zoomed(8, 401, 302).request()
    assert request is not None
    assert (request.width, request.height) == (request.rect.width(), request.rect.height())
    assert request.width <= 102
    assert request.rect.toRect().toRectF() == request.rect
