"""The QPalette of a theme: what Fusion and every widget without a rule in the style sheet paint with."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from colorstudio.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def build_palette(tokens: Tokens) -> QPalette:
    """Return the palette of `tokens`, for the active, inactive and disabled groups."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText, _Role.HighlightedText):
        palette.setColor(_Group.Disabled, role, QColor(tokens.disabled))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(tokens.border))
    palette.setColor(_Group.Disabled, _Role.Accent, QColor(tokens.disabled))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.field,
        _Role.AlternateBase: tokens.panel,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.raised,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.error,
        _Role.Highlight: tokens.selection,
        _Role.HighlightedText: tokens.on_selection,
        _Role.Accent: tokens.accent_line,
        _Role.Link: tokens.accent_line,
        _Role.LinkVisited: tokens.accent_line,
        _Role.ToolTipBase: tokens.tooltip,
        _Role.ToolTipText: tokens.on_tooltip,
        _Role.Light: tokens.hover,
        _Role.Midlight: tokens.border,
        _Role.Mid: tokens.border,
        _Role.Dark: tokens.outline,
        _Role.Shadow: tokens.picture_edge,
    }
