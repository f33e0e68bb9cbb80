"""Every scene of the gallery; the modules are imported in the order in which they are posed."""

from gallery.registry import SCENES
from gallery.scenes import (
    account,
    diagnosing,
    links,
    local,
    lock,
    menus,
    organising,
    plans,
    questions,
    transfers,
    window,
)

MODULES = (window, local, menus, organising, links, plans, account, lock, diagnosing, questions, transfers)

ALL = dict(
    sorted(SCENES.items(), key=lambda each: [m.__name__ for m in MODULES].index(each[1].pose.__module__))
)
"""By name, module by module; what signs out or fills the queue comes last."""
