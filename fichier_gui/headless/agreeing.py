"""Asks the person before anything is deleted, in rounds: what it comes to, then exactly that."""

import sys
from collections.abc import Callable
from dataclasses import replace

from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, amount_wire
from fichier_gui.headless.amounts import deleted_amount, deleted_words
from fichier_gui.headless.printing import Lines, Printer
from fichier_gui.ui.wording import tr

Perform = Callable[[Job, Printer], int]
"""Does the job, tells the printer, and returns the exit code."""


class _Round:
    """Passes on what a round tells, but for its end; later ones say nothing of what is missing."""

    def __init__(self, printer: Printer, *, is_first: bool) -> None:
        self._printer = printer
        self._is_first = is_first
        self.question: Report | None = None
        self.end: Report | None = None

    def tell(self, report: Report) -> None:
        """See :class:`Printer`."""
        if report.kind is Kind.ENDED:
            self.end = report
        elif report.kind is Kind.DELETES and report.facts["needs_yes"]:
            self.question = report
        elif self._is_first or report.kind is not Kind.SKIPPED:
            self._printer.tell(report)


def delete_agreed(job: Job, perform: Perform, printer: Printer, err: Lines) -> int:
    """Ask until what would be deleted is what the person said yes to; the exit code."""
    is_first = True
    while True:
        this = _Round(printer, is_first=is_first)
        code = perform(job, this)
        if this.question is None:
            if this.end is not None:
                printer.tell(this.end)
            return code
        facts = this.question.facts
        if not _says_yes(deleted_words(facts), err):
            err.write(tr("Nothing was deleted.") + "\n")
            printer.tell(Report(Kind.ENDED, {"code": int(Ending.SOME_FAILED)}))
            return Ending.SOME_FAILED
        job = replace(job, agreed=amount_wire(deleted_amount(facts)))
        is_first = False


def _says_yes(things: str, err: Lines) -> bool:
    err.write(f"{tr('Delete {things}?', things=things)} {tr('[y/N]')} ")
    answer = sys.stdin.readline().strip().casefold()
    return answer in {"y", "yes", tr("y"), tr("yes")}
