"""The folders that are known, in memory: for paths and the breadcrumb, which must not wait for a disk.

Changed on the core's loop only; single look-ups are safe from any thread.
"""

import heapq
from collections.abc import Mapping
from types import MappingProxyType

from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.names import folded, natural_key
from fichier_gui.domain.remote import ROOT_FOLDER, RemoteFolder


class FolderTree:
    """Folders with their parents. The root is always there."""

    def __init__(self) -> None:
        self._folders: dict[FolderId, RemoteFolder] = {ROOT: ROOT_FOLDER}
        self._parents: dict[FolderId, FolderId] = {}
        self._children: dict[FolderId, dict[FolderId, None]] = {}
        self._names: dict[FolderId, str] = {}
        self._listed: set[FolderId] = set()
        """Folders whose whole list is known: no others are in them."""

    def clear(self) -> None:
        """Only the root is known."""
        self._folders = {ROOT: ROOT_FOLDER}
        self._parents = {}
        self._children = {}
        self._names = {}
        self._listed = set()

    def listed(self, folder_id: FolderId, *, is_complete: bool) -> None:
        """A folder was read; a list that was cut may leave folders out."""
        if is_complete:
            self._listed.add(folder_id)
        else:
            self._listed.discard(folder_id)

    def put(self, parent: FolderId | None, folder: RemoteFolder) -> None:
        """Add or move a folder, or give it its new name. ``parent`` None: where it lies is not known."""
        self._folders[folder.id] = folder
        if folder.id != ROOT:
            self._names[folder.id] = folded(folder.name)
            self._leave_parent(folder.id)
            if parent is not None:
                self._parents[folder.id] = parent
                self._children.setdefault(parent, {})[folder.id] = None

    def remove(self, folder_id: FolderId) -> tuple[FolderId, ...]:
        """Take a folder out with all below it; returns what went. The root stays."""
        if folder_id == ROOT or folder_id not in self._folders:
            return ()
        gone = {folder_id: None}
        pending = [folder_id]
        while pending:
            below = [child.id for child in self.children(pending.pop()) if child.id not in gone]
            gone.update(dict.fromkeys(below))
            pending += below
        for one in gone:
            del self._folders[one]
            del self._names[one]
            self._leave_parent(one)
            self._children.pop(one, None)
            self._listed.discard(one)
        return tuple(gone)

    def get(self, folder_id: FolderId) -> RemoteFolder | None:
        """The folder, if known."""
        return self._folders.get(folder_id)

    def parent(self, folder_id: FolderId) -> FolderId | None:
        """Where a folder lies; None for the root and for the unknown."""
        return self._parents.get(folder_id)

    def children(self, parent: FolderId) -> list[RemoteFolder]:
        """The known folders in ``parent``, in no order."""
        return [self._folders[child] for child in tuple(self._children.get(parent, ()))]

    def below(self, parent: FolderId) -> tuple[FolderId, ...]:
        """The known folders in ``parent``, by their ids."""
        return tuple(self._children.get(parent, ()))

    def is_leaf(self, folder_id: FolderId) -> bool:
        """There are no folders in it, as far as is known; False where that is not known."""
        return folder_id in self._listed and not self._children.get(folder_id)

    @property
    def folded_names(self) -> Mapping[FolderId, str]:
        """Every known folder but the root, by name without case and accents."""
        return MappingProxyType(self._names)

    def ancestry(self, folder_id: FolderId) -> tuple[RemoteFolder, ...]:
        """From the root (included) to the folder; only what is known of it."""
        line: dict[FolderId, RemoteFolder] = {}
        current: FolderId | None = folder_id
        # What the service says of two folders at two times may form a circle.
        while current is not None and current != ROOT and current not in line:
            folder = self._folders.get(current)
            if folder is None:
                break
            line[current] = folder
            current = self._parents.get(current)
        return (self._folders[ROOT], *reversed(line.values()))

    def path_of(self, folder_id: FolderId) -> str:
        """``/Films/2024``; ``/`` for the root and for a folder never seen."""
        return "/" + "/".join(folder.name for folder in self.ancestry(folder_id)[1:])

    def named(self, text: str, limit: int) -> list[tuple[RemoteFolder, str]]:
        """Folders with the last word of ``text`` in their name and the others anywhere in their path.

        With their paths. Those whose names begin with the word come first, then the shorter paths.
        """
        words = folded(text.replace("/", " ")).split()
        if not words:
            return []
        last, others = words[-1], words[:-1]
        found = []
        for one, name in self._names.items():
            if last in name and self._are_above(others, one):
                path = self.path_of(one)
                found.append((not name.startswith(last), path.count("/"), natural_key(path), one, path))
        return [(self._folders[one], path) for *_order, one, path in heapq.nsmallest(limit, found)]

    def _are_above(self, words: list[str], folder_id: FolderId) -> bool:
        if not words:
            return True
        line = [self._names[folder.id] for folder in self.ancestry(folder_id)[1:]]
        return all(any(word in name for name in line) for word in words)

    def _leave_parent(self, folder_id: FolderId) -> None:
        parent = self._parents.pop(folder_id, None)
        if parent is not None:
            self._children.get(parent, {}).pop(folder_id, None)
