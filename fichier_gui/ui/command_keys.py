"""The keys of the commands: their own, and what the user made of them.

The setting ``shortcuts`` holds a line for each command that was changed: its name and its keys, with tabs
between; without keys it has none.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6.QtGui import QKeySequence

from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.action_table import ACTIONS, ActionSpec, Reach

Keys = tuple[str, ...]
"""Portable names such as ``Ctrl+Shift+F``; menus show the first."""

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_BESIDE: Final = {
    Reach.WINDOW: {Reach.WINDOW, Reach.FILES, Reach.TRANSFERS},
    Reach.FILES: {Reach.WINDOW, Reach.FILES},
    Reach.TRANSFERS: {Reach.WINDOW, Reach.TRANSFERS},
    Reach.LOCAL: {Reach.LOCAL},
}
"""Where a key would mean two things at once."""


@cache
def specs() -> Mapping[ActionId, ActionSpec]:
    """The commands by their names."""
    return {spec.id: spec for spec in ACTIONS}


@cache
def own_keys(action: ActionId) -> Keys:
    """What a command has by itself on this platform. Standard keys may be the same as plain ones: once."""
    texts = (QKeySequence(keys).toString(_PORTABLE) for keys in specs()[action].keys)
    return tuple(dict.fromkeys(text for text in texts if text))


def read_keys(setting: str) -> dict[ActionId, Keys]:
    """The commands that were changed. What is no command here is passed over."""
    lines = (line.split("\t") for line in setting.splitlines())
    return {ActionId(name): tuple(filter(None, keys)) for name, *keys in lines if name in set(ActionId)}


def keys_in_force(setting: str) -> dict[ActionId, Keys]:
    """Every command's keys."""
    changed = read_keys(setting)
    return {action: changed.get(action, own_keys(action)) for action in specs()}


def with_keys(setting: str, action: ActionId, keys: Keys) -> str:
    """The setting once ``action`` has these keys; whoever else had one of them has it no more."""
    force = keys_in_force(setting)
    for key in keys:
        for other in holders(action, key, force):
            force[other] = tuple(each for each in force[other] if each != key)
    force[action] = tuple(dict.fromkeys(keys))
    return "".join("\t".join((name, *have)) + "\n" for name, have in force.items() if have != own_keys(name))


def holders(action: ActionId, key: str, force: Mapping[ActionId, Keys]) -> list[ActionId]:
    """The other commands that ``key`` means where ``action`` can be used."""
    there = [name for name, spec in specs().items() if spec.reach in _BESIDE[specs()[action].reach]]
    return [name for name in there if name != action and key in force[name]]


def is_for_typing(key: str) -> bool:
    """A letter, a digit or a sign alone: it writes, and must not do anything else."""
    held, pressed = key[:-1].split("+"), key[-1:]
    return set(held) <= {"", "Shift"} and bool(pressed)


def spoken(keys: Keys, between: str) -> str:
    """As the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return between.join(QKeySequence(key, _PORTABLE).toString(native) for key in keys)
