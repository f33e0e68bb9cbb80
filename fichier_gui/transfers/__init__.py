"""The queue: journal, scheduler, upload, download, checksum. Speaks to the service through ports."""

from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.credits import Purse
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.queue import TransferQueue

__all__ = ["Journal", "Purse", "QueueLimits", "TransferQueue", "find_checksums"]
