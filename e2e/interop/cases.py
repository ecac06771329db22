"""What is written by whom: every writer and every project it can write, and the same with something wrong in it."""

import re
from dataclasses import dataclass
from pathlib import Path

import faults
from proof import CODE_POINTS, UTF16, Proof
from said import Said
from writing import WRITERS

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
    yield case(SHIFTED, whole, whole, SHIFTED, move=faults.shifted())
    if not writer.either:
        yield case(RECOUNTED, whole, whole, RECOUNTED, unit=other)


def misspelt(said: Said):
    """The first letter of the last text is another."""
    id, text = list(said.texts.items())[-1]
    return Said({**said.texts, id: re.sub("[a-y]", lambda m: chr(ord(m[0]) + 1), text, count=1)}, said.marks, said.titles)


def shortened(said: Said):
    """The last text lacks its last word."""
    id, text = list(said.texts.items())[-1]
    return Said({**said.texts, id: text.rsplit(" ", 1)[0]}, said.marks, said.titles)


def lacking(said: Said):
    """The last text is not there."""
    id, _ = list(said.texts.items())[-1]
    return Said({key: text for key, text in said.texts.items() if key != id}, said.marks, said.titles)


SPOILT = {"another letter in a text": misspelt, "a word is missing": shortened, "an article is missing": lacking}
