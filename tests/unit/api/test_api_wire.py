"""The lenient parsers: every quirk of reference §1.2, §1.3 and §4."""

from datetime import UTC, datetime

import pytest

from fichier_gui.api.accounts import changes_json, read_account
from fichier_gui.api.entries import (
    access_json,
    read_details,
    read_folder,
    read_public_folder,
    read_stored,
    shares_json,
)
from fichier_gui.api.jobs import read_ftp_users, read_job, read_jobs, read_request
from fichier_gui.api.wire import flag, integer, number, parse_moment, stamp, text
from fichier_gui.domain.account import AccountChanges, Plan
from fichier_gui.domain.errors import UnexpectedAnswer
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.jobs import JobId
from fichier_gui.domain.links import hidden_file
from fichier_gui.domain.sharing import AccessList, FolderShare

NOW = 1_790_000_000.0
SUM = "ab" * 64


def _utc(*parts: int) -> float:
    return datetime(*parts, tzinfo=UTC).timestamp()


def test_paris_summer_and_winter() -> None:
    # rclone issue 5421: stamped 14:57:25 in June while the Date header said 12:58 GMT.
    assert parse_moment("2021-06-10 14:57:25") == _utc(2021, 6, 10, 12, 57, 25)
    assert parse_moment("2021-12-10 14:57:25") == _utc(2021, 12, 10, 13, 57, 25)


def test_the_hour_that_october_repeats() -> None:
    early, late = _utc(2025, 10, 26, 0, 30), _utc(2025, 10, 26, 1, 30)
    assert parse_moment("2025-10-26 02:30:00") == late
    assert parse_moment("2025-10-26 02:30:00", now=late + 5) == late
    # Half past two came only once so far.
    assert parse_moment("2025-10-26 02:30:00", now=early + 5) == early


def test_the_hour_that_march_skips() -> None:
    assert parse_moment("2025-03-30 02:30:00") in (_utc(2025, 3, 30, 0, 30), _utc(2025, 3, 30, 1, 30))


@pytest.mark.parametrize(
    "never", ["1970-01-01 00:00:00", "1970-01-01 01:00:00", "0000-00-00 00:00:00", "soon", ""]
)
def test_no_date(never: str) -> None:
    assert parse_moment(never) is None


def test_a_date_there_and_back() -> None:
    for moment in (_utc(2025, 1, 5, 10, 0), _utc(2025, 7, 5, 10, 0)):
        assert parse_moment(stamp(moment)) == moment


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, False),
        (1, True),
        ("0", False),
        ("1", True),
        (None, False),
        ("", False),
        (True, True),
        ("no", False),
        ({}, False),
        ({"ip": ["::/0"]}, True),
        ([], False),
    ],
)
def test_flags_of_every_kind(value: object, expected: bool) -> None:
    assert flag({"x": value}, "x") is expected
    assert flag({}, "x") is False


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, 5),
        ("5", 5),
        ("5.0", 5),
        (5.9, 5),
        ("", None),
        (None, None),
        ("many", None),
        ("nan", None),
        ("9007199254740993", 9007199254740993),
        (2**63, 2**63),
    ],
)
def test_numbers_of_every_kind(value: object, expected: int | None) -> None:
    assert integer({"x": value}, "x") == expected


def test_first_of_several_names() -> None:
    assert integer({"b": 2}, "a", "b") == 2
    assert number({"a": "1,5"}, "a") == 1.5
    assert text({"a": None, "b": 7}, "a", "b") == "7"


def test_a_folder_with_everything() -> None:
    listing = read_folder(
        {
            "status": "OK",
            "folder_id": 12,
            "name": "Été",
            "create_date": "2024-07-01 12:00:00",
            "pass": "1",
            "shared": "https://1fichier.com/dir/AbCdEf12",
            "shares": [{"email": "b@example.org", "rw": 1, "hide_links": 0}],
            "files": 1,
            "sub_folders": [{"id": 13, "name": "in", "create_date": "not a date"}, "noise"],
            "items": [
                {
                    "url": "https://1fichier.com/?abcdefghij0123456789",
                    "filename": "a \\ b.txt",
                    "size": "12",
                    "date": "2024-07-01 12:00:00",
                    "checksum": SUM.upper(),
                    "content-type": "text/plain",
                    "pass": 0,
                    "acl": {"premium": 1},
                    "cdn": 1,
                }
            ],
        },
        FolderId(12),
        None,
        NOW,
    )
    assert listing.folder.has_password
    assert listing.folder.public_url == "https://1fichier.com/dir/AbCdEf12"
    assert listing.folder.shares == (FolderShare("b@example.org", can_write=True),)
    assert [folder.id for folder in listing.folders] == [13]
    assert listing.folders[0].created_at is None
    (file,) = listing.files
    assert (file.name, file.size, file.checksum, file.mime) == ("a \\ b.txt", 12, SUM, "text/plain")
    assert (file.has_password, file.has_acl, file.is_cdn) == (False, True, True)
    assert listing.is_complete
    assert listing.fetched_at == NOW


def test_an_answer_that_says_nothing_is_no_empty_folder() -> None:
    # Taken for one, an upload whose answer was lost was sent a second time.
    with pytest.raises(UnexpectedAnswer):
        read_folder({}, FolderId(5), None, NOW)
    assert read_folder({"status": "OK"}, FolderId(5), None, NOW).files == ()


def test_a_root_with_nothing_in_it() -> None:
    listing = read_folder({"status": "OK"}, ROOT, None, NOW)
    assert listing.folder.id == ROOT
    assert listing.folders == ()
    assert listing.files == ()
    assert listing.is_complete


def test_folders_of_others() -> None:
    listing = read_folder(
        {
            "sub_folders": [
                {"id": 5, "name": "theirs", "email": "o@example.org"},
                {"id": 6, "name": "x", "user": "p@x.org"},
            ]
        },
        ROOT,
        None,
        NOW,
    )
    assert [folder.owner for folder in listing.folders] == ["o@example.org", "p@x.org"]


def test_a_read_only_share_hands_its_rules_down() -> None:
    listing = read_folder(
        {
            "folder_id": 5,
            "user": "o@example.org",
            "rw": "0",
            "hide_links": 1,
            "sub_folders": [{"id": 9, "name": "x"}],
            "items": [{"filename": "f.txt", "size": 1}, {"url": "", "filename": "g.txt", "size": 1}],
        },
        FolderId(5),
        None,
        NOW,
    )
    assert not listing.folder.can_write
    assert not listing.folders[0].can_write
    assert listing.folders[0].hides_links
    hidden = [hidden_file(file.url) for file in listing.files]
    assert [found.name for found in hidden if found] == ["f.txt", "g.txt"]
    assert hidden[0] is not None
    assert hidden[0].folder_id == 5


@pytest.mark.parametrize(("announced", "count"), [(6000, 5000), (5000, 5000), (3, 2)])
def test_a_cut_list_says_so(announced: int, count: int) -> None:
    items = [
        {"url": f"https://1fichier.com/?{number:010d}", "filename": "x", "size": 1} for number in range(count)
    ]
    assert not read_folder({"files": announced, "items": items}, ROOT, None, NOW).is_complete


def test_not_an_object() -> None:
    with pytest.raises(UnexpectedAnswer):
        read_folder([], ROOT, None, NOW)


def test_details_in_both_spellings() -> None:
    asked = FileUrl("https://1fichier.com/?abcdefghij")
    details = read_details(
        {
            "filename": "x",
            "size": 3,
            "content_type": "a/b",
            "description": None,
            "acl": {"ip": ["192.0.2.0/24"], "premium": "1"},
            "folder_id": "7",
            "path": "A/B",
            "inline": "1",
            "no_ssl": 0,
        },
        asked,
        NOW,
    )
    assert details.url == asked
    assert details.mime == "a/b"
    assert details.access == AccessList(networks=("192.0.2.0/24",), customers_only=True)
    assert (details.folder_id, details.path, details.is_inline, details.description) == (7, "A/B", True, "")
    assert read_details({"acl": 0}, asked, NOW).access is None


def test_a_report_with_strings_and_strays() -> None:
    stored = read_stored(
        {
            "incoming": 0,
            "links": [
                {
                    "download": "https://1fichier.com/?abcdefghij",
                    "filename": "a",
                    "size": "12",
                    "whirlpool": SUM,
                    "remove": "--",
                },
                {
                    "download": "https://1fichier.com/?bbcdefghij",
                    "filename": "b",
                    "size": 1,
                    "whirlpool": "0" * 128,
                    "remove": "https://1fichier.com/remove/bbcdefghij/aB3xY",
                },
                {"filename": "no link"},
            ],
        }
    )
    assert [file.size for file in stored] == [12, 1]
    assert [file.checksum for file in stored] == [SUM, None]
    assert [file.remove_code for file in stored] == [None, "aB3xY"]
    assert read_stored({}) == ()


def test_a_public_folder_is_a_bare_array() -> None:
    files = read_public_folder(
        [
            {
                "filename": "a",
                "link": "https://1fichier.com/?abcdefghij&af=1",
                "size": 5,
                "password": 1,
                "acl": 0,
            },
            {"filename": "b"},
        ]
    )
    assert [(file.url, file.has_password) for file in files] == [("https://1fichier.com/?abcdefghij", True)]


def test_an_account_of_strings() -> None:
    account = read_account(
        {
            "email": "me@example.org",
            "offer": "3",
            "subscription_end": "2030-01-01",
            "cdn": "12.50",
            "use_cdn": "1",
            "hot_storage": "5",
            "available_cold_storage": -3,
            "overquota": 1,
            "upload_forbidden": "0",
            "default_port": "1",
        },
        NOW,
    )
    assert account.plan is Plan.GOLD
    assert account.subscription_end == _utc(2030, 1, 1, 23)
    assert (account.cdn_credit_gb, account.spends_cdn, account.hot_storage) == (12.5, True, 5)
    assert (account.available_storage, account.is_over_quota, account.upload_forbidden) == (-3, True, "")
    assert account.uses_http
    assert account.allowed_cold_storage is None


@pytest.mark.parametrize(
    ("offer", "plan"),
    [
        (0, Plan.FREE),
        ("1", Plan.PREMIUM),
        (2, Plan.ACCESS),
        (9, Plan.PREMIUM),
        ("", Plan.FREE),
        ("Premium GOLD", Plan.GOLD),
    ],
)
def test_plans(offer: object, plan: Plan) -> None:
    assert read_account({"offer": offer}, NOW).plan is plan


def test_a_reason_against_uploads_is_kept() -> None:
    assert read_account({"upload_forbidden": "quota"}, NOW).upload_forbidden == "quota"


def test_what_is_sent() -> None:
    assert changes_json(AccountChanges(spends_cdn=False, default_domain=4)) == {
        "use_cdn": 0,
        "default_domain": 4,
    }
    assert access_json(AccessList()) == {}
    assert access_json(AccessList(countries=("FR",), customers_only=True)) == {
        "country": ["FR"],
        "premium": 1,
    }
    assert shares_json((FolderShare("x@y.z", can_write=True, hides_links=True),)) == [
        {"email": "x@y.z", "rw": 0, "hide_links": 1}
    ]


def test_remote_jobs() -> None:
    waiting, over, *rest = read_jobs(
        {
            "data": [
                {"id": 1, "request_date": "2026-01-01 00:00:00", "execution_date": "1970-01-01 01:00:00"},
                {"id": "2", "request_date": "2026-01-01 00:00:00", "execution_date": "2026-01-01 00:01:00"},
                {"request_date": "2026-01-01 00:00:00"},
            ]
        },
        NOW,
    )
    assert rest == []
    assert waiting.executed_at is None
    assert over.executed_at is not None
    job = read_job(
        {
            "links": ["http://a/x"],
            "result": [
                {"status": "KO", "url": "http://a/x", "message": "404"},
                {"status": "OK", "url": "http://a/y", "download_link": "https://1fichier.com/?abcdefghij"},
            ],
        },
        JobId(4),
        NOW,
    )
    assert job.id == 4
    assert [(result.url, result.message) for result in job.results] == [
        (None, "404"),
        ("https://1fichier.com/?abcdefghij", ""),
    ]
    odd = read_job(
        {
            "id": 7,
            "execution_date": "2025-01-06 10:05:00",
            "links": ["a", "b", "c"],
            "result": [
                {"status": "OK", "url": "a"},
                {"status": "KO", "url": "b"},
                {"status": "", "url": "c"},
            ],
        },
        JobId(7),
        NOW,
    )
    # Good without a link is a file all the same; neither good nor bad is no result yet.
    assert [(result.source, result.has_failed) for result in odd.results] == [("a", False), ("b", True)]
    assert not odd.is_settled
    assert read_jobs({}, NOW) == ()
    assert read_request({"id": 9}, ("u",), NOW).sources == ("u",)
    with pytest.raises(UnexpectedAnswer):
        read_request({}, ("u",), NOW)


def test_ftp_users_under_both_names() -> None:
    for name in ("data", "users"):
        assert [user.name for user in read_ftp_users({name: [{"user": "a", "folder_id": 3}]})] == ["a"]
