"""What is written by whom: every writer and every project it can write, and the same with something wrong in it."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import faults
from proof import CODE_POINTS, UTF16, Proof
from writing import WRITERS

FAR = "a place is three characters off"
SHIFTED, RECOUNTED = "a place is one character off", "places are counted in another unit"


@dataclass
class Case:
    """A folder of files of a writer, and what should be in it; with a `fault` something else is."""

    writer: object
    name: str
    fault: str | None
    folder: Path
    says: object
    expects: object
    unit: object
    move: object


def stay(article, start, end):
    return start, end


def chosen(only):
    """The writers that a pattern means, by the names of their formats."""
    named = [each for each in WRITERS if re.search(only, f"{each.format} {each.name}")]
    return sorted(named, key=lambda each: (each.format == "articles", each.format, each.name))


def cases_of(writer, root, faulty, out):
    """Every case of a writer. Fresh ones each time: a fault moves only the first place it is asked for."""
    proofs = [Proof(folder) for folder in sorted(root.iterdir())]
    golden = next(proof for proof in proofs if proof.name == "golden")
    home = out / re.sub(r"[^\w.-]+", "-", f"{writer.format} {writer.name}")

    def case(name, says, right, fault=None, unit=writer.unit, move=stay):
        expects = lambda: writer.becomes(right())
        return Case(writer, name, fault, home / re.sub(r"[^\w.-]+", "-", name), says, expects, unit, move)

    for proof in proofs:
        if not writer.projects or proof.name in writer.projects:
            says = lambda proof=proof: writer.says(proof)
            yield case(proof.name, says, says)
    if writer.format == "articles":
        for fault, spoil in SPOILT.items():
            yield case(fault, lambda spoil=spoil: spoil(writer.says(golden)), lambda: writer.says(golden), fault)
        return
    for folder in sorted(faulty.iterdir()):
        right, wrong = Proof(folder), Proof(folder, "plain.json")
        yield case(right.name, lambda wrong=wrong: writer.says(wrong), lambda right=right: writer.says(right), right.name)
    if writer.unit is None:
        return
    other = UTF16 if writer.unit is CODE_POINTS else CODE_POINTS
    whole = lambda: writer.says(golden)
    if writer.either:
        # One off may be right in the other unit.
        yield case(FAR, whole, whole, FAR, move=faults.shifted(by=3))
    else:
        yield case(SHIFTED, whole, whole, SHIFTED, move=faults.shifted())
        yield case(RECOUNTED, whole, whole, RECOUNTED, unit=other)


def spoilt(change):
    """A fault of the last text."""

    def spoil(said):
        id, text = list(said.texts.items())[-1]
        return replace(said, texts={**said.texts, id: change(text)})

    return spoil


def lacking(said):
    """The last text is not there."""
    return replace(said, texts=dict(list(said.texts.items())[:-1]))


SPOILT = {
    "two letters change places": spoilt(lambda text: re.sub(r"(\w)(?!\1)([^\W\d_])", r"\2\1", text, count=1)),
    "the last word is missing": spoilt(lambda text: text[:-6]),
    "an article is missing": lacking,
}
