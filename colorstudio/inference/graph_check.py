"""Is a graph from a stranger safe to load? Read from its bytes, before any runtime sees it.

An ONNX file can do two things that a pack has no use for: name a library of foreign operators, and take
tensors out of any file on the disc. A pack's graph has standard operators alone, and its external tensors are
the pack's own weights. Field numbers are those of onnx.proto3 (ONNX IR version 10).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

_STANDARD_DOMAINS = frozenset({b"", b"ai.onnx"})
_EXTERNAL = 1
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LARGEST = 64 * 1024**2
"""Bytes: without weights the largest graphs have some hundred kilobytes."""
_DEEPEST = 8
"""Graphs within graphs (branches and loops)."""
_FIXED_SIZES = {_FIXED64: 8, _FIXED32: 4}

Fields = Iterator[tuple[int, bytes | int]]


class UnsafeGraphError(ValueError):
    """The graph does, or may do, what no pack needs; or it is no graph."""


def check_graph(data: bytes, weights: Collection[str], location: str) -> None:
    """Look at every operator and every tensor of a serialised ModelProto.

    Args:
        data: the file.
        weights: the names that external initialisers may have.
        location: the file that they must name.

    Raises:
        UnsafeGraphError: foreign operators, functions or training parts, a tensor from another file or without
            weights, beyond measure, or not the bytes of a graph.
    """
    if len(data) > _LARGEST:
        raise UnsafeGraphError("it is too large")
    checker = _Checker(frozenset(name.encode() for name in weights), location.encode())
    graphs = 0
    for number, value in _fields(data):
        if number == 7:
            graphs += 1
            checker.graph(_message(value))
        elif number == 8:
            checker.domain(_message(value), 1)
        elif number in (20, 25):
            raise UnsafeGraphError("it has functions or training parts of its own")
    if graphs != 1:
        raise UnsafeGraphError("it has no graph")


class _Checker:
    def __init__(self, weights: frozenset[bytes], location: bytes) -> None:
        self._weights = weights
        self._location = location
        self._depth = 0

    def graph(self, data: bytes) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnsafeGraphError("it is nested too deeply")
        for number, value in _fields(data):
            if number == 1:
                self._node(_message(value))
            elif number == 5:
                self._tensor(_message(value))
            elif number == 15:
                raise UnsafeGraphError("it has sparse tensors")
        self._depth -= 1

    def domain(self, data: bytes, field: int) -> None:
        for number, value in _fields(data):
            if number == field and value not in _STANDARD_DOMAINS:
                raise UnsafeGraphError("it needs foreign operators")

    def _node(self, data: bytes) -> None:
        self.domain(data, 7)
        for number, value in _fields(data):
            if number == 5:
                self._attribute(_message(value))

    def _attribute(self, data: bytes) -> None:
        for number, value in _fields(data):
            if number in (5, 10):
                self._tensor(_message(value), weights=False)
            elif number in (6, 11):
                self.graph(_message(value))
            elif number in (22, 23):
                raise UnsafeGraphError("it has sparse tensors")

    def _tensor(self, data: bytes, weights: bool = True) -> None:
        name, entries, is_external = b"", [], False
        for number, value in _fields(data):
            if number == 8:
                name = _message(value)
            elif number == 13:
                entries.append(dict(_fields(_message(value))))
            elif number == 14:
                is_external = value == _EXTERNAL
        if not is_external and not entries:
            return
        if not weights or name not in self._weights:
            raise UnsafeGraphError("it takes values that are not in the pack")
        if any(entry.get(1) == b"location" and entry.get(2) != self._location for entry in entries):
            raise UnsafeGraphError("it takes values from another file")


def _message(value: bytes | int) -> bytes:
    if not isinstance(value, bytes):
        raise UnsafeGraphError("it is not an ONNX file")
    return value


def _fields(data: bytes) -> Fields:
    """Field numbers and raw values of one protobuf message (wire format: protobuf.dev, Encoding)."""
    position = 0
    while position < len(data):
        key, position = _varint(data, position)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, position = _varint(data, position)
            yield number, value
            continue
        if wire == _BYTES:
            size, position = _varint(data, position)
        elif wire in _FIXED_SIZES:
            size = _FIXED_SIZES[wire]
        else:
            raise UnsafeGraphError("it is not an ONNX file")
        if position + size > len(data):
            raise UnsafeGraphError("it ends early")
        yield number, data[position : position + size]
        position += size


def _varint(data: bytes, position: int) -> tuple[int, int]:
    result = 0
    for shift in range(0, 70, 7):
        if position >= len(data):
            raise UnsafeGraphError("it ends early")
        byte = data[position]
        position += 1
        result |= (byte & 0x7F) << shift
        if byte < 0x80:
            return result, position
    raise UnsafeGraphError("it is not an ONNX file")
