"""The end points under `/v1` (§4), one module an area, and the table of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..answers import Json
from ..call import Call
from . import attributes, download, files, folders, ftp, listing, remote, shares, upload, user, vouchers


@dataclass(frozen=True)
class Endpoint:
    """A function, and whether it works without a key or by GET."""

    act: Callable[[Call], Json]
    anonymous: bool = False
    by_get: bool = False


ENDPOINTS: dict[str, Endpoint] = {
    "download/get_token": Endpoint(download.get_token),
    "file/ls": Endpoint(listing.list_files),
    "file/info": Endpoint(listing.file_info),
    "file/scan": Endpoint(files.scan),
    "file/rm": Endpoint(files.remove),
    "file/mv": Endpoint(files.move),
    "file/rename": Endpoint(files.rename),
    "file/cp": Endpoint(files.copy),
    "file/chattr": Endpoint(attributes.change),
    "folder/ls": Endpoint(listing.list_folder),
    "folder/mkdir": Endpoint(folders.make),
    "folder/mv": Endpoint(folders.move),
    "folder/rm": Endpoint(folders.remove),
    "folder/share": Endpoint(shares.share),
    "ftp/process": Endpoint(ftp.process),
    "ftp/users/ls": Endpoint(ftp.list_users),
    "ftp/users/add": Endpoint(ftp.add_user),
    "ftp/users/rm": Endpoint(ftp.remove_user),
    "remote/ls": Endpoint(remote.list_jobs),
    "remote/info": Endpoint(remote.job_info),
    "remote/request": Endpoint(remote.request),
    "upload/get_upload_server": Endpoint(upload.get_upload_server, anonymous=True, by_get=True),
    "user/info": Endpoint(user.info),
    "vouchers/ls": Endpoint(vouchers.list_unused),
    "vouchers/check": Endpoint(vouchers.check),
    "vouchers/use": Endpoint(vouchers.use),
}
