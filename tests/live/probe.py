"""Asks a real account what is not known about the service, and how the simulator should be set.

    FICHIER_LIVE_KEY=... python tests/live/probe.py

One folder with a random name, about a hundred files of ten bytes, an FTP sub-account for a moment, two direct
links; all of it is taken away again. One or two failed remote uploads stay in the list: the service has no
request that removes them. No other program should use the account meanwhile. From a VPN, the service pays the
thirteen bytes that are downloaded with CDN credits.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import httpx
from live.blanking import blanked, shown
from live.probes import NOT_ASKED, PROBES, Finding, Probe, Run
from live.session import SERVICE, Answer, Flooded, Session, Stop, wait
from live.throwaway import Throwaway

KEY_VARIABLE: Final = "FICHIER_LIVE_KEY"


@dataclass(frozen=True)
class Outcome:
    """One probe with what was answered and what follows."""

    probe: Probe
    answers: list[Answer]
    findings: list[Finding]


@dataclass
class Report:
    """The whole run. `stopped` says why it ended early, `left` what could not be taken away."""

    key: str
    outcomes: list[Outcome] = field(default_factory=list)
    stopped: str = ""
    left: list[str] = field(default_factory=list)
    requests: int = 0
    cleaning: list[Answer] = field(default_factory=list)

    @property
    def settings(self) -> dict[str, object]:
        """The switches that the answers settle."""
        found = [finding for outcome in self.outcomes for finding in outcome.findings]
        return {finding.switch: finding.value for finding in found if finding.value is not None}

    @property
    def unsettled(self) -> dict[str, str]:
        """The other switches, each with the reason."""
        reasons = {name: "not reached" for probe in PROBES for name in probe.switches} | NOT_ASKED
        for outcome in self.outcomes:
            reasons |= {finding.switch: finding.note for finding in outcome.findings}
        return {name: reason for name, reason in reasons.items() if name not in self.settings}


def run_probes(
    key: str,
    base: str = SERVICE,
    pause: Callable[[float], None] = wait,
    tell: Callable[[str], None] = lambda words: None,
) -> Report:
    """Ask everything, clean up whatever happens (an interrupt too), and report. `tell` hears how it goes."""
    report, session = Report(key), Session(key, base, pause)
    run = Run(session, Throwaway(session))
    tell(f"Everything happens in the folder {run.place.name}.")
    try:
        for probe in PROBES:
            tell(probe.title)
            _ask(probe, run, report)
    except KeyboardInterrupt:
        report.stopped = "Interrupted."
    except (Stop, httpx.HTTPError) as end:
        report.stopped = f"{type(end).__name__}: {blanked(str(end), key)}"
    finally:
        asked = len(session.answers)
        tell("cleaning up")
        run.place.clean()
        report.cleaning = session.answers[asked:]
        report.left, report.requests = run.place.left, len(session.answers)
        session.close()
    return report


def _ask(probe: Probe, run: Run, report: Report) -> None:
    session, findings = run.session, list[Finding]()
    begin = len(session.answers)
    try:
        findings.extend(probe.act(run))
    except Flooded:
        findings.append(Finding("flood_status", session.answers[-1].status))
        raise
    except (KeyError, IndexError, TypeError, ValueError) as error:
        told = {finding.switch for finding in findings}
        note = f"an answer of unexpected shape: {type(error).__name__} {error}"
        findings += [Finding(name, None, note) for name in probe.switches if name not in told]
    finally:
        report.outcomes.append(Outcome(probe, session.answers[begin:], findings))


def table(report: Report) -> Iterator[str]:
    """The report as lines of Markdown, and the settings as the simulator takes them."""
    yield "| § 12 | question | asked | answered | switch |"
    yield "|---|---|---|---|---|"
    for outcome in report.outcomes:
        yield from _rows(outcome, report.key)
    yield ""
    yield "| switch | why it is not settled |"
    yield "|---|---|"
    for name, reason in report.unsettled.items():
        yield f"| `{name}` | {_cell(blanked(reason, report.key))} |"
    yield ""
    yield f"{report.requests} requests, {len(report.cleaning)} of them to clean up."
    yield from ([f"It ended early. {report.stopped}"] if report.stopped else [])
    yield from (f"LEFT BEHIND: {left}" for left in report.left)
    yield ""
    yield "How the simulator should be set (python -m fichier_gui.simulator …):"
    yield from (f"  --switch {name}={value}" for name, value in report.settings.items())


def _rows(outcome: Outcome, key: str) -> Iterator[str]:
    settled = [_cell(blanked(_words(finding), key)) for finding in outcome.findings]
    numbers, title = outcome.probe.numbers, outcome.probe.title
    for answer in outcome.answers:
        asked = _cell(f"``{blanked(answer.asked, key)}``")
        body = _cell(f"{answer.status} ``{shown(answer.text, key)}``")
        yield f"| {numbers} | {title} | {asked} | {body} | {'<br>'.join(settled)} |"
        numbers, title, settled = "", "", []


def _words(finding: Finding) -> str:
    value = "?" if finding.value is None else finding.value
    return f"`{finding.switch}={value}`" + (f" ({finding.note})" if finding.note else "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> int:
    """Run against the service; the status is 1 if something was left behind, 2 without a key."""
    key = os.environ.get(KEY_VARIABLE, "")
    if not key:
        print(f"Set {KEY_VARIABLE} to the API key of the account to ask.", file=sys.stderr)
        return 2
    report = run_probes(key, tell=lambda words: print(words, file=sys.stderr))
    print("\n".join(table(report)))
    return 1 if report.left or report.stopped else 0


if __name__ == "__main__":
    sys.exit(main())
