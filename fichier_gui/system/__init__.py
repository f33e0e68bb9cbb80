"""The machine: key ring, settings file, paths, volumes, instances, logs."""
