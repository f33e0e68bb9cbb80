"""The queue: journal, scheduler, upload, download, checksum. Speaks to the service through ports."""
