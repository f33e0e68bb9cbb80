"""The window. PySide6 and qasync live below this package and nowhere else."""
