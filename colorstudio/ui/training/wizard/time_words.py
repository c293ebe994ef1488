"""Times and sizes as a person says them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def duration_words(seconds: float) -> str:
    """A duration, rounded as one would say it: "about 6 hours"."""
    if seconds < 90:
        return QCoreApplication.translate("training", "about a minute")
    if seconds < 90 * _MINUTE:
        minutes = _round_to(seconds / _MINUTE, 5 if seconds > 20 * _MINUTE else 1)
        return QCoreApplication.translate("training", "about {count} minutes").format(count=minutes)
    if seconds < 36 * _HOUR:
        return QCoreApplication.translate("training", "about {count} hours").format(count=_halves(seconds / _HOUR))
    return QCoreApplication.translate("training", "about {count} days").format(count=_halves(seconds / _DAY))


def until_words(now: QDateTime, seconds: float) -> str:
    """When something that begins now will have ended: "until tomorrow 03:40"."""
    end = now.addSecs(round(seconds))
    time = QLocale().toString(end.time(), QLocale.FormatType.ShortFormat)
    days = now.date().daysTo(end.date())
    if days == 0:
        return QCoreApplication.translate("training", "until {time}").format(time=time)
    if days == 1:
        return QCoreApplication.translate("training", "until tomorrow {time}").format(time=time)
    date = QLocale().toString(end.date(), QCoreApplication.translate("training", "ddd d MMMM"))
    return QCoreApplication.translate("training", "until {date}, {time}").format(date=date, time=time)


def lost_words(seconds: float) -> str:
    """How much work is lost at most: "at most about 10 minutes"."""
    if seconds < 90:
        return QCoreApplication.translate("training", "at most about a minute")
    minutes = round(seconds / _MINUTE)
    return QCoreApplication.translate("training", "at most about {minutes} minutes").format(minutes=minutes)


def size_words(size: int) -> str:
    """A number of bytes: "2.1 GB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _round_to(value: float, step: int) -> int:
    return max(1, round(value / step) * step)


def _halves(value: float) -> str:
    """A number to the nearest half: "6", "1.5"."""
    return QLocale().toString(round(2 * value) / 2, "g", 4)
