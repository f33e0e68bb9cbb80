"""The open questions about the service (§12), each a named switch with its likely answer as default.

A test runs the program against both answers by setting one switch. `Switches` is mutable on
purpose: a running simulator reads it at each request.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal, get_args, get_origin, get_type_hints


@dataclass
class Switches:
    """Every choice, grouped by the number of the question in §12."""

    # 1. What a free account's key may do.
    free_account: Literal["no-download", "upload-only"] = "no-download"
    # 2. The five minutes, the thirty minutes, `single`.
    token_first_use_seconds: float = 300.0
    token_recovery_seconds: float = 1800.0
    token_recovery_from: Literal["first-use", "issue"] = "first-use"
    token_second_use: Literal["ranges", "any", "never"] = "ranges"
    single_token: Literal["one-request", "resume-allowed"] = "one-request"
    # 3. HTTP status of flood, of a wrong password, of a change that changes nothing.
    flood_status: Literal[403, 429, 200] = 403
    password_status: Literal[403, 401, 200] = 403
    no_op_status: Literal[403, 200] = 403
    # 4. mkdir with an existing name; rm of a folder that is not empty.
    mkdir_existing: Literal["refuse", "duplicate", "return"] = "refuse"
    folder_rm_not_empty: Literal["refuse", "delete"] = "refuse"
    # 5. Forbidden characters in names.
    names: Literal["strip", "reject", "accept"] = "strip"
    # 6. folder/share without `pass` or `shares`.
    share_omitted: Literal["keep", "clear"] = "keep"
    # 7. `url` of items in a hidden-link share.
    hidden_link_url: Literal["omit", "empty"] = "omit"
    # 8. More files than a listing may hold.
    listing_limit: int = 5000
    listing_overflow: Literal["cut", "refuse"] = "cut"
    listing_count: Literal["returned", "total"] = "returned"
    # 9. Whether the items of `file/ls -1` say their folder.
    ls_all_folder_id: bool = False
    # 10. FTP: name of the array of sub-accounts.
    ftp_users_key: Literal["data", "users"] = "data"
    # 11. remote/request: echo of `headers`, number of URLs, a URL that is none.
    remote_headers: Literal["object", "list"] = "object"
    remote_max_urls: int = 100
    remote_bad_url: Literal["refuse", "job-ko"] = "refuse"
    # 12. Whether end.pl takes JSON and EXPORT in the query too.
    end_pl_query: bool = False
    # 13. Most URLs in rm, mv, cp, chattr (0: any number); one bad URL among good ones.
    max_urls: int = 0
    partial: Literal["count", "refuse"] = "count"
    # 14. Keep-alive on upload nodes.
    upload_keep_alive: bool = False
    # 15. Whose account "Owner locked" speaks of.
    owner_locked: Literal["file-owner", "self"] = "file-owner"
    # 16. Several keys at once, or a new key kills the old one; the answer to a dead key.
    keys: Literal["one", "several"] = "one"
    dead_key: Literal["no-such-user", "not-authenticated"] = "no-such-user"
    # 17. Dates of the root; the key that names the owner of a folder shared to the caller.
    root_create_date: Literal["omit", "present", "empty"] = "omit"
    shared_owner_key: Literal["email", "user"] = "email"

    # Not questions, but measures that a test wants to set.
    ko_with_200: float = 0.25  # share of the soft refusals that come with HTTP 200 (§2.1)
    wait_polls: int = 1  # HTML answers of end.pl before the JSON one (§5.3)
    storage_needs_end_pl: bool = False  # whether a file is stored only after end.pl was asked (§5.3)
    listing_lag_seconds: float = 2.0  # deleted files are still listed for so long (§4.5)
    folder_rm_sees_lag: bool = True  # folder/rm is refused while ghosts are listed (§10.35)
    owner_needs_password: bool = False  # whether the owner too must give a file's password
    remote_seconds: float = 30.0  # a remote job runs so long after its request
    vpn_addresses: tuple[str, ...] = ()  # client addresses classed as VPN or data centre (§6.5)
    hash_uploads: bool = True  # off: received files get a checksum of zeros at once (benchmarks)

    def set(self, name: str, text: str) -> None:
        """Set one switch from text, as a command line or a test parameter gives it.

        Raises ValueError for an unknown name or a value that the switch does not have.
        """
        hint = get_type_hints(Switches).get(name)
        if hint is None:
            raise ValueError(f"no switch is called {name!r}")
        setattr(self, name, _read(name, hint, text))


def _read(name: str, hint: object, text: str) -> object:
    if get_origin(hint) is Literal:
        for choice in get_args(hint):
            if str(choice) == text:
                return choice
        raise ValueError(f"{name} is one of {', '.join(map(str, get_args(hint)))}")
    if hint is bool:
        return text.lower() in ("1", "true", "yes", "on")
    if hint is int:
        return int(text)
    if hint is float:
        return float(text)
    return tuple(part for part in text.split(",") if part)


def switch_names() -> list[str]:
    """The names of all switches."""
    return [field.name for field in dataclasses.fields(Switches)]
