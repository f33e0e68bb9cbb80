"""From the settings to what the network layer and the queue are told."""

from pathlib import Path

from fichier_gui.api.options import NetworkOptions
from fichier_gui.domain.settings import ProxyMode, Settings
from fichier_gui.domain.speed_limits import LimitsInForce
from fichier_gui.domain.week import Pace
from fichier_gui.identity import NAME, VERSION
from fichier_gui.transfers.limits import QueueLimits


def network_options(settings: Settings, ca_file: Path | None) -> NetworkOptions:
    """How connections are made."""
    manual = settings.proxy_mode is ProxyMode.MANUAL and settings.proxy_url.strip()
    return NetworkOptions(
        family=settings.address_family,
        proxy_url=settings.proxy_url.strip() if manual else None,
        trust_system_proxy=settings.proxy_mode is ProxyMode.SYSTEM,
        timeout=float(settings.timeout_seconds),
        ca_file=ca_file,
        user_agent=f"{NAME}/{VERSION}",
    )


def queue_limits(settings: Settings, speed: LimitsInForce) -> QueueLimits:
    """What the queue may do at once."""
    is_off = speed.pace is Pace.OFF
    return QueueLimits(
        uploads=settings.parallel_uploads,
        downloads=settings.parallel_downloads,
        segments=settings.download_segments,
        upload_rate=speed.upload,
        download_rate=speed.download,
        is_off=is_off,
        off_until=speed.until if is_off else None,
        verify_uploads=settings.verify_uploads,
        verify_downloads=settings.verify_downloads,
    )
