"""The trainer as the window sees it: processes that are started, asked and followed, never imported."""
