"""The typed 1fichier client: wire shapes, faults, request budget, bodies. The only importer of httpx."""
