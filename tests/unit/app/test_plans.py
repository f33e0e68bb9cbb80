from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fichier_gui.app.download_plan import Planner
from fichier_gui.app.remote_folders import FolderMaker
from fichier_gui.app.upload_plan import plan_upload, put_off, split
from fichier_gui.app.views import Renamed
from fichier_gui.domain.account import CUSTOMER_LIMIT, FREE_LIMIT, GUEST_LIMIT, Account, Plan, size_limit
from fichier_gui.domain.errors import (
    AppError,
    EmptyFile,
    FloodLocked,
    FolderExists,
    NotFound,
    PasswordNeeded,
    PasswordWrong,
    TooLarge,
)
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.remote import (
    ROOT_FOLDER,
    FileDetails,
    FolderListing,
    LinkState,
    PublicFile,
    RemoteFile,
    RemoteFolder,
)
from fichier_gui.domain.secret import Secret
from fichier_gui.system.walking import walk

GB = 1_000_000_000
NOW = 1_760_000_000.0
URL = FileUrl("https://1fichier.com/?aaaaaaaaaaaaaaaaaaaa")
OTHER_URL = FileUrl("https://tenvoi.com/?bbbbbbbbbb")


def listing(folders: tuple[RemoteFolder, ...] = (), files: tuple[RemoteFile, ...] = ()) -> FolderListing:
    return FolderListing(ROOT_FOLDER, folders, files, fetched_at=0.0)


def test_a_plan_keeps_the_structure_and_says_what_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "Trip" / "Day 1").mkdir(parents=True)
    (tmp_path / "Trip" / "Day 1" / "what $ it cost.txt").write_bytes(b"12345")
    (tmp_path / "Trip" / "empty.txt").touch()
    (tmp_path / "huge.bin").write_bytes(b"x" * 100)
    (tmp_path / "note.txt").write_bytes(b"abc")
    known = listing(files=(RemoteFile(URL, "note.txt", 3),))
    tree = walk([tmp_path / "Trip", tmp_path / "huge.bin", tmp_path / "note.txt", tmp_path / "missing"])
    plan = plan_upload(tree, FolderId(7), "/Backups", 50, known)
    assert plan.folders == ("Trip", "Trip/Day 1")
    assert [(file.folder, file.name) for file in plan.files] == [
        ("Trip/Day 1", "what $ it cost.txt"),
        ("", "note.txt"),
    ]
    assert plan.total_size == 8
    assert {Path(skip.name).name: type(skip.reason).__name__ for skip in plan.skipped} == {
        "empty.txt": EmptyFile.__name__,
        "missing": "SourceMissing",
        "huge.bin": TooLarge.__name__,
    }
    assert plan.renamed == (Renamed("what $ it cost.txt", "what ＄ it cost.txt"),)
    assert [file.name for file in plan.twins] == ["note.txt"]


def test_the_limit_is_the_plans() -> None:
    assert (GUEST_LIMIT, FREE_LIMIT, CUSTOMER_LIMIT) == (5 * GB, 50 * GB, 300 * GB)
    assert size_limit(Account("a@b", Plan.FREE, 0.0), NOW) == FREE_LIMIT
    for plan in (Plan.PREMIUM, Plan.ACCESS, Plan.GOLD):
        assert size_limit(Account("a@b", plan, 0.0), NOW) == CUSTOMER_LIMIT
        assert size_limit(Account("a@b", plan, 0.0, subscription_end=NOW + 1), NOW) == CUSTOMER_LIMIT
        assert size_limit(Account("a@b", plan, 0.0, subscription_end=NOW), NOW) == FREE_LIMIT


def test_a_key_whose_account_is_unknown_is_trusted_and_no_key_is_a_guest() -> None:
    assert size_limit(None, NOW) == CUSTOMER_LIMIT
    assert size_limit(None, NOW, is_guest=True) == GUEST_LIMIT


@pytest.mark.parametrize(
    ("limit", "size", "parts"),
    [
        (GUEST_LIMIT, 5 * GB, 0),
        (GUEST_LIMIT, 5 * GB + 1, 2),
        (GUEST_LIMIT, 301 * GB, 61),
        (FREE_LIMIT, 50 * GB, 0),
        (FREE_LIMIT, 301 * GB, 7),
        (CUSTOMER_LIMIT, 300 * GB, 0),
        (CUSTOMER_LIMIT, 301 * GB, 2),
    ],
)
def test_a_file_is_cut_by_the_limit_of_the_account(tmp_path: Path, limit: int, size: int, parts: int) -> None:
    with (tmp_path / "disk.img").open("wb") as file:
        file.truncate(size)
    plan = plan_upload(walk([tmp_path / "disk.img"]), ROOT, "/", limit, None)
    if not parts:
        assert [file.size for file in plan.files] == [size]
        assert not plan.too_large
        return
    assert plan.skipped[0].reason.facts["limit"] == limit
    cut = split(plan).files
    assert len(cut) == plan.too_large[0].verdict.parts == parts
    assert sum(part.size for part in cut) == size
    assert all(0 < part.size <= limit for part in cut)


def test_a_file_that_would_be_cut_is_named_and_can_be_put_off(tmp_path: Path) -> None:
    with (tmp_path / "film.mkv").open("wb") as file:
        file.truncate(60_000_000_000)
    (tmp_path / "note.txt").write_bytes(b"abc")
    tree = walk([tmp_path / "film.mkv", tmp_path / "note.txt"])
    assert plan_upload(tree, ROOT, "/", CUSTOMER_LIMIT, None, 50 * 125_000.0).slow == ()
    plan = plan_upload(tree, ROOT, "/", CUSTOMER_LIMIT, None, 20 * 125_000.0)
    (slow,) = plan.slow
    assert (slow.file.name, slow.verdict.seconds, slow.verdict.parts) == ("film.mkv", 24_000, 2)
    later = put_off(plan, 99.0)
    assert {file.name: file.start_at for file in later.files} == {"film.mkv": 99.0, "note.txt": None}


@dataclass
class Server:
    """Folders by id."""

    listings: dict[FolderId, FolderListing]
    asked: list[str] = field(default_factory=list)
    exists: bool = False

    async def listing_of(self, folder_id: FolderId, max_age: float) -> FolderListing:
        self.asked.append(f"ls {folder_id} {max_age:g}")
        return self.listings.get(folder_id, listing())

    async def make(self, parent: FolderId, name: str) -> RemoteFolder:
        self.asked.append(f"mkdir {parent} {name}")
        if self.exists:
            self.listings[parent] = listing((RemoteFolder(FolderId(99), name),))
            raise FolderExists()
        return RemoteFolder(FolderId(len(self.asked) + 100), name)


async def test_folders_are_reused_and_each_is_listed_once_at_most() -> None:
    server = Server({ROOT: listing((RemoteFolder(FolderId(5), "Films"),))})
    ids = await FolderMaker(server.listing_of, server.make).make_all(
        ROOT, ["Films", "Films/2024", "Films/2024/a", "Films/2024/b", "Music"]
    )
    assert ids["Films"] == 5
    assert server.asked == [
        "ls 0 600",
        "ls 5 600",
        "mkdir 5 2024",
        "mkdir 103 a",
        "mkdir 103 b",
        "mkdir 0 Music",
    ]
    assert len(set(ids.values())) == 6


async def test_a_folder_made_elsewhere_meanwhile_is_used() -> None:
    server = Server({}, exists=True)
    ids = await FolderMaker(server.listing_of, server.make).make_all(ROOT, ["New"])
    assert ids["New"] == 99
    assert server.asked == ["ls 0 600", "mkdir 0 New", "ls 0 0"]


@dataclass
class Source:
    """What a download plan is made from."""

    listings: dict[FolderId, FolderListing] = field(default_factory=dict)
    details_of: dict[FileUrl, FileDetails | AppError] = field(default_factory=dict)
    public: tuple[PublicFile, ...] = ()
    asked: list[str] = field(default_factory=list)

    async def listing(self, folder: RemoteFolder) -> FolderListing:
        if folder.id not in self.listings:
            raise NotFound()
        return self.listings[folder.id]

    async def details(self, url: FileUrl, patient: bool, password: Secret | None) -> FileDetails:
        self.asked.append(url)
        found = self.details_of[url]
        if isinstance(found, PasswordNeeded) and password:
            if password.reveal() != "right":
                raise PasswordWrong()
            return FileDetails(url, "vault.txt", 4)
        if isinstance(found, AppError):
            raise found
        return found

    async def check(self, urls: Sequence[FileUrl], patient: bool) -> dict[str, LinkState]:
        self.asked.append(f"check {len(urls)}")
        return {str(url): LinkState(True, "checked.bin", 9) for url in urls}

    async def public_folder(self, url: str, patient: bool, password: Secret | None) -> tuple[PublicFile, ...]:
        return self.public

    def path_of(self, folder: RemoteFolder) -> str:
        return f"/{folder.name}"


async def test_a_folder_comes_with_all_that_is_in_it(tmp_path: Path) -> None:
    inner = RemoteFolder(FolderId(2), "AC/DC")
    gone = RemoteFolder(FolderId(3), "Gone")
    twins = (RemoteFile(URL, "same.txt", 1), RemoteFile(OTHER_URL, "SAME.txt", 2))
    source = Source(
        {
            FolderId(1): listing((inner, gone), twins),
            FolderId(2): listing(files=(RemoteFile(URL, "..", 3),)),
        }
    )
    planner = Planner(source, tmp_path)
    await planner.add(RemoteFolder(FolderId(1), "Music"))
    plan = planner.plan()
    assert [(file.folder, file.name) for file in plan.files] == [
        (str(tmp_path / "Music"), "same.txt"),
        (str(tmp_path / "Music"), "SAME (2).txt"),
        (str(tmp_path / "Music" / "AC／DC"), "．．"),
    ]
    assert plan.total_size == 6
    assert [skip.name for skip in plan.skipped] == ["/Gone"]
    assert Renamed("AC/DC", "AC／DC") in plan.renamed


async def test_links_of_every_form_are_found_in_pasted_text(tmp_path: Path) -> None:
    source = Source(
        details_of={
            URL: FileDetails(URL, "a.txt", 1, checksum="ab"),
            OTHER_URL: PasswordNeeded(),
        },
        public=(PublicFile(FileUrl("https://1fichier.com/?cccccccccc"), "c.txt", 3),),
    )
    planner = Planner(source, tmp_path)
    await planner.add(f"see {URL}&af=1, {OTHER_URL} and https://1fichier.com/dir/AbCdEfGh")
    await planner.add("nothing")
    plan = planner.plan()
    assert [(file.url, file.name) for file in plan.files] == [
        (URL, "a.txt"),
        (FileUrl("https://1fichier.com/?cccccccccc"), "c.txt"),
    ]
    assert [type(skip.reason) for skip in plan.skipped] == [NotFound]
    assert [(skip.name, type(skip.reason)) for skip in plan.locked] == [(OTHER_URL, PasswordNeeded)]


async def test_a_service_that_asks_for_patience_ends_the_planning(tmp_path: Path) -> None:
    planner = Planner(Source(details_of={URL: FloodLocked(wait=30)}), tmp_path)
    with pytest.raises(FloodLocked):
        await planner.add(str(URL))


def test_a_file_over_the_limit_is_left_out_or_goes_in_parts(tmp_path: Path) -> None:
    (tmp_path / "huge.bin").write_bytes(b"x" * 100)
    (tmp_path / "note.txt").write_bytes(b"abc")
    plan = plan_upload(walk([tmp_path / "huge.bin", tmp_path / "note.txt"]), ROOT, "/", 40, None)
    assert [file.name for file in plan.files] == ["note.txt"]
    assert [large.verdict.parts for large in plan.too_large] == [3]
    assert len(plan.skipped) == 1
    parts = split(plan)
    assert [(file.name, file.part_offset, file.size, file.source_size) for file in parts.files] == [
        ("note.txt", None, 3, None),
        ("huge.bin.001", 0, 34, 100),
        ("huge.bin.002", 34, 34, 100),
        ("huge.bin.003", 68, 32, 100),
    ]
    assert not parts.skipped
