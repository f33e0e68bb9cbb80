"""The list of what a release holds, for machines: CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/"""

import json
import re
import time
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from fichier_gui import identity
from fichier_gui.domain.parts import Part

FORMAT = "1.6"
_EXPRESSION = re.compile(r"\b(AND|OR|WITH)\b")
_IDENTIFIER = re.compile(r"[A-Za-z0-9.+-]+")
DEBIAN = "https://tracker.debian.org/pkg/"

Json = Mapping[str, Any]


def sbom(parts: Iterable[Part], date: int) -> str:
    """The document. ``date``: seconds since 1970; the same parts and date give the same text."""
    listed = [_component(part) for part in parts]
    own = f"pkg:pypi/{identity.NAME}@{identity.VERSION}"
    content = json.dumps([own, listed], sort_keys=True)
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": FORMAT,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(date)),
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": identity.NAME,
                "version": identity.VERSION,
                "description": identity.SUMMARY,
                "licenses": _licences(identity.LICENCE),
                "purl": own,
            },
        },
        "components": listed,
        "dependencies": [{"ref": own, "dependsOn": [each["bom-ref"] for each in listed]}],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _component(part: Part) -> Json:
    address = _address(part)
    told = {
        "type": "library",
        "bom-ref": address,
        "name": part.name,
        "version": part.version,
        "licenses": _licences(part.licence),
        "purl": address,
    }
    if part.page:
        told["externalReferences"] = [{"type": "website", "url": part.page}]
    return told


def _address(part: Part) -> str:
    """A package URL: https://github.com/package-url/purl-spec"""
    if part.page.startswith(DEBIAN):
        version = part.version.replace(":", "%3A").replace("+", "%2B")
        return f"pkg:deb/debian/{part.name}@{version}"
    if part.name in ("Python", "OpenSSL", "LibreSSL"):
        return f"pkg:generic/{part.name.lower()}@{part.version}"
    return f"pkg:pypi/{re.sub(r'[-_.]+', '-', part.name).lower()}@{part.version}"


def _licences(licence: str) -> list[Json]:
    if _EXPRESSION.search(licence):
        return [{"expression": licence}]
    kind = "id" if _IDENTIFIER.fullmatch(licence) else "name"
    return [{"license": {kind: licence}}]
