"""The scenes of the gallery: each brings one thing to be seen on the stage, and names what it shows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gallery.stage import Stage

Pose = Callable[["Stage"], Awaitable[QWidget]]
"""Brings it up, and returns what the picture is taken of."""


@dataclass(frozen=True)
class Scene:
    """``shows``: the classes that can be seen in it, and the functions that asked its question."""

    name: str
    pose: Pose
    shows: tuple[Any, ...]


SCENES: dict[str, Scene] = {}
"""In the order in which they are posed: what one leaves behind, such as transfers, the next ones have."""


def scene(*shows: Any) -> Callable[[Pose], Pose]:
    """Register a coroutine as a scene; its name is the picture's."""

    def register(pose: Pose) -> Pose:
        name = getattr(pose, "__name__", "")
        if name in SCENES:
            raise ValueError(f"there are two scenes {name!r}")
        SCENES[name] = Scene(name, pose, shows)
        return pose

    return register
