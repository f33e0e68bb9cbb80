"""The sample account of the demo: folders, pictures, sounds, films and odd names, in French and English.

The large files are made up as they are read: they take neither disk nor memory, and their true Whirlpool
sums stand here (a test computes them again).
"""

from __future__ import annotations

from dataclasses import dataclass

from . import paris
from .content import PatternContent
from .links import link
from .model import Acl, RemoteJob, Share, User, Voucher
from .sample_media import Landscape, pdf, png, wav
from .service import Service

FRIEND = "camille@example.org"
FRIEND_KEY = "simulated-key-of-the-other-user_"
PASSWORD = "sesame-ouvre-toi"
DEAD_LINK = link("deadlinkdeadlink0000")
SUMMER = "2025-07-14 22:15:00"
WINTER = "2025-01-06 08:05:30"
MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Large:
    """A large file: its place, its made-up bytes, its sum."""

    path: str
    content: PatternContent
    checksum: str
    date: str


LARGE = (
    Large(
        "/Films/2024/The long road home.mkv",
        PatternContent(2024, 300 * MEBIBYTE + 12345),
        "c8d768f5ea8997a84c58121cbaf229773b3817efac745598a478eee71b40f757"
        "b047eb566cf3b9722bc58716f4e1e7b3d46d52dc64590867b54ddddbe04909ae",
        "2024-11-12 21:40:11",
    ),
    Large(
        "/Films/2024/L’été à la mer (version longue).mkv",
        PatternContent(714, 220 * MEBIBYTE + 7),
        "9c0217ed6012501a3f9e5a23ee46b5efd5b616f4bdde14654fc042bd785f9ba3"
        "1570e23a929ef83a5e8c2f57e1040261ca19a5f2da64bff76b75784d000c1dbd",
        SUMMER,
    ),
    Large(
        "/Films/Bande-annonce.mp4",
        PatternContent(7, 64 * MEBIBYTE),
        "913cb1d0d8dedc3a654ebe38c5251542784d068ce77989074a39bc63b3b1f122"
        "87a7bc64a704d93b31b8b64055695b4d767160bc8602d473d78a1e0699768a70",
        "2025-03-02 18:20:00",
    ),
    Large(
        "/Backups/2024-12 maison.tar.gz",
        PatternContent(12, 96 * MEBIBYTE + 511),
        "fbfc9465fafeefedffd8aca4261763df0f97b401f927d6138438b2a018045e7f"
        "af631f6a2f0aa68332507a75241008a4135a1ca6af80c39f1babc6c5923ec068",
        WINTER,
    ),
)

_PICTURES = {
    "/Pictures/Lac d’Annecy.png": Landscape((88, 150, 214), (214, 232, 244), (52, 84, 74), (255, 244, 200)),
    "/Pictures/Coucher de soleil.png": Landscape(
        (70, 40, 110), (250, 150, 70), (40, 26, 48), (255, 220, 120)
    ),
    "/Pictures/Alpes/Première neige.png": Landscape(
        (120, 150, 190), (235, 240, 248), (200, 210, 224), (255, 255, 255), peaks=5
    ),
    "/Pictures/Alpes/Night at the hut.png": Landscape(
        (8, 12, 34), (40, 54, 92), (16, 20, 30), (232, 236, 250), peaks=2
    ),
    "/Pictures/portrait.png": Landscape(
        (170, 210, 190), (246, 240, 220), (90, 130, 90), (250, 200, 90), width=420, height=640
    ),
}
_SOUNDS = {
    "/Music/Gamme en do.wav": [261.6, 293.7, 329.6, 349.2, 392.0, 440.0, 493.9, 523.3],
    "/Music/Jingle.wav": [523.3, 659.3, 784.0, 1046.5],
}
_TEXTS = {
    "/Documents/Lettre à la mairie.txt": "Madame, Monsieur,\n\nVeuillez agréer mes salutations.\n",
    "/Documents/Reading list.md": "# Reading list\n\n* Le Petit Prince\n* Three Men in a Boat\n",
    "/Documents/budget.csv": "mois;loyer;courses\njanvier;850;312\nfévrier;850;298\n",
    "/Films/2024/notes.txt": "The long road home: sound is late from 1:02:11 on.\n",
    "/Backups/.profile.bak": "export LANG=fr_FR.UTF-8\n",
    "/README.txt": "This account is simulated. Nothing here leaves your machine.\n",
    "/Odd names/fête 🎬 d’été.txt": "emoji and accents\n",
    "/Odd names/e\u0301te\u0301 (NFD).txt": "decomposed accents\n",
    "/Odd names/été (NFC).txt": "composed accents\n",
    "/Odd names/＂quotes＂ ＜look-alikes＞ ＼ ／.txt": "full-width look-alikes of forbidden characters\n",
    "/Odd names/.hidden": "a leading dot\n",
    "/Odd names/...three dots": "three leading dots\n",
    "/Odd names/archive.tar.gz": "two suffixes, and not really an archive\n",
    "/Odd names/no suffix": "no suffix at all\n",
    "/Odd names/日本語のファイル.txt": "another script\n",
    "/Odd names/" + "a very long name, " * 13 + "end.txt": "a name of 241 characters\n",
    "/Odd names/CON.txt": "a name that Windows does not like\n",
    "/Odd names/100 % & co; #1 + ?.txt": "characters that links do not like\n",
}


def fill(service: Service) -> None:
    """Fill an empty account."""
    for path in ("/Backups", "/Documents", "/Films/2024", "/Music", "/Pictures/Alpes", "/Empty folder"):
        service.add_folder(path, created=paris.seconds("2024-09-01 10:00:00"))
    for large in LARGE:
        service.add_file(
            large.path, large.content, created=paris.seconds(large.date), sum_known=large.checksum
        )
    for path, scene in _PICTURES.items():
        service.add_file(path, png(scene), created=paris.seconds(SUMMER))
    for path, notes in _SOUNDS.items():
        service.add_file(path, wav(notes), created=paris.seconds(WINTER))
    for path, text in _TEXTS.items():
        service.add_file(path, text.encode(), created=paris.seconds("2025-10-03 14:30:00"))
    for text in ("the first of two with one name\n", "the second of two with one name\n"):
        service.add_file("/Odd names/twice.txt", text.encode(), created=paris.seconds(WINTER))
    _fill_documents(service)
    _fill_friend(service)
    _fill_jobs(service)


def _fill_documents(service: Service) -> None:
    made = paris.seconds("2025-09-20 09:00:00")
    service.add_file("/Documents/Contrat signé.pdf", pdf("Contrat signé"), created=made)
    service.add_file("/Documents/coffre.txt", b"1234\n", created=made, password=PASSWORD)
    family = Acl(email=[FRIEND])
    service.add_file("/Documents/pour la famille.txt", b"Bisous\n", created=made, acl=family)
    links = f"This one is gone: {DEAD_LINK}\n"
    service.add_file("/Documents/links.txt", links.encode(), created=made)
    pictures = service.add_folder("/Pictures")
    pictures.public_id = service.state.new_public_id()


def _fill_friend(service: Service) -> None:
    service.add_user(FRIEND, FRIEND_KEY)
    mine = service.main_user.email
    scene = Landscape((120, 190, 230), (250, 240, 210), (110, 150, 80), (255, 230, 140))
    service.add_file("/Album de famille/Pique-nique.png", png(scene), email=FRIEND)
    service.add_folder("/Album de famille", FRIEND).shares = [Share(mine, rw=1)]
    service.add_file("/Press kit/Poster.png", png(scene), email=FRIEND)
    service.add_folder("/Press kit", FRIEND).shares = [Share(mine, hide_links=1)]
    service.add_folder("/Documents").shares = [Share(FRIEND, rw=0)]


def _fill_jobs(service: Service) -> None:
    user: User = service.main_user
    user.cdn_credits = 42.5
    user.vouchers = [
        Voucher("SIMULATEDVOUCHER0000000000000001", "Premium 30 days"),
        Voucher("SIMULATEDVOUCHER0000000000000002", "CDN 100 GB"),
    ]
    job = RemoteJob(service.state.number(), 0, ["https://example.org/missing.iso"], {}, paris.seconds(WINTER))
    job.executed = job.requested + 30
    job.results = [{"status": "KO", "url": job.urls[0], "message": "404 Not Found"}]
    user.jobs[job.id] = job
    service.dirty = True
