"""The typed 1fichier client: wire shapes, faults, request budget, bodies. The only importer of httpx.

Its modules are imported by name: who needs an address loads no client. httpx, python-socks and the TLS
context come with the first request.
"""
