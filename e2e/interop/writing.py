"""Every writer: a function that writes what a project holds with a library, or by a grammar, and shares no code with us."""

from dataclasses import dataclass
from pathlib import Path

from registry import Registered, load_from
from said import Said, passages

WRITERS = []


@dataclass
class Job:
    """What a writer is to write, and where."""

    said: Said
    folder: Path
    unit: object
    move: object

    @property
    def texts(self):
        return self.said.texts

    def place(self, article, start, end):
        """A place in code points as the writer's format counts it."""
        return self.unit.count(self.texts[article], *self.move(article, start, end))

    def pairs(self, mark):
        """The places of a mark, as the writer's format counts them."""
        return [self.place(mark.article, start, end) for start, end in mark.spans]

    def file(self, name, data):
        """Writes a file of the folder: bytes, or text as UTF-8 with its line ends as they are."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return path


@dataclass
class Writer(Registered):
    format: str
    name: str
    packages: tuple
    unit: object
    write: object
    says: object
    becomes: object
    odd: tuple
    projects: tuple
    onto: bool
    either: bool
    needs: object = None


def writer(format, name, unit, packages=(), says=passages, becomes=lambda said: said, odd=(), projects=(), onto=False, either=False):
    """
    Registers a function (job) that writes into job.folder what is then imported, as files of this format are. "articles"
    are imported as such. Its libraries are imported inside it.

    `says(proof)` is what the files can say of a project, and `becomes(said)` what is to be read of that, where white space
    and the like have no meaning in them. `odd`: patterns of what the import says of them all the same.
    `unit`: None where words alone tell the places.
    `projects`: only these. `onto`: the texts are in the project before, as the files do not hold them. `either`: the files
    say by their words what places count, so that another unit is no fault.
    """

    def register(write):
        WRITERS.append(Writer(format, name, tuple(packages), unit, write, says, becomes, tuple(odd), tuple(projects), onto, either))
        return write

    return register


def load():
    """Loads every module of writers."""
    load_from("writers")
