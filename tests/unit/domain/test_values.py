"""Values of the domain are dataclasses in all that anybody sees."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from fichier_gui.domain.values import value


@value
class Ours:
    number: int
    words: tuple[str, ...] = ()
    made: list[int] = dataclasses.field(default_factory=list, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    number: int
    words: tuple[str, ...] = ()
    made: list[int] = dataclasses.field(default_factory=list, compare=False)


@value
class Longer(Ours):
    more: str = dataclasses.field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.more:
            raise ValueError("nothing more")


@value
class Single:
    number: int

    def __repr__(self) -> str:
        return "a number"


@value
class Empty:
    pass


@pytest.mark.parametrize(
    ("given", "named"),
    [((1,), {}), ((1, ("a",)), {}), ((), {"number": 2, "made": [3]}), ((1, (), [4]), {})],
)
def test_a_value_is_made_and_shown_as_a_dataclass(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Ours(*given, **named), Theirs(*given, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert hash(ours) == hash(Ours(*given, **named))
    assert dataclasses.replace(ours, number=7) == Ours(7, ours.words)
    assert Ours.__match_args__ == Theirs.__match_args__  # type: ignore[attr-defined]
    assert [field.name for field in dataclasses.fields(Ours)] == ["number", "words", "made"]


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, 3, 4), {}), ((1,), {"other": 2})])
def test_what_does_not_fit_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*given, **named)


def test_values_are_compared_by_kind_and_fields() -> None:
    assert Ours(1, made=[1]) == Ours(1, made=[2]), "made is not compared"
    assert Ours(1) != Ours(2)
    assert Ours(1) != Longer(1, more="x")
    assert Ours(1) != 1
    assert Single(1) == Single(1) != Single(2)
    assert len({Single(1), Single(1), Single(2), Empty(), Empty()}) == 3
    assert Ours(1).made is not Ours(1).made


def test_what_a_class_says_itself_stands() -> None:
    assert repr(Single(1)) == "a number"
    assert repr(Longer(1, more="x")) == "Longer(number=1, words=(), made=[])"
    assert repr(Empty()) == "Empty()"
    with pytest.raises(ValueError, match="nothing more"):
        Longer(1)


@pytest.mark.parametrize("one", [Ours(1), Longer(1, more="x"), Single(1), Empty()])
def test_values_are_frozen_and_can_be_copied(one: object) -> None:
    for name in ("number", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, 3)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(one, name)
    assert not hasattr(one, "__dict__")
    assert copy.deepcopy(one) == copy.copy(one) == pickle.loads(pickle.dumps(one)) == one
