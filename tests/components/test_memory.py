"""What is worked out once for all readers: kept, found again, forgotten in the order of use."""

from components.store import Memory


def test_a_value_is_made_once() -> None:
    memory, made = Memory(most=10), []
    for _ in range(3):
        assert memory.recall(("a", 1), lambda: made.append(1) or [len(made)]) == [1]
    assert len(made) == 1


def test_another_key_is_another_value() -> None:
    memory = Memory(most=10)
    assert memory.recall(("title", "sq"), lambda: "Rreziku") == "Rreziku"
    assert memory.recall(("title", "en"), lambda: "Risk") == "Risk"
    assert memory.recall(("title", "sq"), lambda: "never") == "Rreziku"


def test_what_nobody_asked_for_longest_is_forgotten() -> None:
    memory = Memory(most=2)
    memory.recall("a", lambda: 1)
    memory.recall("b", lambda: 2)
    memory.recall("a", lambda: 0)
    memory.recall("c", lambda: 3)
    assert len(memory) == 2
    assert memory.recall("a", lambda: 0) == 1
    assert memory.recall("b", lambda: 9) == 9


def test_two_that_make_it_at_once_get_the_first() -> None:
    memory = Memory(most=2)

    def make() -> str:
        memory.recall("key", lambda: "first")  # as another reader's thread would, in the meantime
        return "second"

    assert memory.recall("key", make) == "first"
