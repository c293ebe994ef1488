"""The named colours of the two themes, the only place where a colour is written down.

Everything near a picture is neutral (r = g = b): a hue beside a picture shifts how its colours are
seen. The light surround is about L* 49, the mid-grey (Munsell N5) of viewing booths after ISO 3664,
a little darker so that white text on it keeps a contrast of 4.5; the dark one is about L* 18.
One accent, a calm blue-teal, is left for what is active, selected or focused.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """Colours of a theme, each as `#rrggbb`.

    Text tokens keep WCAG AA (4.5) on every ground they are used on, `outline`, `focus` and
    `accent_line` the 3.0 that AA asks of the edges of controls, `disabled` at least 3.0 (WCAG
    asks nothing there, but a disabled word is still read). The two plot colours are a blue and an
    orange that also people tell apart who see fewer colours (Okabe & Ito 2008), 3.0 on `field`.
    """

    is_dark: bool
    surround: str
    on_surround: str
    picture_edge: str
    window: str
    rail: str
    panel: str
    field: str
    raised: str
    hover: str
    pressed: str
    border: str
    outline: str
    text: str
    muted: str
    disabled: str
    track: str
    knob: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_line: str
    focus: str
    selection: str
    on_selection: str
    tooltip: str
    on_tooltip: str
    info: str
    info_ground: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    plot_first: str
    plot_second: str


LIGHT = Tokens(
    is_dark=False,
    surround="#757575",
    on_surround="#ffffff",
    picture_edge="#3c3c3c",
    window="#f0f0f0",
    rail="#e6e6e6",
    panel="#f6f6f6",
    field="#ffffff",
    raised="#ffffff",
    hover="#e9e9e9",
    pressed="#dadada",
    border="#d2d2d2",
    outline="#898989",
    text="#1e1e1e",
    muted="#595959",
    disabled="#848484",
    track="#cbcbcb",
    knob="#ffffff",
    accent="#0f6b80",
    accent_hover="#0c5d70",
    accent_pressed="#0a4e5e",
    on_accent="#ffffff",
    accent_line="#0f6b80",
    focus="#0f6b80",
    selection="#cfe2e7",
    on_selection="#12333b",
    tooltip="#2b2b2b",
    on_tooltip="#f2f2f2",
    info="#0f6b80",
    info_ground="#e6eef0",
    warning="#8a5a00",
    warning_ground="#f6efe0",
    error="#b3261e",
    error_ground="#f8e8e6",
    plot_first="#0072b2",
    plot_second="#c75300",
)

DARK = Tokens(
    is_dark=True,
    surround="#2b2b2b",
    on_surround="#d6d6d6",
    picture_edge="#111111",
    window="#323232",
    rail="#262626",
    panel="#383838",
    field="#282828",
    raised="#474747",
    hover="#515151",
    pressed="#2e2e2e",
    border="#4a4a4a",
    outline="#8b8b8b",
    text="#e9e9e9",
    muted="#b4b4b4",
    disabled="#8f8f8f",
    track="#5a5a5a",
    knob="#e2e2e2",
    accent="#1a7890",
    accent_hover="#1f7f97",
    accent_pressed="#136577",
    on_accent="#ffffff",
    accent_line="#5cb8cd",
    focus="#6cc3d6",
    selection="#2d525c",
    on_selection="#f0f7f9",
    tooltip="#161616",
    on_tooltip="#ececec",
    info="#7cc8da",
    info_ground="#2c3b3f",
    warning="#e6b35a",
    warning_ground="#3f3829",
    error="#f2938b",
    error_ground="#473331",
    plot_first="#56b4e9",
    plot_second="#f0a04b",
)


class _InForce:
    tokens = LIGHT


def current_tokens() -> Tokens:
    """The colours of the theme in force; `LIGHT` before a theme was applied."""
    return _InForce.tokens


def set_current_tokens(tokens: Tokens) -> None:
    """Make `tokens` the ones that `current_tokens` gives (for `apply_theme` alone)."""
    _InForce.tokens = tokens
