"""Reports of a job, as text for people or as JSON lines for programs."""

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol, TextIO

from fichier_gui.app.jobs.job import Kind, Report
from fichier_gui.domain import sums
from fichier_gui.domain.checking import Verdict
from fichier_gui.domain.errors import AppError, CreditsNeeded
from fichier_gui.domain.transfers import Unfetched
from fichier_gui.ui import wording
from fichier_gui.ui.wording.finding import coverage_words

PROGRESS_WIDTH: Final = 78


class Printer(Protocol):
    """Takes the reports of a job."""

    def tell(self, report: Report) -> None:
        """Show one report."""
        ...


class Lines:
    """A text stream that may be closed at the other end (``| head``): the job goes on all the same."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_open = True
        self.is_terminal = stream.isatty()

    def write(self, text: str) -> None:
        """Write and flush; nothing once the reader has gone."""
        if not self._is_open:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError:
            self._is_open = False
            self._lead_nowhere()

    def _lead_nowhere(self) -> None:
        """The interpreter flushes once more at exit, and would complain of what could not be written."""
        with contextlib.suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


def sentence(error: AppError) -> str:
    """What happened and what follows, in one line."""
    words = wording.error_words(error)
    return " ".join(part for part in (words.happened, words.follows) if part)


class JsonPrinter:
    """Every report as one JSON object a line."""

    def __init__(self, out: Lines) -> None:
        self._out = out

    def tell(self, report: Report) -> None:
        """See :class:`Printer`."""
        if report.kind is not Kind.PROGRESS:
            self._out.write(json.dumps(report.to_wire(), ensure_ascii=True) + "\n")


class TextPrinter:
    """Results on standard output; what went wrong, and progress on a terminal, on standard error."""

    def __init__(
        self,
        out: Lines,
        err: Lines,
        quiet: bool,
        now: Callable[[], float],
        *,
        tells_same: bool = True,
        of_transfers: bool = True,
    ) -> None:
        self._out = out
        self._of_transfers = of_transfers
        self._tells_same = tells_same
        self._err = err
        self._shows_progress = err.is_terminal and not quiet
        self._now = now
        self._has_line = False

    def tell(self, report: Report) -> None:
        """See :class:`Printer`."""
        if report.kind is Kind.PROGRESS:
            self._progress(report.facts)
            return
        self._wipe()
        if report.kind is Kind.CHECKED and report.facts["verdict"] == "same" and not self._tells_same:
            return
        line = _OUT[report.kind](report.facts, self._now()) if report.kind in _OUT else ""
        if line:
            self._out.write(line + "\n")
        complaint = _complaint(report, self._now(), of_transfers=self._of_transfers)
        if complaint:
            self._err.write(complaint + "\n")

    def _progress(self, facts: Mapping[str, Any]) -> None:
        if not self._shows_progress:
            return
        if "items" in facts:
            self._write_progress(f"{wording.count(facts['items'])} / {wording.count(facts['of'])}")
            return
        total = facts["total"] or 0
        parts = [
            wording.percent(facts["done"] / total) if total else "",
            f"{wording.size(facts['done'])} / {wording.size(total)}",
            wording.speed(facts["speed"]),
            wording.time_left(facts["seconds_left"]),
        ]
        self._write_progress("  ".join(part for part in parts if part))

    def _write_progress(self, text: str) -> None:
        self._err.write("\r" + text[:PROGRESS_WIDTH].ljust(PROGRESS_WIDTH))
        self._has_line = True

    def _wipe(self) -> None:
        if self._has_line:
            self._err.write("\r" + " " * PROGRESS_WIDTH + "\r")
            self._has_line = False


def _complaint(report: Report, now: float, *, of_transfers: bool) -> str:
    if report.error is None:
        remark = _REMARKS.get(report.kind)
        return remark(report.facts, now) if remark is not None else ""
    name = report.facts.get("name")
    is_item = report.kind in (Kind.FAILED, Kind.SKIPPED)
    if is_item and not of_transfers:
        # What follows for one item is said of transfers.
        text = wording.error_words(report.error).happened
    else:
        text = sentence(report.error)
    if report.kind is Kind.ENDED and isinstance(report.error, CreditsNeeded):
        text = f"{text} {wording.tr('With --use-credits they are paid.')}"
    return f"{name}: {text}" if name and report.kind is not Kind.TRANSFER else text


def _stored(facts: Mapping[str, Any], _now: float) -> str:
    return f"{facts['name']}: {wording.tr('stored as')} {facts['stored']}"


def _slow(facts: Mapping[str, Any], _now: float) -> str:
    return f"{facts['name']}: {wording.too_slow_words(facts['size'], facts['seconds'])}"


def _without_sums(facts: Mapping[str, Any], _now: float) -> str:
    return wording.without_sums_words(facts["without"]) if facts.get("without") else ""


def _off(facts: Mapping[str, Any], now: float) -> str:
    return wording.off_sentence(facts["until"], now)


def _halted(_facts: Mapping[str, Any], _now: float) -> str:
    return wording.halted_words()


def _deletes(facts: Mapping[str, Any], _now: float) -> str:
    """The question has, or had, the same words."""
    if facts["needs_yes"] or facts["agreed"]:
        return ""
    from fichier_gui.headless.amounts import deleted_words

    return deleted_words(facts)


def _known(facts: Mapping[str, Any], _now: float) -> str:
    """Of how much of the account a list was made, when that is not all of it."""
    listed, folders = facts.get("listed", 0), facts.get("folders", 0)
    if listed >= folders:
        return ""
    return wording.tr("Known so far: {coverage}.", coverage=coverage_words(listed, folders))


def _folder(facts: Mapping[str, Any], now: float) -> str:
    return _entry("", facts.get("created_at"), f"{facts['name']}/", now)


def _file(facts: Mapping[str, Any], now: float) -> str:
    return _entry(
        wording.size(facts["size"]), facts.get("added_at"), f"{facts['name']}\t{facts['link']}", now
    )


def _entry(size: str, stamp: float | None, name: str, now: float) -> str:
    return f"{size:>10}  {wording.date(stamp, now):>12}  {name}"


def _uploaded(facts: Mapping[str, Any], _now: float) -> str:
    return f"{facts['link']}\t{facts['name']}"


def _downloaded(facts: Mapping[str, Any], _now: float) -> str:
    return str(facts["local_path"])


def _unfetched(facts: Mapping[str, Any], _now: float) -> str:
    why = facts.get("unfetched")
    return f"{facts['name']}: {wording.unfetched_words(Unfetched(why))}" if why else ""


def _checked(facts: Mapping[str, Any], _now: float) -> str:
    words = wording.verdict_words(Verdict(facts["verdict"]))
    return f"{words + ':':<18} {facts['path']}"


def _compared(facts: Mapping[str, Any], _now: float) -> str:
    if "without" in facts:
        return ""
    counts = {Verdict(name): count for name, count in facts.items() if name != "unread"}
    return wording.comparison_words(counts, facts["unread"])


def _exported(facts: Mapping[str, Any], _now: float) -> str:
    return str(facts["local_path"])


def _imported(facts: Mapping[str, Any], _now: float) -> str:
    return wording.imported_words(facts["added"], facts["listed"], facts["unusable"])


def _sum(facts: Mapping[str, Any], _now: float) -> str:
    return sums.written([sums.Sum(facts["path"], facts["digest"])]).removesuffix("\n")


def _made(facts: Mapping[str, Any], _now: float) -> str:
    return str(facts["path"])


def _moved(facts: Mapping[str, Any], _now: float) -> str:
    return f"{facts['from']} → {facts['path']}"


def _copied(facts: Mapping[str, Any], now: float) -> str:
    if facts["dry_run"]:
        return _moved(facts, now)
    # A folder has no link; its files are told.
    return _uploaded(facts, now) if "link" in facts else ""


def _transfer(facts: Mapping[str, Any], _now: float) -> str:
    size = facts["size"]
    done = wording.percent(facts["done"] / size) if size else ""
    arrow = {"upload": "↑", "download": "↓"}[facts["direction"]]
    state = f"{facts['state']:<12}  {done:>5}  {wording.size(size):>10}"
    return f"{facts['id']:>6}  {arrow}  {state}  {facts['name']}"


def _queue(facts: Mapping[str, Any], _now: float) -> str:
    words = [
        f"{facts[name]} {wording.tr(label)}"
        for name, label in (
            ("active", wording.QT_TR_NOOP("active")),
            ("waiting", wording.QT_TR_NOOP("waiting")),
            ("attention", wording.QT_TR_NOOP("need you")),
            ("failed", wording.QT_TR_NOOP("failed")),
            ("done", wording.QT_TR_NOOP("done")),
        )
    ]
    return ", ".join(words) + (f" ({wording.tr('paused')})" if facts["is_paused"] else "")


def _account(facts: Mapping[str, Any], now: float) -> str:
    if not facts["known"]:
        return str(wording.tr("The service has not said yet whose key this is."))
    rows = [
        (wording.tr("Account"), facts["email"]),
        (wording.tr("Plan"), facts["plan"].capitalize()),
        (
            wording.tr("Until"),
            wording.full_date(facts["subscription_end"]) if facts["subscription_end"] else "",
        ),
        (wording.tr("Stored"), wording.size(facts["hot_storage"] + facts["cold_storage"])),
        (wording.tr("Space left"), wording.size(facts["available_storage"])),
        (wording.tr("CDN credit"), f"{facts['cdn_credit_gb']:g} GB"),
        (wording.tr("As of"), wording.age(now - facts["fetched_at"])),
    ]
    return "\n".join(f"{label + ':':<14}{value}" for label, value in rows if value)


def _key(facts: Mapping[str, Any], _now: float) -> str:
    if not facts["signed_in"]:
        return str(wording.tr("There is no key."))
    return str(
        {
            "keyring": wording.tr("The key is in the system's key ring."),
            "run_only": wording.tr("The key is kept for this run only."),
            "environment": wording.tr("The key comes from FICHIER_API_KEY."),
        }[facts["storage"]]
    )


_OUT: Final[Mapping[Kind, Callable[[Mapping[str, Any], float], str]]] = MappingProxyType(
    {
        Kind.FOLDER: _folder,
        Kind.FILE: _file,
        Kind.UPLOADED: _uploaded,
        Kind.DOWNLOADED: _downloaded,
        Kind.JOINED: _downloaded,
        Kind.CHECKED: _checked,
        Kind.COMPARED: _compared,
        Kind.SUM: _sum,
        Kind.EXPORTED: _exported,
        Kind.IMPORTED: _imported,
        Kind.MADE: _made,
        Kind.MOVED: _moved,
        Kind.COPIED: _copied,
        Kind.DELETED: _made,
        Kind.TRANSFER: _transfer,
        Kind.QUEUE: _queue,
        Kind.ACCOUNT: _account,
        Kind.KEY: _key,
    }
)

_REMARKS: Final[Mapping[Kind, Callable[[Mapping[str, Any], float], str]]] = MappingProxyType(
    {
        Kind.RENAMED: _stored,
        Kind.DOWNLOADED: _unfetched,
        Kind.HALTED: _halted,
        Kind.SLOW: _slow,
        Kind.COMPARED: _without_sums,
        Kind.EXPORTED: _known,
        Kind.OFF: _off,
        Kind.DELETES: _deletes,
    }
)
