"""Runs a command: by itself, or through the instance that owns the profile."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from fichier_gui.app.container import Program
from fichier_gui.app.forgetting import forget_files
from fichier_gui.app.handover import send_job, set_key_of_owner
from fichier_gui.app.jobs.job import CHANGES, Ending, Job, Kind, Report, Verb, ending_of
from fichier_gui.app.jobs.joining import join
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.jobs.verifying import check_sum_files
from fichier_gui.app.options import ProgramOptions, password_from
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.errors import AppError, ProfileInUse
from fichier_gui.domain.secret import Secret
from fichier_gui.headless.printing import JsonPrinter, Lines, Printer, TextPrinter, sentence
from fichier_gui.headless.reading_key import read_key
from fichier_gui.headless.reading_password import read_password
from fichier_gui.headless.speaking import speak
from fichier_gui.ui.wording import tr

INTERRUPTED: Final = 130
OWNER_PATIENCE: Final = 10.0
TRY_EVERY: Final = 0.2


def run(arguments: argparse.Namespace, options: ProgramOptions) -> int:
    """Do what the command line says; returns the exit code."""
    speak(os.environ)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A file name that this terminal cannot write must not end a backup.
            stream.reconfigure(errors="backslashreplace")
    out, err = Lines(sys.stdout), Lines(sys.stderr)
    printer: Printer = JsonPrinter(out)
    if not arguments.json:
        tells_same = getattr(arguments, "all", True)
        moves = arguments.command not in CHANGES
        printer = TextPrinter(
            out, err, arguments.quiet, options.clock.time, tells_same=tells_same, of_transfers=moves
        )
    try:
        if arguments.command == "rm" and not (arguments.yes or arguments.dry_run):
            from fichier_gui.headless.agreeing import delete_agreed

            job = job_of(arguments, wants_progress=err.is_terminal and not arguments.quiet)

            def perform(job: Job, told: Printer) -> int:
                return _do(Command(options, told, err).do(job))

            return delete_agreed(job, perform, printer, err)
        return _do(Command(options, printer, err).run(arguments))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return INTERRUPTED


def _do(work: Coroutine[Any, Any, int]) -> int:
    return int(asyncio.run(_until_signal(work)))


async def _until_signal(work: Coroutine[Any, Any, int]) -> int:
    task = asyncio.current_task()
    if task is not None and sys.platform != "win32":
        # SIGINT is asyncio.run's own; a service manager's SIGTERM deserves the same orderly end.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await work


class Command:
    """One command of this process."""

    def __init__(self, options: ProgramOptions, printer: Printer, err: Lines) -> None:
        self._options = options
        self._printer = printer
        self._err = err

    async def run(self, arguments: argparse.Namespace) -> int:
        """The exit code."""
        try:
            if arguments.command == "key" and arguments.action == "set":
                return await self._set_key(read_key(self._err))
            if arguments.command == "join":
                return await join(arguments.words, self._printer.tell)
            if arguments.command == "verify" and arguments.sums is not None:
                return await self._check_sums(arguments)
            if arguments.command == "forget":
                return await self._forget(everything=arguments.what == "everything")
            job = job_of(arguments, self._err.is_terminal and not arguments.quiet)
            return await self._do(replace(job, password=_password(arguments)))
        except AppError as error:
            return self._broken_off(error)

    async def do(self, job: Job) -> int:
        """The exit code of a job."""
        try:
            return await self._do(job)
        except AppError as error:
            return self._broken_off(error)

    def _broken_off(self, error: AppError) -> Ending:
        ending = ending_of(error)
        self._printer.tell(Report(Kind.ENDED, {"code": int(ending)}, error))
        return ending

    async def _check_sums(self, arguments: argparse.Namespace) -> Ending:
        shows = self._err.is_terminal and not arguments.quiet
        paths = [arguments.sums]
        return await check_sum_files(paths, self._printer.tell, self._options.clock, wants_progress=shows)

    async def _forget(self, *, everything: bool) -> Ending:
        """Raises ``ProfileInUse`` while another instance has the profile."""
        program = await Program.open(replace(self._options, asks_unbidden=False, runs_queue=False))
        try:
            if everything:
                await program.forget_everything()
            else:
                await program.integrating.take_all_away()
        finally:
            await program.close()
        left = await asyncio.to_thread(forget_files, self._options) if everything else []
        for path in left:
            self._err.write(tr("{path} could not be deleted.", path=path) + "\n")
        ending = Ending.SOME_FAILED if left else Ending.DONE
        self._printer.tell(Report(Kind.ENDED, {"code": int(ending)}))
        return ending

    async def _do(self, job: Job) -> Ending:
        program = await self._open_or_none(self._options)
        if program is None:
            return await self._hand_over(job)
        return await self._perform(program, job)

    async def _perform(self, program: Program, job: Job) -> Ending:
        try:
            await program.session.start()
            ending = await perform(program, job, self._printer.tell)
            # Other commands may have handed theirs to this process meanwhile.
            await program.finish_jobs()
            return ending
        finally:
            await program.close()

    async def _hand_over(self, job: Job) -> Ending:
        """To the owner; one who is about to end is waited for, and this process takes his place."""
        clock = self._options.clock
        until = clock.monotonic() + OWNER_PATIENCE
        told: list[Report] = []

        def tell(report: Report) -> None:
            told.append(report)
            self._printer.tell(report)

        while True:
            try:
                return await send_job(self._options.profile, job, clock, tell)
            except ProfileInUse:
                if told or clock.monotonic() >= until:
                    raise
            await clock.sleep(TRY_EVERY)
            program = await self._open_or_none(self._options)
            if program is not None:
                return await self._perform(program, job)

    async def _open_or_none(self, options: ProgramOptions) -> Program | None:
        try:
            program = await Program.open(replace(options, asks_unbidden=False, runs_queue=False))
        except ProfileInUse:
            return None
        if program.profile.damage is not None:
            self._err.write(sentence(program.profile.damage) + "\n")
        return program

    async def _set_key(self, key: Secret) -> Ending:
        """Check the key and keep it. An instance that is open takes it from the key ring."""
        program = await self._open_or_none(replace(self._options, key=None))
        if program is None:
            return await set_key_of_owner(self._options, key, self._printer.tell)
        try:
            state = await program.accounts.set_key(program.session, key)
            ending = await perform(program, Job(Verb.KEY, action="show"), self._printer.tell)
            # A key that ends with this process was not set.
            return ending if state.storage is KeyStorage.KEYRING else Ending.SOME_FAILED
        finally:
            await program.close()


def _password(arguments: argparse.Namespace) -> Secret | None:
    """Of protected links; what is typed or piped goes before the environment."""
    kept = password_from(os.environ)
    return read_password() if getattr(arguments, "password_stdin", False) else kept


def job_of(arguments: argparse.Namespace, wants_progress: bool) -> Job:
    """The job that the command line asks for. Local paths become absolute: the owner works elsewhere."""
    verb = Verb(arguments.command)
    given = getattr(arguments, "words", None) or ()
    words = (given,) if isinstance(given, str) else tuple(given)
    to = getattr(arguments, "to", "")
    if verb in (Verb.UPLOAD, Verb.VERIFY):
        words = tuple(str(Path(word).absolute()) for word in words)
    if verb in (Verb.DOWNLOAD, Verb.SUMS, Verb.EXPORT) and to:
        to = str(Path(to).expanduser().absolute())
    action = getattr(arguments, "action", "")
    if action in ("export", "import"):
        words = tuple(str(Path(word).expanduser().absolute()) for word in words)
    elif verb is Verb.QUEUE:
        words = tuple(str(int(word)) for word in words)
    return Job(
        verb=verb,
        words=words,
        action=action,
        to=to,
        cached=getattr(arguments, "cached", False),
        max_pause=arguments.max_pause,
        splits=getattr(arguments, "split", False),
        uses_credits=getattr(arguments, "use_credits", False),
        parents=getattr(arguments, "parents", False),
        dry_run=getattr(arguments, "dry_run", False),
        yes=getattr(arguments, "yes", False),
        wants_progress=wants_progress,
    )
