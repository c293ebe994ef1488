"""The licences that model packs come under, and what they ask, in plain words.

A card has an SPDX identifier where there is one. What is not known here is shown as it is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from colorstudio.core.errors import QT_TRANSLATE_NOOP

LONGEST = 200
_CC = "https://creativecommons.org/licenses/"


@dataclass(frozen=True)
class Licence:
    """What a licence is called and what it asks; `name` and `terms` are marked for translation.

    Attributes:
        name: as it is written for people, "CC BY-NC-SA 4.0".
        terms: what may be done with the model, in a sentence.
        is_restricted: whether whoever chooses the model has to know it first.
        address: of the text of the licence; '': none.
    """

    name: str
    terms: str
    is_restricted: bool = False
    address: str = ""


UNKNOWN = Licence(
    QT_TRANSLATE_NOOP("licences", "licence not known"),
    QT_TRANSLATE_NOOP("licences", "Nobody has said what may be done with it; ask whoever made it."),
)
_KNOWN = {
    "MIT": Licence(
        QT_TRANSLATE_NOOP("licences", "MIT"),
        QT_TRANSLATE_NOOP("licences", "Free for every use; whoever passes it on passes the licence text on with it."),
        address="https://opensource.org/license/mit",
    ),
    "CC0-1.0": Licence(
        QT_TRANSLATE_NOOP("licences", "CC0 1.0"),
        QT_TRANSLATE_NOOP("licences", "Free for every use."),
        address="https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    "CC-BY-4.0": Licence(
        QT_TRANSLATE_NOOP("licences", "CC BY 4.0"),
        QT_TRANSLATE_NOOP("licences", "Free for every use if its makers are named."),
        address=_CC + "by/4.0/",
    ),
    "CC-BY-SA-4.0": Licence(
        QT_TRANSLATE_NOOP("licences", "CC BY-SA 4.0"),
        QT_TRANSLATE_NOOP(
            "licences",
            "Free for every use if its makers are named; what is made from it is passed on under the same licence.",
        ),
        address=_CC + "by-sa/4.0/",
    ),
    "CC-BY-NC-4.0": Licence(
        QT_TRANSLATE_NOOP("licences", "CC BY-NC 4.0"),
        QT_TRANSLATE_NOOP("licences", "Not for commercial use; its makers are to be named."),
        is_restricted=True,
        address=_CC + "by-nc/4.0/",
    ),
    "CC-BY-NC-SA-4.0": Licence(
        QT_TRANSLATE_NOOP("licences", "CC BY-NC-SA 4.0"),
        QT_TRANSLATE_NOOP(
            "licences",
            "Not for commercial use; its makers are to be named, and what is made from it is passed on under the same "
            "licence.",
        ),
        is_restricted=True,
        address=_CC + "by-nc-sa/4.0/",
    ),
    "KOGL-1.0": Licence(
        QT_TRANSLATE_NOOP("licences", "Korea Open Government License, type 1"),
        QT_TRANSLATE_NOOP("licences", "Free for every use if its source is named."),
        address="https://www.kogl.or.kr/info/licenseType1.do",
    ),
    "in-house": Licence(
        QT_TRANSLATE_NOOP("licences", "for one house alone"),
        QT_TRANSLATE_NOOP("licences", "For the house that made it alone, not to be passed on."),
        is_restricted=True,
    ),
}
_BY_KEY = {identifier.casefold().replace("-", " "): licence for identifier, licence in _KNOWN.items()}


def in_one_line(text: str) -> str:
    """A card's licence as exports have it: at most `LONGEST` characters, none of which XML or UTF-8 refuses."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())[:LONGEST]


def licence_of(text: str) -> Licence:
    """The licence that a card's text names, however it is written ("cc by-nc-sa 4.0"); none or "unknown": `UNKNOWN`.

    A text that is not known is its own name, without terms.
    """
    key = " ".join(text.casefold().replace("-", " ").split())
    if key in ("", "unknown"):
        return UNKNOWN
    return _BY_KEY.get(key, Licence(text.strip(), ""))
