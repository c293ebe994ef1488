"""What a person should know about a scan that was opened all the same."""

from __future__ import annotations

from typing import Self


class ScanNote(str):
    """A sentence for a person that keeps its template and values, so that it can be translated.

    It is a plain `str` in English to everybody else.

    Args:
        template: sentence with `{name}` fields, marked with QT_TRANSLATE_NOOP in context "errors".
        values: what the fields are filled with.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        note = super().__new__(cls, template.format(**values))
        note.template = template
        note.values = values
        return note
