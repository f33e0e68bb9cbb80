"""Every end point of the service is reached in the window, by a command or a drag; a story drives it there.

The stories run the whole window over the whole core against the simulated service, with its limits on.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest
from package_source import ROOT

from fichier_gui.simulator.endpoints import ENDPOINTS
from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.file_menu import OF_FOLDER, OF_ROWS
from fichier_gui.ui.views.toolbar import ACCOUNT_MENU, MENU, UPLOADS

OF_NODES = {"upload.cgi", "end.pl"}
"""End points of an upload node, beside those of the table."""
IN_MENUS = {*MENU, *ACCOUNT_MENU, *UPLOADS, *OF_ROWS, *OF_FOLDER}


@dataclass(frozen=True)
class Reached:
    """How, and where it is shown. ``otherwise``: without a command, by what people do or by itself."""

    by: tuple[ActionId, ...]
    test: str
    otherwise: str = ""


ACCOUNT = "window/test_account_page.py::test_nothing_is_asked_more_often_than_allowed"
CARRYING = "window/test_carrying.py::test_files_go_into_a_folder_of_the_list_and_back"
COPYING = "window/test_organising_window.py::test_a_copy_goes_to_a_folder_that_is_made_for_it"
DELETING = "window/test_organising_window.py::test_a_folder_is_counted_deleted_and_listed"
FETCHING = "window/test_fetch_from_web.py::test_addresses_are_fetched_into_a_chosen_folder_and_shown_there"
FOLDERS = "window/test_carrying.py::test_folders_go_into_the_tree"
FTP = "window/test_ftp_dialog.py::test_sub_accounts_are_added_and_removed"
FTP_TAKEN_IN = "window/test_ftp_dialog.py::test_what_was_sent_is_taken_in_and_mode_and_folder_are_set"
OLDER_JOBS = "window/test_fetch_from_web.py::test_older_requests_are_read_when_they_are_chosen"
RENAMING = "window/test_organising_window.py::test_a_file_gets_another_name_and_its_own_back"
RULES = "window/test_linking.py::test_rules_are_set_in_the_window_and_told"
SCANNING = "window/test_end_points_window.py::test_a_file_is_scanned_after_a_question"
SENDING = "window/test_end_points_window.py::test_a_folder_is_made_and_files_are_sent_and_fetched"
SHARING = "window/test_linking.py::test_a_folder_is_shared_and_keeps_what_was_set"
VOUCHERS = "window/test_vouchers.py::test_those_of_the_account_are_listed_and_copied"
VOUCHER_CHECKED = "window/test_vouchers.py::test_a_code_is_checked_however_it_is_written"
VOUCHER_USED = "window/test_vouchers.py::test_one_is_used_only_after_a_question"

_DROP = "files dropped from the desktop"
TABLE = {
    "download/get_token": Reached((ActionId.DOWNLOAD, ActionId.DOWNLOAD_TO), SENDING),
    "file/ls": Reached((), SENDING, "the whole list, read while nothing else is asked"),
    "file/info": Reached((ActionId.LINK_RULES, ActionId.PROPERTIES), RULES),
    "file/scan": Reached((ActionId.SCAN_FILE,), SCANNING),
    "file/rm": Reached((ActionId.DELETE,), DELETING),
    "file/mv": Reached((ActionId.MOVE_TO, ActionId.CUT, ActionId.PASTE_ITEMS), CARRYING, "rows dragged"),
    "file/rename": Reached((ActionId.RENAME,), RENAMING),
    "file/cp": Reached((ActionId.COPY_TO, ActionId.COPY_ITEMS), COPYING, "rows dragged with Ctrl"),
    "file/chattr": Reached((ActionId.LINK_RULES,), RULES),
    "folder/ls": Reached((ActionId.REFRESH, ActionId.OPEN), SENDING),
    "folder/mkdir": Reached((ActionId.NEW_FOLDER,), SENDING),
    "folder/mv": Reached((ActionId.MOVE_TO, ActionId.RENAME), FOLDERS, "folders dragged"),
    "folder/rm": Reached((ActionId.DELETE,), DELETING),
    "folder/share": Reached((ActionId.SHARE_FOLDER,), SHARING),
    "ftp/process": Reached((ActionId.FTP_ACCESS,), FTP_TAKEN_IN),
    "ftp/users/ls": Reached((ActionId.FTP_ACCESS,), FTP),
    "ftp/users/add": Reached((ActionId.FTP_ACCESS,), FTP),
    "ftp/users/rm": Reached((ActionId.FTP_ACCESS,), FTP),
    "remote/ls": Reached((ActionId.REMOTE_UPLOADS,), FETCHING),
    "remote/info": Reached((ActionId.REMOTE_UPLOADS,), OLDER_JOBS),
    "remote/request": Reached((ActionId.REMOTE_UPLOADS,), FETCHING),
    "upload/get_upload_server": Reached((ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER), SENDING, _DROP),
    "user/info": Reached((ActionId.ACCOUNT,), ACCOUNT),
    "vouchers/ls": Reached((ActionId.VOUCHERS,), VOUCHERS),
    "vouchers/check": Reached((ActionId.VOUCHERS,), VOUCHER_CHECKED),
    "vouchers/use": Reached((ActionId.VOUCHERS,), VOUCHER_USED),
    "upload.cgi": Reached((ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER), SENDING, _DROP),
    "end.pl": Reached((ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER), SENDING, _DROP),
}


def test_every_end_point_is_in_the_table() -> None:
    assert set(TABLE) == set(ENDPOINTS) | OF_NODES


@pytest.mark.parametrize("endpoint", TABLE)
def test_it_is_reached_in_the_window(endpoint: str) -> None:
    reached = TABLE[endpoint]
    assert reached.by or reached.otherwise
    assert set(reached.by) <= IN_MENUS


def functions(module: str) -> dict[str, ast.AST]:
    """The functions of a module of the tests, and those that it imports from its neighbours."""
    path = ROOT / "tests" / module
    found: dict[str, ast.AST] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (neighbour := f"{node.module}.py").startswith("test_"):
            there = functions(str(Path(module).with_name(neighbour)))
            found |= {alias.name: there[alias.name] for alias in node.names if alias.name in there}
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found[node.name] = node
    return found


def names_in(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def has_limits(node: ast.AST) -> bool:
    """Said to the service, or to the fixture that makes it."""
    words = {ast.unparse(part) for part in ast.walk(node) if isinstance(part, ast.keyword | ast.Call)}
    return bool(words & {"limits=True", "pytest.mark.parametrize('service', [True], indirect=True)"})


@pytest.mark.parametrize("story", sorted({reached.test for reached in TABLE.values()}))
def test_a_story_drives_it_against_the_service(story: str) -> None:
    module, _, name = story.partition("::")
    there = functions(module)
    assert isinstance(there.get(name), ast.AsyncFunctionDef)
    assert "window" in names_in(there[name])
    assert "core_window" in names_in(there["window"]), "the window over a core of its own"
    assert has_limits(there[name]) or has_limits(there["window"]), "a service that counts requests"


def test_their_window_is_the_whole_one_over_the_whole_core() -> None:
    source = ROOT / "tests" / "support" / "core_window.py"
    assert {"simulator", "Shell"} <= names_in(ast.parse(source.read_text(encoding="utf-8")))
