"""Several accounts of one profile: each its own key, files and queue, one budget for all."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from keyring.errors import KeyringLocked as Locked
from support.memory_keyring import MemoryKeyring
from support.quick_rules import QUICK
from support.simulator import ThreadedSimulator, simulator
from support.two_accounts import ANN, BOB, BOBS_KEY, DEFAULT_KEY, TwoAccounts
from support.waiting import until

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.handover import set_key_of_owner
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.options import options_for
from fichier_gui.domain.account_list import FIRST, AccountColor, AccountList
from fichier_gui.domain.errors import (
    AccountsDamaged,
    FloodLocked,
    KeyOfAnother,
    KeyRefused,
    KeyringLocked,
    ServiceOverloaded,
)
from fichier_gui.domain.events import AccountsChanged, Event, UnexpectedHappened
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret
from fichier_gui.system.accounts_file import AccountsFile, remove_files
from fichier_gui.system.forgetting import forget_if_marked
from fichier_gui.system.paths import ProfilePaths


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    made = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(TwoAccounts()) as running:
        yield running


def users(running: ThreadedSimulator) -> TwoAccounts:
    assert isinstance(running.service, TwoAccounts)
    return running.service


@asynccontextmanager
async def opened(
    service: ThreadedSimulator, folder: Path, *, rules: BudgetRules = QUICK, keychain: bool = True
) -> AsyncIterator[Program]:
    """Ann's program, as a window opens it."""
    options = replace(options_for(folder, service.base_url, keychain=keychain), budget_rules=rules)
    program = await Program.open(options)
    try:
        await program.session.start()
        if not program.session.state.signed_in:
            await program.session.enter_key(Secret(DEFAULT_KEY))
        await until(lambda: program.accounts.known.accounts[0].email == ANN)
        yield program
    finally:
        await program.close()


async def names(program: Program) -> list[str]:
    return [file.name for file in (await program.browse.open_folder(ROOT)).files]


async def test_each_account_has_its_own_key_tree_and_queue(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    source = tmp_path / "letter.txt"
    source.write_bytes(b"to the account of bob")
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        assert added.is_new
        known = ann.accounts.known
        assert [one.name for one in known.accounts] == [ANN, BOB]
        assert known.accounts[0].color is not known.accounts[1].color
        assert sorted(ring.kept.values()) == sorted([DEFAULT_KEY, BOBS_KEY])
        bob = await ann.profile.open_account(added.account)
        await bob.session.start()
        await ann.close()
        users(service).forget()
        try:
            assert await names(bob) == ["of bob.txt"]
            plan = await bob.transfers.plan_upload([source], ROOT)
            await bob.transfers.start_upload(plan)
            await until(lambda: bob.transfers.summary().counts.done == 1)
            assert users(service).keys() <= {BOBS_KEY, None}
        finally:
            await bob.close()
    async with opened(service, profile_dir) as ann:
        assert await names(ann) == ["of ann.txt"]
        assert list(await ann.transfers.order()) == []
    assert users(service).names(BOB) == {"of bob.txt", "letter.txt"}
    assert users(service).names(ANN) == {"of ann.txt"}


async def test_the_same_account_is_recognised_and_not_doubled(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    users(service).switches.keys = "several"
    another = "c" * 32
    async with opened(service, profile_dir) as ann:
        assert (await ann.accounts.add(Secret(DEFAULT_KEY))).account == FIRST
        users(service).renew_key(ANN, another)
        again = await ann.accounts.add(Secret(another))
        assert (again.account, again.is_new) == (FIRST, False)
        added = await ann.accounts.add(Secret(BOBS_KEY))
        users(service).renew_key(BOB, "d" * 32)
        renewed = await ann.accounts.add(Secret("d" * 32))
        assert (renewed.account, renewed.is_new) == (added.account, False)
        assert len(ann.accounts.known) == 2
        # The key that works takes the place of the one that may not.
        assert sorted(ring.kept.values()) == sorted([DEFAULT_KEY, "d" * 32])
    assert [path.name for path in (profile_dir / "accounts").iterdir()] == [added.account]


async def test_a_key_that_is_refused_or_not_named_leaves_nothing(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        with pytest.raises(KeyRefused):
            await ann.accounts.add(Secret("x" * 32))
        ann.profile.budget.report(FloodLocked())
        with pytest.raises(FloodLocked) as locked:
            await ann.accounts.add(Secret(BOBS_KEY))
        assert locked.value.facts["unasked"], "the wait that it tells is what is left"
        assert len(ann.accounts.known) == 1
    assert list(ring.kept.values()) == [DEFAULT_KEY]
    assert not list((profile_dir / "accounts").glob("*"))


async def test_the_lock_knows_the_keys_of_all_accounts_and_a_new_one_of_this(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(service, profile_dir) as ann:
        await ann.accounts.add(Secret(BOBS_KEY))
        users(service).forget()
        assert await ann.accounts.holds(Secret(DEFAULT_KEY))
        assert await ann.accounts.holds(Secret(BOBS_KEY))
        assert not users(service).keys(), "what is held is not asked about"
        await ann.session.forget_key()
        ring.kept.clear()
        # Bob's key is good, and not of the account on show.
        assert not await ann.accounts.holds(Secret(BOBS_KEY))
        with pytest.raises(KeyRefused):
            await ann.accounts.holds(Secret("x" * 32))
        assert not ann.session.state.signed_in
        assert await ann.accounts.holds(Secret(DEFAULT_KEY))
        assert ann.session.state.signed_in
        await ann.session.forget_key()
        with monkeypatch.context() as without:
            without.setattr(keyring, "get_keyring", fail.Keyring)
            assert await ann.accounts.holds(Secret(DEFAULT_KEY)), (
                "the service knows it, where no key ring does"
            )
        await ann.session.forget_key()
        ann.profile.budget.report(FloodLocked())
        with pytest.raises(ServiceOverloaded):
            await ann.accounts.holds(Secret(DEFAULT_KEY))
        assert not ann.session.state.signed_in and not ring.kept


async def test_everything_is_forgotten_for_all_accounts_or_for_none(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        await ann.accounts.add(Secret(BOBS_KEY))
        await ann.app_lock.set(Secret("correct horse"))
        paths = ann.options.profile
        ring.error = Locked()
        with pytest.raises(KeyringLocked):
            await ann.forget_everything()
        ring.error = None
        assert len(ring.kept) == 3, "a locked key ring keeps the keys, and so everything stays"
        await ann.forget_everything()
        assert not ring.kept and paths.journal.exists()
        assert forget_if_marked(paths) == [] and paths.journal.exists(), "not while it is used"
    assert forget_if_marked(paths) == []
    assert not [
        name for name in ("journal.db", "accounts.json", "accounts", "logs") if (profile_dir / name).exists()
    ]


async def test_removing_one_takes_its_key_list_and_queue_and_nothing_else(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        (profile_dir / "novel.txt").write_text("not ours")
        added = await ann.accounts.add(Secret(BOBS_KEY))
        bob = await ann.profile.open_account(added.account)
        events: list[Event] = []
        bob.bus.subscribe(events.append)
        await bob.session.start()
        await bob.accounts.show(added.account)
        ring.error = Locked()
        with pytest.raises(KeyringLocked):
            await bob.accounts.remove(FIRST)
        ring.error = None
        assert len(bob.accounts.known) == 2
        await bob.accounts.remove(FIRST)
        assert [one.id for one in bob.accounts.known.accounts] == [added.account]
        assert any(isinstance(event, AccountsChanged) for event in events)
        assert list(ring.kept.values()) == [BOBS_KEY]
        assert not (profile_dir / "journal.db").exists()
        assert not (profile_dir / "account.json").exists()
        assert (profile_dir / "novel.txt").exists()
        assert (profile_dir / "accounts" / added.account / "journal.db").exists()
        assert bob.accounts.known.leaving == ()
        # The last one stays.
        await bob.accounts.remove(added.account)
        assert len(bob.accounts.known) == 1
        await bob.close()
    assert options_for(profile_dir, None).profile.account == added.account


async def test_keys_without_a_key_ring_live_as_long_as_the_run(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir, keychain=False) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        bob = await ann.profile.open_account(added.account)
        await ann.close()
        assert (await bob.session.start()).signed_in
        back = await bob.profile.open_account(FIRST)
        await bob.close()
        assert (await back.session.start()).signed_in
        assert await names(back) == ["of ann.txt"]
        await back.session.forget_key()
        again = await back.profile.open_account(added.account)
        await back.close()
        assert (await again.session.start()).signed_in
        signed_out = await again.profile.open_account(FIRST)
        await again.close()
        assert not (await signed_out.session.start()).signed_in
        await signed_out.close()


async def test_switching_quickly_never_meets_a_limit_of_the_service(
    ring: MemoryKeyring, profile_dir: Path
) -> None:
    tight = BudgetRules(account_every_address=1.3)
    made = TwoAccounts(limits=True)
    made.limits.rules.user_info_every_by_ip = 1.0
    with simulator(made) as service:
        async with opened(service, profile_dir, rules=tight) as program:
            added = await program.accounts.add(Secret(BOBS_KEY))
            current, other = program, added.account
            for _ in range(4):
                following = await current.profile.open_account(other)
                other = current.options.profile.account
                await current.close()
                current = following
                await current.session.start()
                await current.browse.open_folder(ROOT)
            # Both root folders bear the same number: each account has its own half minute for it.
            listings = [key for endpoint, key in made.carried if endpoint.startswith("folder/ls")]
            assert set(listings) == {DEFAULT_KEY, BOBS_KEY}
            await current.close()
    assert made.limits.breaches == []


async def test_a_queue_that_is_left_keeps_its_rows(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.bin" for number in range(30)]
    for file in files:
        file.write_bytes(bytes(file.name, "ascii") * 4000)
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        plan = await ann.transfers.plan_upload(files, ROOT)
        await ann.transfers.start_upload(plan)
        bob = await ann.profile.open_account(added.account)
        await ann.close()
        await bob.session.start()
        assert list(await bob.transfers.order()) == []
        back = await bob.profile.open_account(FIRST)
        await bob.close()
        await back.session.start()
        await until(lambda: back.transfers.summary().counts.done == len(files))
        await back.close()
    assert users(service).names(ANN) == {"of ann.txt", *(file.name for file in files)}
    assert users(service).names(BOB) == {"of bob.txt"}


async def test_two_that_open_the_same_account_wait_for_each_other(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        bob = await ann.profile.open_account(added.account)
        leaving = asyncio.gather(bob.close())
        again = await ann.profile.open_account(added.account)
        await leaving
        await again.close()


async def test_a_second_command_signs_the_first_one_neither_in_anew_nor_out(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        async with ann.profile.visit(added.account) as bob:
            for ring.error in (None, Locked()):
                assert (await done_at(ann, added.account, Job(Verb.LS, ("/",)))).error is None
                assert bob.session.state.signed_in
            ring.error = None


async def done_at(program: Program, account: str, job: Job) -> Report:
    """The last report of a job that another instance hands over."""
    told = [wire async for wire in program.profile.serve(job.to_wire() | {"account": account})]
    last = Report.from_wire(told[-1])
    assert last.kind is Kind.ENDED
    return last


async def test_a_command_for_an_account_that_is_just_left_waits_for_its_end(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        bob = await ann.profile.open_account(added.account)
        leaving = asyncio.gather(bob.close())
        await asyncio.sleep(0)
        assert bob.ending.locked()
        assert (await done_at(ann, added.account, Job(Verb.LS, ("/",)))).error is None
        await leaving
        assert ann.profile.program_of(added.account) is None


async def test_a_removal_that_was_cut_short_is_finished_by_the_next_start(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        await ann.profile.change_accounts(lambda known: known.without(added.account))
        left = profile_dir / "accounts" / added.account
        assert left.exists()
        assert BOBS_KEY in ring.kept.values()
    async with opened(service, profile_dir) as ann:
        assert not left.exists()
        await until(lambda: ann.accounts.known.leaving == ())
        assert list(ring.kept.values()) == [DEFAULT_KEY]
        assert (profile_dir / "journal.db").exists()


async def test_an_account_is_noted_before_its_key_is_kept_so_that_no_run_leaves_the_key_behind(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(service, profile_dir) as ann:
        noted: list[tuple[str, ...]] = []
        keep = ring.set_password

        def keeping(service: str, username: str, password: str) -> None:
            noted.append(AccountsFile(ProfilePaths.in_folder(profile_dir)).load().leaving)
            keep(service, username, password)

        monkeypatch.setattr(ring, "set_password", keeping)
        added = await ann.accounts.add(Secret(BOBS_KEY))
        assert noted == [(added.account,)]
        assert ann.accounts.known.leaving == ()


def test_nothing_of_the_first_account_stays_among_what_is_not_its_own(tmp_path: Path) -> None:
    paths = ProfilePaths.in_folder(tmp_path)
    paths.make_folders()
    paths.thumbnails.mkdir()
    (paths.thumbnails / "1fichier.com_abc_10").write_bytes(b"a picture")
    (tmp_path / ".account.json.x1y2").write_text("what a save that was cut short leaves")
    (tmp_path / ".edits.jsonl.new").write_text("as does this one")
    paths.settings.write_text("for all accounts")
    remove_files(paths)
    assert {path.name for path in tmp_path.iterdir()} == {"logs", "settings.toml"}


def test_all_that_each_account_has_of_its_own_goes_with_it(tmp_path: Path) -> None:
    first = ProfilePaths.in_folder(tmp_path)
    other = first.of_account("0123abcd")
    names = [name for name, made in vars(ProfilePaths).items() if isinstance(made, property)]
    paths = {name: getattr(first, name) for name in names if getattr(first, name) != getattr(other, name)}
    assert {"journal", "catalogue"} <= paths.keys()
    for path in paths.values():
        path.mkdir()
    remove_files(first)
    assert [name for name, path in paths.items() if path.exists()] == []


def test_a_damaged_list_is_found_again_by_the_folders(tmp_path: Path) -> None:
    paths = ProfilePaths.in_folder(tmp_path)
    (tmp_path / "accounts" / "0123abcd").mkdir(parents=True)
    (tmp_path / "accounts" / "holiday pictures").mkdir()
    paths.accounts.write_text("{", encoding="utf-8")
    assert [one.id for one in AccountsFile(paths).load().accounts] == [FIRST, "0123abcd"]
    paths.accounts.unlink()
    assert [one.id for one in AccountsFile(paths).load().accounts] == [FIRST, "0123abcd"]
    paths.accounts.write_text('{"accounts": [{"id": "../../etc"}]}', encoding="utf-8")
    assert [one.id for one in AccountsFile(paths).load().accounts] == [FIRST, "0123abcd"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"accounts": []}'])
def test_a_list_that_cannot_be_read_is_put_aside_by_its_owner(tmp_path: Path, content: bytes) -> None:
    paths = ProfilePaths.in_folder(tmp_path)
    file = AccountsFile(paths)
    assert file.load_for_owner() == (AccountList(), None)
    for expected in ("accounts.damaged.json", "accounts.damaged-2.json"):
        paths.accounts.write_bytes(content)
        assert file.load() == AccountList()
        assert paths.accounts.read_bytes() == content, "who only looks moves nothing"
        known, damage = file.load_for_owner()
        assert known == AccountList()
        assert isinstance(damage, AccountsDamaged)
        assert damage.facts["kept"] == str(tmp_path / expected)
        assert (tmp_path / expected).read_bytes() == content
        assert not paths.accounts.exists()
        file.save(known)
        assert file.load_for_owner() == (known, None)


def test_a_list_that_could_not_be_put_aside_is_before_it_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a scanner may hold it for a moment: nobody can read or rename it then."""

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError

    paths = ProfilePaths.in_folder(tmp_path)
    paths.accounts.write_bytes(b"{")
    file = AccountsFile(paths)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        known, damage = file.load_for_owner()
        assert damage is not None and damage.facts["kept"] == str(paths.accounts)
    for _ in range(2):
        file.save(known)
    assert sorted(path.name for path in tmp_path.glob("accounts*")) == [
        "accounts.damaged.json",
        "accounts.json",
    ]
    assert (tmp_path / "accounts.damaged.json").read_bytes() == b"{"


async def test_names_that_cannot_be_read_are_kept_beside_and_it_is_told(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        await ann.accounts.name(added.account, "Holidays", AccountColor.PINK)
    list_ = profile_dir / "accounts.json"
    text = list_.read_text(encoding="utf-8").removesuffix("}")
    list_.write_text(text, encoding="utf-8")
    async with opened(service, profile_dir) as ann:
        events: list[Event] = []
        ann.bus.subscribe(events.append)
        (told,) = [event.error for event in events if isinstance(event, UnexpectedHappened)]
        assert isinstance(told, AccountsDamaged)
        assert [one.id for one in ann.accounts.known.accounts] == [FIRST, added.account]
    assert (profile_dir / "accounts.damaged.json").read_text(encoding="utf-8") == text
    assert [one.email for one in AccountsFile(ProfilePaths.in_folder(profile_dir)).load().accounts] == [
        ANN,
        "",
    ]


async def test_a_key_of_another_account_is_not_set_for_this_one(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    """Neither by a command nor from rclone: two of the list would be one account."""
    users(service).switches.keys = "several"
    async with opened(service, profile_dir) as ann:
        added = await ann.accounts.add(Secret(BOBS_KEY))
        await ann.accounts.name(added.account, "Holidays", AccountColor.PINK)
        kept, known = dict(ring.kept), ann.accounts.known
        users(service).forget()
        with pytest.raises(KeyOfAnother) as told:
            await ann.accounts.set_key(ann.session, Secret(BOBS_KEY))
        assert told.value.facts == {"name": "Holidays"}
        rclone = tmp_path / "rclone.conf"
        rclone.write_text(f"[bob]\ntype = fichier\napi_key = {BOBS_KEY}\n", encoding="utf-8")
        with pytest.raises(KeyOfAnother):
            await ann.elsewhere.take_key_of(rclone, "bob")
        assert users(service).keys() == set(), "the key ring knows whose it is"
        another = "d" * 32
        users(service).renew_key(BOB, another)
        with pytest.raises(KeyOfAnother):
            await ann.accounts.set_key(ann.session, Secret(another))
        assert (ring.kept, ann.accounts.known) == (kept, known)
        assert ann.session.state.account is not None and ann.session.state.account.email == ANN
        assert await names(ann) == ["of ann.txt"]
        users(service).renew_key(ANN, "e" * 32)
        assert (await ann.accounts.set_key(ann.session, Secret("e" * 32))).signed_in


async def test_a_key_of_another_account_in_the_key_ring_is_not_read_again(
    ring: MemoryKeyring, service: ThreadedSimulator, profile_dir: Path
) -> None:
    """A command puts it there while this program is open, and puts the one before back."""
    users(service).switches.keys = "several"
    async with opened(service, profile_dir) as ann:
        await ann.accounts.add(Secret(BOBS_KEY))
        kept = dict(ring.kept)
        another = "d" * 32
        users(service).renew_key(BOB, another)
        for wrong in (BOBS_KEY, another):
            told: list[Report] = []
            ending = await set_key_of_owner(ann.options, Secret(wrong), told.append)
            assert ending is Ending.KEY_REFUSED
            assert [type(report.error) for report in told] == [KeyOfAnother]
            assert ring.kept == kept
        assert ann.session.state.account is not None and ann.session.state.account.email == ANN


def test_names_in_the_key_ring_differ(tmp_path: Path) -> None:
    first = ProfilePaths.in_folder(tmp_path)
    one, other = first.of_account("00000001"), first.of_account("00000002")
    assert len({first.name, one.name, other.name}) == 3
    assert one.of_account("") == first
    assert one.settings == first.settings
    assert one.budget == first.budget
    assert one.journal != first.journal


def test_an_account_is_chosen_by_label_or_e_mail(tmp_path: Path) -> None:
    file = AccountsFile(ProfilePaths.in_folder(tmp_path))
    known = file.load().changed(FIRST, email=ANN).with_account("00000001", BOB)
    file.save(known.changed("00000001", label="Work", color=AccountColor.PINK).showing("00000001"))
    assert options_for(tmp_path, None).profile.account == FIRST
    assert options_for(tmp_path, None, shows=True).profile.account == "00000001"
    assert options_for(tmp_path, None, account="work").profile.account == "00000001"
    assert options_for(tmp_path, None, account=ANN.upper()).profile.account == FIRST
    with pytest.raises(ValueError, match="'Work'"):
        options_for(tmp_path, None, account="Home")
