"""Plain frozen types and pure rules: no I/O, no third-party import."""
