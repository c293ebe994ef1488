"""Arrays that are likely to be wanted again, as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


class KeptArrays:
    """The arrays used last, by what they were made from. They are read-only.

    Args:
        room: bytes; those used longest ago are dropped beyond it.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._arrays: OrderedDict[Hashable, NDArray[Any]] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._arrays

    def get(self, key: Hashable, make: Callable[[], Array]) -> Array:
        """Return the array of `key`, made now if it is not here."""
        if key not in self._arrays:
            array = make()
            array.setflags(write=False)
            self._arrays[key] = array
            while len(self._arrays) > 1 and sum(each.nbytes for each in self._arrays.values()) > self._room:
                self._arrays.popitem(last=False)
        self._arrays.move_to_end(key)
        return self._arrays[key]
