"""What kind of thing a name is, for icon, column and filter: a guess by extension, then by MIME type."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class FileKind(StrEnum):
    """Kinds in the order in which the Kind column sorts them."""

    FOLDER = "folder"
    PICTURE = "picture"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"
    TEXT = "text"
    ARCHIVE = "archive"
    PROGRAM = "program"
    OTHER = "other"


KIND_ORDER: Final[Mapping[FileKind, int]] = MappingProxyType({kind: n for n, kind in enumerate(FileKind)})

_EXTENSIONS: Final[Mapping[FileKind, str]] = MappingProxyType(
    {
        FileKind.PICTURE: (
            "jpg jpeg jpe jfif png gif webp bmp tif tiff svg svgz ico heic heif avif jxl jp2 psd "
            "xcf raw arw cr2 cr3 dng nef orf raf rw2 kra"
        ),
        FileKind.VIDEO: (
            "mkv mp4 m4v avi mov wmv flv webm mpg mpeg m2v mts m2ts ts vob ogv 3gp 3g2 divx rm "
            "rmvb asf f4v mxf"
        ),
        FileKind.AUDIO: (
            "mp3 flac ogg oga opus m4a m4b aac wav wma aiff aif ape wv alac mid midi mka dsf dff ac3 dts amr"
        ),
        FileKind.DOCUMENT: (
            "pdf doc docx docm odt ott rtf xls xlsx xlsm ods ppt pptx pps ppsx odp epub mobi azw3 "
            "djvu ps xps pages numbers key cbz cbr fb2 odg vsd vsdx"
        ),
        FileKind.TEXT: (
            "txt md rst csv tsv log nfo json xml yaml yml toml ini cfg conf srt ass ssa vtt sub "
            "tex html htm css js jsx tsx py rb rs go c h cpp hpp cc cs java kt swift php pl lua "
            "sql diff patch m3u m3u8 cue asc sfv md5 sha1 sha256 whirlpool"
        ),
        FileKind.ARCHIVE: (
            "zip rar 7z tar gz tgz bz2 tbz tbz2 xz txz zst tzst lz lz4 lzma lzh lha arj cab ace z "
            "cpio iso img dmg vhd vhdx vmdk qcow2 bin nrg mdf squashfs wim par2 zipx r00 r01"
        ),
        FileKind.PROGRAM: (
            "exe msi msix deb rpm appimage flatpak snap apk ipa jar com bat cmd ps1 sh bash run "
            "so dll dylib pkg app xpi crx whl"
        ),
    }
)
_BY_EXTENSION: Final[Mapping[str, FileKind]] = MappingProxyType(
    {extension: kind for kind, words in _EXTENSIONS.items() for extension in words.split()}
)
_BY_MIME_START: Final = (
    ("image/", FileKind.PICTURE),
    ("video/", FileKind.VIDEO),
    ("audio/", FileKind.AUDIO),
    ("text/", FileKind.TEXT),
    ("application/pdf", FileKind.DOCUMENT),
    ("application/msword", FileKind.DOCUMENT),
    ("application/vnd.oasis", FileKind.DOCUMENT),
    ("application/vnd.openxmlformats", FileKind.DOCUMENT),
    ("application/vnd.ms-", FileKind.DOCUMENT),
    ("application/zip", FileKind.ARCHIVE),
    ("application/gzip", FileKind.ARCHIVE),
    ("application/x-gzip", FileKind.ARCHIVE),
    ("application/x-tar", FileKind.ARCHIVE),
    ("application/x-bzip", FileKind.ARCHIVE),
    ("application/x-xz", FileKind.ARCHIVE),
    ("application/x-7z", FileKind.ARCHIVE),
    ("application/x-rar", FileKind.ARCHIVE),
    ("application/vnd.rar", FileKind.ARCHIVE),
    ("application/json", FileKind.TEXT),
    ("application/xml", FileKind.TEXT),
    ("application/x-msdos", FileKind.PROGRAM),
    ("application/x-executable", FileKind.PROGRAM),
)


def kind_of(name: str, mime: str = "") -> FileKind:
    """The kind of a file. The name comes first: the service calls much ``application/octet-stream``."""
    extension = name.rpartition(".")[2].lower()
    if kind := _BY_EXTENSION.get(extension):
        return kind
    if len(extension) == 3 and extension.isascii() and extension.isdigit() and "." in name:
        # A volume of a split archive: name.7z.001
        return FileKind.ARCHIVE
    mime = mime.lower()
    return next((kind for start, kind in _BY_MIME_START if mime.startswith(start)), FileKind.OTHER)
