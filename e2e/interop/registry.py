"""Every reader: a function that reads an export with a library, or by a grammar, and shares no code with us."""

import importlib
import importlib.metadata
import pkgutil
from dataclasses import dataclass

READERS = []


class Registered:
    """A reader or writer: what it needs to run."""

    # The version of what is no package of Python.
    release = None

    def version(self):
        """The versions of its packages; by a grammar there are none."""
        return self.release or ", ".join(importlib.metadata.version(package) for package in self.packages) or "by grammar"

    def lacks(self):
        """Why it cannot run here, or None."""
        for package in self.packages:
            try:
                importlib.metadata.version(package)
            except importlib.metadata.PackageNotFoundError:
                return f"{package} is not installed"
        return self.needs() if self.needs else None


@dataclass
class Reader(Registered):
    formats: tuple
    name: str
    packages: tuple
    unit: object
    read: object
    expects: object
    texts: object
    roles: object
    needs: object
    files: bool
    spoils: dict
    release: str


def reader(*formats, name, packages=(), unit, expects=None, texts=None, roles=None, needs=None, files=False, spoils=None, release=None):
    """
    Registers a function (folder, proof, unit) -> Reading for these formats. Its libraries are imported inside it.

    `expects(proof, folder)`, `texts(proof)` and `roles(proof)` say what is to be found where a format cannot carry a
    passage or a text as it is. `needs()` says why it cannot run here. `files`: it looks at files, and not at what they say.
    `spoils`: the faults to plant in place of moved places, by name; each changes a folder, and says whether it could.
    `release`: the version of what is no package of Python.
    """

    def register(read):
        READERS.append(Reader(formats, name, tuple(packages), unit, read, expects, texts, roles, needs, files, spoils, release))
        return read

    return register


def load():
    """Loads every module of readers."""
    load_from("readers")


def load_from(package):
    """Loads every module of a package, each of which registers what is in it."""
    for info in pkgutil.iter_modules(importlib.import_module(package).__path__):
        importlib.import_module(f"{package}.{info.name}")
