"""The one folder in which everything happens, and its end."""

import secrets
from typing import Any

import httpx
from live.session import Answer, BadKey, Flooded, Session, Stop

PATIENCE = (3.0, 5.0, 10.0, 30.0)
"""Waits between the tries to remove a folder: deleted files are listed for a while (§4.5)."""
AFTER_FLOOD = (60.0, 300.0, 900.0)
LISTED_ONCE_IN = 31.0


class Throwaway:
    """What the suite has made. `clean` takes it away, whatever happened before."""

    def __init__(self, session: Session) -> None:
        self.name = f"fichier-gui-probe-{secrets.token_hex(4)}"
        self.folder = 0
        self.array = 20
        """How many files one request may name, as far as is known."""
        self.files: set[str] = set()
        self.folders: list[int] = []
        self.ftp_users: set[str] = set()
        self.left: list[str] = []
        """What could not be taken away, in words."""
        self._session = session
        self._asked_for = False

    def open(self) -> Answer:
        """Make the folder."""
        self._asked_for = True
        answer = self._session.call("folder/mkdir", name=self.name, folder_id=0)
        self.folder = int(answer.fields.get("folder_id", 0)) if answer.ok else 0
        self._asked_for = answer.ok
        return answer

    def make(self, name: str, parent: int) -> Answer:
        """Make a folder inside."""
        answer = self._session.call("folder/mkdir", name=name, folder_id=parent)
        made = int(answer.fields.get("folder_id", 0)) if answer.ok else 0
        if made and made not in self.folders:
            self.folders.append(made)
        return answer

    def remove_folder(self, folder: int) -> Answer:
        """Remove a folder inside."""
        answer = self._session.call("folder/rm", folder_id=folder)
        if answer.ok and folder in self.folders:
            self.folders.remove(folder)
        return answer

    def remove_files(self, urls: list[str], words: str) -> Answer:
        """Delete files for good."""
        answer = self._session.call("file/rm", words, files=[{"url": url} for url in urls])
        if answer.ok and answer.fields.get("removed") == len(urls):
            self.files -= set(urls)
        return answer

    def clean(self) -> None:
        """Take everything away. What stays is named in `left`."""
        self._session.counts_failures = False
        for seconds in (0.0, *AFTER_FLOOD):
            if seconds:
                self._session.pause(seconds)
            try:
                self._clean()
                return
            except Flooded:
                continue
            except BadKey:
                break
            except (Stop, httpx.HTTPError, KeyError, TypeError, ValueError):
                continue
        self.left.append(f"folder {self.name}: remove it on the web site")

    def _clean(self) -> None:
        for user in sorted(self.ftp_users):
            answer = self._session.call("ftp/users/rm", user=user)
            if not answer.ok and answer.status != 404:
                self.left.append(f"FTP user {user}")
        self.ftp_users.clear()
        if self._asked_for and not self.folder:
            self.folder = self._find()
        if not self.folder:
            return
        self._remove_known()
        for seconds in PATIENCE:
            if self._session.call("folder/rm", folder_id=self.folder).ok:
                self.folder, self._asked_for = 0, False
                return
            self._session.pause(seconds)
            self._collect(self.folder)
            self._remove_known()
        self.left.append(f"folder {self.name}: it is not empty, remove it on the web site")

    def _remove_known(self) -> None:
        urls = sorted(self.files)
        for at in range(0, len(urls), self.array):
            some = urls[at : at + self.array]
            self.remove_files(some, f"{len(some)} of our files")
        self.files.clear()
        if urls:
            self._session.pause(PATIENCE[0])
        for folder in list(reversed(self.folders)):
            for seconds in PATIENCE:
                if self.remove_folder(folder).ok:
                    break
                self._session.pause(seconds)
                self._collect(folder)

    def _collect(self, folder: int) -> None:
        """What a folder that cannot be removed still holds, for an upload may have lost its report."""
        self._session.pause(LISTED_ONCE_IN)
        listing = self._session.call("folder/ls", folder_id=folder, files=1)
        links = [_link(item) for item in listing.entries("items")]
        self.folders += [
            int(sub["id"]) for sub in listing.entries("sub_folders") if int(sub["id"]) not in self.folders
        ]
        for at in range(0, len(links), self.array):
            self.remove_files(links[at : at + self.array], "what the folder still holds")

    def _find(self) -> int:
        """The folder whose making was asked for and never answered."""
        self._session.pause(LISTED_ONCE_IN)
        for sub in self._session.call("folder/ls", folder_id=0).entries("sub_folders"):
            if sub.get("name") == self.name:
                return int(sub["id"])
        return 0


def _link(item: dict[str, Any]) -> str:
    return str(item["url"])
