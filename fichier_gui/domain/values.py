"""Frozen values: dataclasses that share all their methods but ``__init__``.

``dataclasses`` compiles six methods for each frozen class, in four times the time and thrice the memory, and
a hundred of them are made before there is a window. All else is as there: ``field``, ``fields``, ``replace``,
``asdict``, ``match``. There is no ``InitVar`` here, and no field without a place in ``__init__``.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, ClassVar, Final, Never, Protocol, TypeVar, dataclass_transform

T = TypeVar("T")


class _Value(Protocol):
    """What :func:`value` makes."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _facts: ClassVar["attrgetter[tuple[object, ...]]"]
    """What is compared of a value."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """As ``dataclass(frozen=True, slots=True)``. What the class defines itself stands."""
    own = set(vars(cls))
    # Where there is no docstring it would be made of the signature, with much effort.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: Any = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    compared = [each.name for each in fields(made) if each.compare]
    # Of one name alone it would give no tuple.
    facts = attrgetter(*compared, compared[0]) if compared else staticmethod(_nothing)
    methods = {"__init__": _compiled_init(made), "_facts": facts, **_SHARED}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    finished: type[T] = made
    return finished


def _compiled_init(made: type[_Value]) -> Callable[..., None]:
    names: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    taken, lines = ["self"], []
    for each in fields(made):
        name, given = each.name, each.name
        if each.default is not MISSING:
            names[f"_default_{name}"] = each.default
            taken.append(f"{name}=_default_{name}")
        elif each.default_factory is not MISSING:
            names[f"_make_{name}"] = each.default_factory
            taken.append(f"{name}=_missing")
            given = f"_make_{name}() if {name} is _missing else {name}"
        else:
            taken.append(name)
        lines.append(f" _set(self, {name!r}, {given})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(taken)}):", *lines, " return"]), names)
    init: Callable[..., None] = names["__init__"]
    return init


def _nothing(_value: object) -> tuple[()]:
    return ()


def _equal(self: _Value, other: object) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    facts = self._facts
    return facts(self) == facts(other)


def _hashed(self: _Value) -> int:
    return hash(self._facts(self))


def _written(self: _Value) -> str:
    words = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(words)})"


def _refused(_self: _Value, name: str, *_value: object) -> Never:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: _Value) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _restored(self: _Value, state: list[Any]) -> None:
    for each, kept in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, kept)


_SHARED: Final[dict[str, Any]] = {
    "__eq__": _equal,
    "__hash__": _hashed,
    "__repr__": _written,
    "__setattr__": _refused,
    "__delattr__": _refused,
    "__getstate__": _state,
    "__setstate__": _restored,
}
