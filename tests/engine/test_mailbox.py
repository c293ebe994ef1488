from __future__ import annotations

from colorstudio.engine.mailbox import Mailbox


def test_the_newest_request_replaces_the_older_one_of_its_place() -> None:
    mailbox: Mailbox[str] = Mailbox()
    assert mailbox.post("view", 0, "old") is None
    assert mailbox.post("view", 0, "new") == "old"
    assert mailbox.take() == "new"
    assert mailbox.take() is None


def test_requests_are_taken_by_priority_then_by_age() -> None:
    mailbox: Mailbox[str] = Mailbox()
    for place, priority in (("a", 2), ("b", 1), ("c", 2), ("d", 1)):
        mailbox.post(place, priority, place)
    assert [mailbox.take() for _ in range(4)] == ["b", "d", "a", "c"]


def test_a_replaced_request_goes_to_the_end_of_its_priority() -> None:
    mailbox: Mailbox[str] = Mailbox()
    mailbox.post("a", 1, "a1")
    mailbox.post("b", 1, "b1")
    mailbox.post("a", 1, "a2")
    assert [mailbox.take(), mailbox.take()] == ["b1", "a2"]


def test_remove_returns_what_it_removed() -> None:
    mailbox: Mailbox[int] = Mailbox()
    for number in range(4):
        mailbox.post(number, 0, number)
    assert mailbox.remove(lambda number: number % 2 == 1) == [1, 3]
    assert [mailbox.take(), mailbox.take(), mailbox.take()] == [0, 2, None]
