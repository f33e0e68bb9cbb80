"""A message bus of this machine: calls with a limit, signals, and one door for all that can go wrong."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.asyncio import DBusConnection, DBusRouter

logger = logging.getLogger(__name__)

BusName = Literal["SESSION", "SYSTEM"]
Heard = Callable[[tuple[Any, ...]], None]
"""Takes the values of a signal, on the loop."""

_LIMIT: Final = 5.0
"""Seconds for an answer. A service that the bus has to start first is quicker than that."""


class BusProblem(Exception):
    """No such bus, no such service, a refusal, or no answer in time."""


@dataclass(frozen=True, slots=True)
class Service:
    """Who is asked, and for what."""

    name: str
    path: str
    interface: str

    @property
    def address(self) -> DBusAddress:
        """As jeepney has it."""
        from jeepney import DBusAddress

        return DBusAddress(self.path, self.name, self.interface)


@dataclass(frozen=True, slots=True)
class _Ear:
    """What is heard goes straight on: nobody waits for it."""

    heard: Heard

    def put_nowait(self, message: Message) -> None:
        try:
            self.heard(message.body)
        except (LookupError, TypeError, ValueError):
            # It would end the reading of all that comes.
            logger.warning("A signal of another form was passed over", exc_info=True)


class MessageBus:
    """Opened on the running loop when it is first needed, and again once it was lost."""

    def __init__(self, name: BusName) -> None:
        self._name = name
        self._link: tuple[DBusConnection, DBusRouter] | None = None
        self._opening = asyncio.Lock()
        self._signals: list[tuple[Service, str, Heard]] = []

    async def call(
        self, service: Service, method: str, signature: str = "", *arguments: object
    ) -> tuple[Any, ...]:
        """Ask, and wait for the answer. Raises :class:`BusProblem`."""
        from jeepney import new_method_call
        from jeepney.wrappers import unwrap_msg

        message = new_method_call(service.address, method, signature or None, arguments)
        async with self._at_work() as router:
            return unwrap_msg(await router.send_and_get_reply(message))

    async def tell(self, emitter: Service, signal: str, signature: str, *values: object) -> None:
        """Send a signal to whoever listens. Raises :class:`BusProblem`."""
        from jeepney import DBusAddress, new_signal

        source = DBusAddress(emitter.path, interface=emitter.interface)
        async with self._at_work() as router:
            await router.send(new_signal(source, signal, signature, values))

    async def hear(self, service: Service, signal: str, heard: Heard) -> None:
        """Hear a signal from now on. Raises :class:`BusProblem`."""
        async with self._at_work() as router:
            await _listen(router, service, signal, heard)
        self._signals.append((service, signal, heard))

    async def close(self) -> None:
        """Leave the bus. Idempotent."""
        link, self._link = self._link, None
        if link is not None:
            connection, router = link
            # A connection that the bus has closed tells so here once more.
            with contextlib.suppress(OSError, EOFError):
                await router.__aexit__(None, None, None)
            with contextlib.suppress(OSError):
                await connection.close()

    @contextlib.asynccontextmanager
    async def _at_work(self) -> AsyncIterator[DBusRouter]:
        from jeepney.io.common import RouterClosed
        from jeepney.wrappers import DBusErrorResponse

        try:
            async with asyncio.timeout(_LIMIT):
                yield await self._router()
        except (DBusErrorResponse, TimeoutError) as error:
            raise BusProblem(str(getattr(error, "name", "no answer in time"))) from error
        except (OSError, EOFError, LookupError, ValueError, RuntimeError, RouterClosed) as error:
            # No bus, or one that has gone: jeepney has many words for it.
            await self.close()
            raise BusProblem(type(error).__name__) from error

    async def _router(self) -> DBusRouter:
        async with self._opening:
            if self._link is None:
                from jeepney.io.asyncio import DBusRouter, open_dbus_connection

                connection = await open_dbus_connection(self._name)
                self._link = connection, DBusRouter(connection)
                for service, signal, heard in self._signals:
                    await _listen(self._link[1], service, signal, heard)
            return self._link[1]


async def _listen(router: DBusRouter, service: Service, signal: str, heard: Heard) -> None:
    from jeepney import MatchRule
    from jeepney.bus_messages import message_bus
    from jeepney.wrappers import unwrap_msg

    # What comes bears the unique name of its sender: only the bus knows whose that is.
    rule = MatchRule(type="signal", interface=service.interface, member=signal, path=service.path)
    router.filter(rule, queue=_Ear(heard))
    asked = MatchRule(
        type="signal", sender=service.name, interface=service.interface, member=signal, path=service.path
    )
    unwrap_msg(await router.send_and_get_reply(message_bus.AddMatch(asked)))
