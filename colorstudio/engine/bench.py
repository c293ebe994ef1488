"""What the worker keeps open: a few scans, and the models used last."""

from __future__ import annotations

from collections import OrderedDict

from colorstudio.engine.messages import ScanSource
from colorstudio.engine.workshop import Darkroom, Painter, Workshop

_KEPT_SCANS = 3
_KEPT_PAINTERS = 2


class Bench:
    """Opens scans and models when they are needed and closes those used longest ago.

    Args:
        workshop: does the opening.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._darkrooms: OrderedDict[int, tuple[ScanSource, Darkroom]] = OrderedDict()
        self._painters: OrderedDict[tuple[str, str], Painter] = OrderedDict()

    def darkroom(self, document: int, source: ScanSource) -> Darkroom:
        """Return the open scan of `document`, opened now if need be."""
        kept = self._darkrooms.get(document)
        if kept and kept[0] == source:
            self._darkrooms.move_to_end(document)
            return kept[1]
        self.forget(document)
        darkroom = self._workshop.open_darkroom(source)
        self._darkrooms[document] = (source, darkroom)
        while len(self._darkrooms) > _KEPT_SCANS:
            self.forget(next(iter(self._darkrooms)))
        return darkroom

    def painter(self, model: str, device: str) -> Painter:
        """Return the loaded model; only the last ones are kept: a sheet of variations changes to and fro."""
        if (model, device) not in self._painters:
            while len(self._painters) >= _KEPT_PAINTERS:  # frees their memory before the next one is loaded
                self._painters.popitem(last=False)
            self._painters[model, device] = self._workshop.load_painter(model, device)
        self._painters.move_to_end((model, device))
        return self._painters[model, device]

    def forget(self, document: int) -> None:
        """Close the scan of `document`, if it is open."""
        kept = self._darkrooms.pop(document, None)
        if kept:
            kept[1].close()

    def forget_painters(self) -> None:
        """Load every model anew: an id may mean another pack by now."""
        self._painters.clear()

    def close(self) -> None:
        """Close everything."""
        for document in list(self._darkrooms):
            self.forget(document)
        self._painters.clear()
