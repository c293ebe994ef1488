"""Dialogs; there are few."""
