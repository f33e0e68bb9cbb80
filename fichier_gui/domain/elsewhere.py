"""The account in other programs: ready-made commands for them, and what they answer."""

import json
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from fichier_gui.domain.values import value

PLACE: Final = "YOUR_API_KEY"
"""Stands where the key goes as long as nobody has asked for it."""


API: Final = "https://api.1fichier.com/v1"


class Tool(StrEnum):
    """What a snippet is for. The values are proper names."""

    RCLONE = "rclone"
    CURL = "curl"
    PYTHON = "Python"
    JDOWNLOADER = "JDownloader"


class Handed(StrEnum):
    """What became of links that were handed to JDownloader."""

    TAKEN = "taken"
    ABSENT = "absent"
    """Nothing that understands Click'n'Load listens on this computer."""
    REFUSED = "refused"
    """It said no, or its user did."""
    SILENT = "silent"
    """It did not answer in time: its user was not asked, or has not answered."""


@value
class RcloneRemotes:
    """The remotes of rclone's configuration that are accounts of the service."""

    path: str
    names: tuple[str, ...] = ()
    is_encrypted: bool = False
    """Its file is protected by a password, and cannot be read without rclone."""
    is_there: bool = True
    """There is such a file, and it can be read."""


_RCLONE: Final = """\
rclone config create 1fichier fichier api_key={key}
rclone lsd 1fichier:
rclone copy --progress --transfers 2 photo.jpg 1fichier:
"""

_CURL: Final = """\
KEY={key}
API={api}
ask() {{
    curl -sS --fail-with-body -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
        --data "$2" "$API/$1.cgi"
}}
field() {{ sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p"; }}

# What is in the account's first folder
ask folder/ls '{{"folder_id": 0, "files": 1}}'

# Download a file by its link
direct=$(ask download/get_token '{{"url": "https://1fichier.com/?LINK"}}' | field url)
curl --fail --location --remote-name --remote-header-name "$direct"

# Upload a file; the answer holds its link
node=$(ask upload/get_upload_server '{{}}')
host=$(echo "$node" | field url); id=$(echo "$node" | field id)
curl --progress-bar -H "Authorization: Bearer $KEY" -F "file[]=@photo.jpg" \\
    -o /dev/null "{scheme}://$host/upload.cgi?id=$id"
until report=$(curl -sS -H "Authorization: Bearer $KEY" -H "JSON: 1" "{scheme}://$host/end.pl?xid=$id") &&
    echo "$report" | grep '"links"'; do sleep 5; done
"""

_PYTHON: Final = """\
import json
import shutil
import urllib.request

KEY = {key}
API = "{api}"


def ask(call, **fields):
    request = urllib.request.Request(f"{{API}}/{{call}}.cgi", json.dumps(fields).encode())
    request.add_header("Authorization", f"Bearer {{KEY}}")
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


# What is in the account's first folder
for file in ask("folder/ls", folder_id=0, files=1).get("items", []):
    print(file["url"], file["size"], file["filename"])

# Download a file by its link
direct = ask("download/get_token", url="https://1fichier.com/?LINK")["url"]
with urllib.request.urlopen(direct, timeout=60) as source, open("download.bin", "wb") as target:
    shutil.copyfileobj(source, target)
"""


def _shell(text: str) -> str:
    """One word of a POSIX shell; a key of the usual shape needs no quotes there nor in any other."""
    if re.fullmatch(r"[A-Za-z0-9_=-]+", text):
        return text
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _literal(text: str) -> str:
    """A string of Python: its literals hold what JSON's do."""
    return json.dumps(text)


_SNIPPETS: Final[dict[Tool, tuple[str, Callable[[str], str]]]] = {
    Tool.RCLONE: (_RCLONE, _shell),
    Tool.CURL: (_CURL, _shell),
    Tool.PYTHON: (_PYTHON, _literal),
    Tool.JDOWNLOADER: ("{key}", str),
}


def snippet(tool: Tool, key: str = PLACE, api: str = API) -> str:
    """What is pasted into a terminal, a file, or JDownloader's own field. A secret with a real ``key``.

    ``api``: the base of the end points. rclone and JDownloader know no other service than 1fichier itself.
    """
    text, quoted = _SNIPPETS[tool]
    return text.format(key=quoted(key), api=api, scheme=api.partition(":")[0])
