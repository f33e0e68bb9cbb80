"""Parts that were fetched become one file again, without room for a second copy of it.

    first part -> name.joining; each next part: read, summed, appended, synced, removed -> name

The length of ``name.joining`` says how far it got, so a run that was killed goes on: what was appended of a
part that is still there is cut off and appended again.

Parts that are still being fetched are joined as they come (:meth:`Joining.advance`): what was joined is never
on the disk twice.
"""

import contextlib
import itertools
import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

from fichier_gui.domain.buffers import make_buffer
from fichier_gui.domain.errors import DiskFull, ManifestBroken, PartDiffers, PartMissing, TargetExists
from fichier_gui.domain.manifest import MOST_BYTES, Manifest, Part
from fichier_gui.transfers import part_file
from fichier_gui.transfers.disk_faults import disk_faults, source_faults
from fichier_gui.transfers.hashing import PIECE, HashStopped, hash_file
from fichier_gui.transfers.ports import Checksums

JOINING: Final = ".joining"


def read_manifest(path: Path) -> Manifest:
    """Blocking. Raises ``ManifestBroken``, ``SourceMissing``, ``DiskProblem`` leaves."""
    with source_faults(path):
        if path.stat().st_size > MOST_BYTES:
            raise ManifestBroken("it is too large to be one", path=str(path))
        data = path.read_bytes()
    try:
        return Manifest.parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ManifestBroken("it is no text", path=str(path)) from error
    except ManifestBroken as error:
        raise ManifestBroken(error.detail, path=str(path)) from error


class Joining:
    """Joins the parts that lie beside a manifest. Blocking: for a worker thread; ``stop`` for any."""

    def __init__(
        self,
        manifest_path: Path,
        checksums: Checksums,
        free_space: Callable[[Path], int] | None = None,
    ) -> None:
        self._path = manifest_path
        self._checksums = checksums
        self._free_space = free_space
        self._is_stopped = False
        self.done = 0
        """Bytes in place."""

    def stop(self) -> None:
        """End soon; what is done is kept. ``run`` raises ``HashStopped``."""
        self._is_stopped = True

    def run(self, told: Callable[[int, int], None] = lambda _done, _size: None) -> Path:
        """The joined file. ``told`` gets the bytes in place and those of the file, part by part.

        Parts and manifest are gone afterwards. Raises ``ManifestBroken``, ``PartMissing``, ``PartDiffers``,
        ``TargetExists``, ``DiskProblem`` leaves; everything is then as far as it got.
        """
        manifest = read_manifest(self._path)
        folder, final = self._path.parent, self._path.with_name(manifest.name)
        scratch = self._path.with_name(manifest.name + JOINING)
        if self._was_published(manifest, folder, final):
            part_file.remove(self._path)
            return final
        self._look(manifest, folder, scratch)
        offset = 0
        for part in manifest.parts:
            self._add(part, folder / part.name, scratch, offset)
            offset += part.size
            self.done = offset
            told(offset, manifest.size)
        try:
            part_file.publish(scratch, final)
        except FileExistsError as error:
            raise TargetExists(path=str(final)) from error
        part_file.remove(self._path)
        return final

    def advance(self, target: Path, unfinished: Collection[str] = ()) -> Path | None:
        """Join the parts that are there from the beginning on. The file once it is whole, else None.

        Names in ``unfinished`` are not touched, whatever lies there: somebody still works on them. The file
        lies in ``target``, beside whatever has its name there; parts, manifest and, if it is empty, their
        folder are gone then. Raises what :meth:`run` raises but ``PartMissing``; what is joined is kept.
        """
        manifest = read_manifest(self._path)
        folder, scratch = self._path.parent, self._path.with_name(manifest.name + JOINING)
        is_held = any(part.name in unfinished for part in manifest.parts)
        if not is_held and (published := self._published_before(manifest, scratch, target)):
            return self._cleared(published)
        offset, length = 0, part_file.size_of(scratch) or 0
        for part in manifest.parts:
            found = None if part.name in unfinished else part_file.size_of(folder / part.name)
            offset += part.size
            if found is None and offset > length:
                return None
            if found is not None and found != part.size:
                raise PartDiffers(name=part.name, path=str(folder / part.name))
            if found is not None:
                self._add(part, folder / part.name, scratch, offset - part.size)
                length = max(length, offset)
            self.done = offset
        return None if is_held else self._published(manifest, scratch, target)

    def _published(self, manifest: Manifest, scratch: Path, target: Path) -> Path:
        """The first name that is free, or was given by a run that ended before the other name was gone."""
        for final in _names(target / manifest.name):
            with contextlib.suppress(FileExistsError):
                part_file.publish(scratch, final)
                return self._cleared(final)
        raise AssertionError("names never end")

    def _published_before(self, manifest: Manifest, scratch: Path, target: Path) -> Path | None:
        """Where a run put the file that ended before the list of its parts was gone; None if none did."""
        folder = self._path.parent
        if part_file.is_there(scratch) or any(part_file.is_there(folder / p.name) for p in manifest.parts):
            return None
        there = itertools.takewhile(part_file.is_there, _names(target / manifest.name))
        return next((path for path in there if part_file.size_of(path) == manifest.size), None)

    def _cleared(self, final: Path) -> Path:
        part_file.remove(self._path)
        with contextlib.suppress(OSError):
            self._path.parent.rmdir()  # refuses where something else lies in it
        return final

    def _was_published(self, manifest: Manifest, folder: Path, final: Path) -> bool:
        """A run ended between the rename and the last removal. Raises ``TargetExists`` for another file."""
        if not part_file.is_there(final):
            return False
        parts_left = any(part_file.is_there(folder / part.name) for part in manifest.parts)
        if parts_left or part_file.size_of(final) != manifest.size:
            raise TargetExists(path=str(final))
        return True

    def _look(self, manifest: Manifest, folder: Path, scratch: Path) -> None:
        """Everything is there before anything is touched."""
        offset, length = 0, part_file.size_of(scratch) or 0
        for part in manifest.parts:
            found = part_file.size_of(folder / part.name)
            offset += part.size
            if found is None and offset > length:
                raise PartMissing(name=part.name, path=str(folder / part.name))
            if found is not None and found != part.size:
                raise PartDiffers(name=part.name, path=str(folder / part.name))

    def _add(self, part: Part, path: Path, scratch: Path, offset: int) -> None:
        if not part_file.is_there(path):
            return  # an earlier run has it
        if (part_file.size_of(scratch) or 0) > offset + part.size:
            # Parts behind it were joined, so it was too: it has been fetched once more.
            part_file.remove(path)
        elif offset == 0 and part_file.is_alone(path):
            self._verify(part, path)
            part_file.remove(scratch)
            with disk_faults(path):
                path.rename(scratch)
        else:
            if offset == 0:
                scratch.touch()
            self._append(part, path, scratch, offset)
            part_file.remove(path)
        part_file.sync_folder(scratch.parent)

    def _verify(self, part: Part, path: Path) -> None:
        if part.whirlpool is None or self._checksums.provider is None:
            return
        if hash_file(path, self._checksums.new(), lambda: self._is_stopped) != part.whirlpool:
            raise PartDiffers(name=part.name, path=str(path))

    def _make_room(self, part: Part, scratch: Path) -> None:
        """A part is there twice for a moment: once by itself, once at the end of the file."""
        if self._free_space is None:
            return
        free = self._free_space(scratch.parent)
        if part.size > free:
            raise DiskFull(path=str(scratch), needed=part.size, free=free)

    def _append(self, part: Part, path: Path, scratch: Path, offset: int) -> None:
        self._make_room(part, scratch)
        state = self._checksums.new() if part.whirlpool and self._checksums.provider else None
        buffer = make_buffer(PIECE)
        with disk_faults(scratch), scratch.open("rb+", buffering=0) as target:
            target.truncate(offset)
            target.seek(offset)
            with source_faults(path), path.open("rb", buffering=0) as source:
                while count := source.readinto(buffer):
                    if self._is_stopped:
                        raise HashStopped
                    if state is not None:
                        state.update(buffer[:count])
                    _write(target.write, buffer[:count])
            if state is not None and state.hexdigest() != part.whirlpool:
                target.truncate(offset)
                raise PartDiffers(name=part.name, path=str(path))
            os.fsync(target.fileno())


def _names(final: Path) -> Iterator[Path]:
    return itertools.chain((final,), part_file.other_names(final))


def _write(write: Callable[[memoryview], int | None], data: memoryview) -> None:
    while data:
        data = data[write(data) or 0 :]
