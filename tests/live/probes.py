"""The questions of `fichier_gui.simulator.switches`, each with the requests that answer it."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from live.session import Answer, Session, Stop
from live.throwaway import Throwaway

FILES = 100
"""Files of the first upload: as many as the program puts into one request about files."""
SIGNS = ("\\", "<", ">", '"', "'", "$", "`", "/", "\x01", "\x7f")
ALONE = ("<", "'", "$")
"""Signs that are tried alone when all together are refused."""
NO_TRANSFER = "the account has no paid plan, so the service gives it no direct link"
POLLS = 12
ENOUGH = 5
"""Refusals from which a share is taken."""


@dataclass(frozen=True)
class Finding:
    """How one switch should be set; `value` is None when the answers do not tell."""

    switch: str
    value: object = None
    note: str = ""


@dataclass
class Run:
    """What the probes hand on to those after them."""

    session: Session
    place: Throwaway
    links: list[str] = field(default_factory=list)
    folder_name: tuple[str, Answer] | None = None
    soft: list[Answer] = field(default_factory=list)
    """Refusals of a kind that may come with HTTP 200."""

    def refused(self, answer: Answer) -> bool:
        """Whether it is a refusal, which is kept for the share of those with HTTP 200."""
        if not answer.ok:
            self.soft.append(answer)
        return not answer.ok


Findings = Iterator[Finding]


@dataclass(frozen=True)
class Probe:
    """One question: its numbers in `fichier_gui.simulator.switches`, what it settles, and how."""

    numbers: str
    title: str
    switches: tuple[str, ...]
    act: Callable[[Run], Findings]


def root(run: Run) -> Findings:
    answer = run.session.call("folder/ls", folder_id=0)
    if answer.customers_only:
        yield Finding("free_account", "upload-only", "not even a listing")
        raise Stop("this account's key may only upload, and what it uploads could not be removed")
    if not answer.ok:
        raise Stop("the root cannot be listed")
    date = answer.fields.get("create_date")
    yield Finding("root_create_date", "omit" if date is None else "present" if date else "empty")
    keys = [key for sub in answer.entries("sub_folders") for key in ("email", "user") if key in sub]
    yield Finding(
        "shared_owner_key", keys[0] if keys else None, "" if keys else "nobody shares a folder to you"
    )


def folders(run: Run) -> Findings:
    if not run.place.open().ok:
        raise Stop("no folder can be made")
    first = run.place.make("probe twice", run.place.folder)
    again = run.place.make("probe twice", run.place.folder)
    same = again.fields.get("folder_id") == first.fields.get("folder_id")
    refused = run.refused(again)
    yield Finding("mkdir_existing", "refuse" if refused else "return" if same else "duplicate")
    upper = int(first.fields["folder_id"])
    name = "probe " + "".join(sign for sign in SIGNS if sign.isprintable())
    inside = run.place.make(name, upper)
    run.folder_name = name, inside
    if run.refused(inside):
        run.place.make("probe inside", upper)
    kept = run.refused(run.place.remove_folder(upper))
    if not kept:
        run.place.folders = [
            folder for folder in run.place.folders if folder != inside.fields.get("folder_id")
        ]
    yield Finding("folder_rm_not_empty", "refuse" if kept else "delete", "tried with a folder in it")


def uploads(run: Run) -> Findings:
    files = {f"probe {number:03}.txt": b"probe %03d\n" % number for number in range(FILES)}
    node = run.session.call("upload/get_upload_server")
    sent = run.session.upload(node, run.place.folder, files)
    before = len(run.session.answers)
    waits, report = _report(run, node)
    kept = run.session.answers[before].line == sent.line
    header = sent.headers.get("connection", "none")
    yield Finding(
        "upload_keep_alive", kept, f"the report came over the same connection: {kept}; header: {header}"
    )
    yield Finding("wait_polls", waits, f"{FILES} small files")
    links = [str(entry["download"]) for entry in report.entries("links")]
    run.place.files |= set(links)
    run.links = links
    if len(links) != FILES:
        raise Stop(f"the report tells {len(links)} of {FILES} files")
    asked = run.session.report(node, in_query=True)
    yield Finding("end_pl_query", bool(asked.entries("links")))


def sharing(run: Run) -> Findings:
    """A published folder; and a file in it that nobody asks end.pl for, before it is listed."""
    folder = int(run.place.make("probe shared", run.place.folder).fields["folder_id"])
    password = secrets.token_hex(6)
    run.session.call(
        "folder/share", "share=1 with a password", folder_id=folder, share=1, **{"pass": password}
    )
    run.session.call("folder/share", folder_id=folder, share=1)
    node = run.session.call("upload/get_upload_server")
    run.session.upload(node, folder, {"probe late.txt": b"probe late\n"})
    run.session.pause(10.0)
    listing = run.session.call("folder/ls", folder_id=folder, files=1)
    flag = str(listing.fields.get("pass", ""))
    yield Finding(
        "share_omitted", {"1": "keep", "0": "clear"}.get(flag), "tried with `pass`, not with `shares`"
    )
    yield Finding(
        "storage_needs_end_pl", not listing.entries("items"), "looked for ten seconds after the upload"
    )
    run.session.call("folder/share", folder_id=folder, share=0)
    late = str(_report(run, node)[1].entries("links")[0]["download"])
    run.place.files.add(late)
    run.place.remove_files([late], "one of our files")
    lag = run.refused(run.place.remove_folder(folder))
    yield Finding("folder_rm_sees_lag", lag, "its only file was removed right before")
    mixed = run.place.remove_files([late, run.links[-1]], "a file that is removed already, and one of ours")
    if mixed.ok:
        run.place.files.discard(run.links[-1])
    yield Finding("partial", "count" if mixed.ok else "refuse", "tried with file/rm")


def arrays(run: Run) -> Findings:
    links = run.links[:-1]
    for count in (len(links), 50, 20, 5):
        words = f"{count} of our files, description"
        some = links[:count]
        answer = run.session.call("file/chattr", words, urls=some, description=f"probe {count}")
        if answer.ok and answer.fields.get("updated", count) == count:
            break
        run.soft.append(answer)
    else:
        yield Finding("max_urls", None, "not even five were taken")
        return
    run.place.array = count
    if count == len(links):
        yield Finding("max_urls", 0, f"{count} were taken; more were not tried")
    else:
        yield Finding("max_urls", count, "the most that was taken; 100, 50, 20 and 5 were tried")


def no_change(run: Run) -> Findings:
    session, url, name = run.session, run.links[0], "probe 000.txt"
    answers = [
        session.call("file/rename", "its present name", urls=[{"url": url, "filename": name}]),
        session.call("file/mv", "its present folder", urls=[url], destination_folder_id=run.place.folder),
        session.call("folder/mv", "its present name", folder_id=run.place.folder, rename=run.place.name),
    ]
    refused = [answer for answer in answers if not answer.ok]
    statuses = sorted({answer.status for answer in refused})
    words = f"{len(refused)} of {len(answers)} refused, HTTP {', '.join(map(str, statuses))}"
    # Any refusal may come with 200 now and then (`ko_with_200`): another status, once seen, is the rule.
    others = [status for status in statuses if status != 200]
    yield Finding("no_op_status", others[0] if others else 200 if refused else None, words)
    if others == [403]:
        run.soft += refused
    asked, with_200 = len(run.soft), sum(answer.status == 200 for answer in run.soft)
    share = round(with_200 / asked, 2) if asked >= ENOUGH else None
    yield Finding("ko_with_200", share, f"{with_200} of {asked} refusals that name a rule")


def names(run: Run) -> Findings:
    wanted = [f"probe {sign} {at}.txt" for at, sign in enumerate(SIGNS)] + [" probe edge", "probe edge "]
    pairs = list(zip(run.links[1:], wanted, strict=False))
    answer = _renamed(run, pairs, f"{len(pairs)} of our files, one forbidden sign each")
    answers = [answer]
    if not answer.ok:
        # One name may have cost the others theirs: some are asked about alone.
        pairs = [pair for pair in pairs if any(sign in pair[1] for sign in ALONE)]
        answers = [_renamed(run, [pair], f"to {pair[1]!r}") for pair in pairs]
    done = [entry for answer in answers if answer.ok for entry in answer.entries("urls")]
    stored = {str(entry.get("url")): entry.get("new_filename") for entry in done}
    results = [(name, stored.get(url)) for url, name in pairs]
    if run.folder_name is not None:
        sent, made = run.folder_name
        results.append((sent, made.fields.get("name") if made.ok else None))
    kinds = {name: "reject" if new is None else "accept" if new == name else "strip" for name, new in results}
    found = sorted(set(kinds.values()), key=list(kinds.values()).count)
    words = "; ".join(f"{kind}: {' '.join(repr(n) for n in kinds if kinds[n] == kind)}" for kind in found)
    yield Finding("names", found[-1], words if len(found) > 1 else f"all of {len(kinds)} names")


def passwords(run: Run) -> Findings:
    url, password = run.links[20], secrets.token_hex(6)
    run.session.call("file/chattr", "a password", urls=[url], **{"pass": password})
    answer = run.session.call("file/info", "without the password", url=url)
    asked = not answer.ok and "password" in answer.text.lower()
    yield Finding("owner_needs_password", asked)
    note = "" if asked else "the owner is not asked for it: takes a second account"
    yield Finding("password_status", answer.status if asked else None, note)


def direct_links(run: Run) -> Findings:
    answer = run.session.call("download/get_token", "single=0", url=run.links[21], cdn=0, single=0)
    if not answer.ok:
        free = answer.customers_only
        reason = NO_TRANSFER if free else f"no direct link was given: {answer.message}"
        yield Finding("free_account", "no-download" if free else None, reason)
        yield Finding("token_second_use", None, reason)
        yield Finding("single_token", None, reason)
        return
    yield Finding("free_account", None, "the account has a paid plan, or credits")
    url = str(answer.fields["url"])
    first = run.session.open_link(url, "0-0")
    ranged = run.session.open_link(url, "1-1").status == 206
    whole = ranged and run.session.open_link(url).status == 200
    uses = "any" if whole else "ranges" if ranged else "never"
    yield Finding(
        "token_second_use", uses if first.status == 206 else None, f"first use: HTTP {first.status}"
    )
    answer = run.session.call("download/get_token", "single=1", url=run.links[22], cdn=0, single=1)
    url = str(answer.fields["url"])
    first = run.session.open_link(url, "0-0")
    again = first.status == 206 and run.session.open_link(url, "1-1").status == 206
    uses = "resume-allowed" if again else "one-request"
    yield Finding("single_token", uses if first.status == 206 else None, f"first use: HTTP {first.status}")


def ftp(run: Run) -> Findings:
    user, password = f"probe{secrets.token_hex(4)}", secrets.token_hex(12)
    run.place.ftp_users.add(user)
    fields: dict[str, Any] = {"user": user, "pass": password, "folder_id": run.place.folder}
    added = run.session.call("ftp/users/add", "a sub-account for our folder", **fields)
    if not added.ok:
        run.place.ftp_users.discard(user)
    listing = run.session.call("ftp/users/ls")
    keys = [key for key, value in listing.fields.items() if isinstance(value, list)]
    if added.ok and run.session.call("ftp/users/rm", user=user).ok:
        run.place.ftp_users.discard(user)
    yield Finding("ftp_users_key", keys[0] if keys else None, "" if keys else "no array in the answer")


def remote(run: Run) -> Findings:
    """Jobs cannot be removed (§4.21): both stay in the account's list, as failed ones."""
    session, folder = run.session, run.place.folder
    url = "http://nowhere.invalid/probe.bin"
    answer = session.call("remote/request", urls=[url], folder_id=folder, headers={"X-Probe": "probe"})
    echo = answer.fields.get("headers")
    shape = "object" if isinstance(echo, dict) else "list" if isinstance(echo, list) else None
    yield Finding("remote_headers", shape, "" if shape else "they are not told in the answer")
    answer = session.call("remote/request", urls=["probe is no address"], folder_id=folder)
    yield Finding("remote_bad_url", "job-ko" if answer.ok else "refuse")


def whole_account(run: Run) -> Findings:
    answer = run.session.call("file/ls", folder_id=-1)
    items, count = answer.entries("items"), answer.fields.get("count")
    if not answer.ok:
        yield Finding("listing_overflow", "refuse", answer.message)
        return
    yield Finding("ls_all_folder_id", "folder_id" in items[0] if items else None)
    listed = {str(item.get("url")) for item in items}
    total = isinstance(count, int) and count > len(items)
    if total or not set(run.links[:-1]) <= listed:
        yield Finding("listing_overflow", "cut")
        yield Finding("listing_limit", len(items))
        yield Finding("listing_count", "total" if total else "returned")
        return
    for switch in ("listing_overflow", "listing_limit", "listing_count"):
        yield Finding(switch, None, f"all {len(items)} files of the account were listed")


def _renamed(run: Run, pairs: list[tuple[str, str]], words: str) -> Answer:
    urls = [{"url": url, "filename": name} for url, name in pairs]
    return run.session.call("file/rename", words, urls=urls)


def _report(run: Run, node: Answer) -> tuple[int, Answer]:
    """How often end.pl said to wait, and then its answer."""
    for waits in range(POLLS):
        answer = run.session.report(node)
        if "links" in answer.fields:
            return waits, answer
        run.session.pause(min(3.0 * (waits + 1), 30.0))
    raise Stop("end.pl tells no links")


PROBES = (
    Probe(
        "17", "the root's date, the owner of a shared folder", ("root_create_date", "shared_owner_key"), root
    ),
    Probe(
        "4", "a name twice, a folder that is not empty", ("mkdir_existing", "folder_rm_not_empty"), folders
    ),
    Probe("12, 14", "end.pl asked by query", ("end_pl_query", "upload_keep_alive", "wait_polls"), uploads),
    Probe(
        "6, 13",
        "publishing again without `pass`; one bad link among good ones",
        ("share_omitted", "storage_needs_end_pl", "folder_rm_sees_lag", "partial"),
        sharing,
    ),
    Probe("13", "the most links in one request", ("max_urls",), arrays),
    Probe("3", "a change that changes nothing", ("no_op_status", "ko_with_200"), no_change),
    Probe("5", "forbidden characters", ("names",), names),
    Probe(
        "3", "a protected file without its password", ("owner_needs_password", "password_status"), passwords
    ),
    Probe(
        "1, 2",
        "a direct link, and its second use",
        ("free_account", "token_second_use", "single_token"),
        direct_links,
    ),
    Probe("10", "the array of FTP sub-accounts", ("ftp_users_key",), ftp),
    Probe("11", "remote uploads: headers, a bad address", ("remote_headers", "remote_bad_url"), remote),
    Probe(
        "8, 9",
        "the whole account",
        ("ls_all_folder_id", "listing_overflow", "listing_limit", "listing_count"),
        whole_account,
    ),
)

NOT_ASKED = {
    "token_first_use_seconds": "2: takes more than five minutes of waiting",
    "token_recovery_seconds": "2: takes more than half an hour of waiting",
    "token_recovery_from": "2: takes more than half an hour of waiting",
    "flood_status": "3: a flood is never provoked; should one come, the run ends and tells its status",
    "hidden_link_url": "7: takes a second account",
    "remote_max_urls": "11: would leave a job of a hundred addresses, which nobody can remove",
    "owner_locked": "15: takes a file of a locked account",
    "keys": "16: keys are made and reset on the web site only",
    "dead_key": "16: a wrong key is never sent",
    "listing_lag_seconds": "takes the same listing several times",
    "remote_seconds": "depends on the source, not on a rule",
    "vpn_addresses": "about the caller's network, not about the service",
    "hash_uploads": "about the simulator alone",
}
