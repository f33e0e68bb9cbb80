"""``join``: parts of this machine become one file again. Needs neither the service nor the profile."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from fichier_gui.app.jobs.job import Ending, Kind, Report, Tell
from fichier_gui.domain.errors import AppError
from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.joining import Joining


async def join(manifests: Sequence[Path], tell: Tell) -> Ending:
    """Join what each of ``manifests`` lists. What cannot be joined is told, and the others go on."""
    loop, ending = asyncio.get_running_loop(), Ending.DONE
    checksums = find_checksums()
    for path in manifests:
        joining = Joining(path.expanduser().absolute(), checksums)

        def told(done: int, size: int) -> None:
            facts = {"done": done, "total": size, "speed": 0.0, "seconds_left": None}
            loop.call_soon_threadsafe(tell, Report(Kind.PROGRESS, facts))

        try:
            final = await asyncio.to_thread(joining.run, told)
        except AppError as error:
            ending = Ending.SOME_FAILED
            tell(Report(Kind.FAILED, {"name": path.name}, error))
        except asyncio.CancelledError:
            joining.stop()
            raise
        else:
            tell(Report(Kind.JOINED, {"local_path": str(final)}))
    tell(Report(Kind.ENDED, {"code": int(ending)}))
    return ending
