"""The event loop of the window's thread: Qt's, as asyncio knows it."""

import sys
from operator import attrgetter
from typing import Final

import qasync

# asyncio's own loops install these around run_forever; they are inherited but have no public name.
_FIRST: Final = attrgetter("_asyncgen_firstiter_hook")
_LAST: Final = attrgetter("_asyncgen_finalizer_hook")


class WindowLoop(qasync.QEventLoop):
    """qasync's loop with asyncio's hooks for asynchronous generators.

    Without them a generator that is left half way is finished by the garbage collector, outside the loop.
    """

    def run_forever(self) -> None:
        """See asyncio."""
        before = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=_FIRST(self), finalizer=_LAST(self))
        try:
            super().run_forever()
        finally:
            sys.set_asyncgen_hooks(*before)
