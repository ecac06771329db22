"""
Reads every export with every reader and says what was found: run.py <proofs> <faults> <results.json> [pattern]

Exports stand in <proofs>/<project>/<format>/, beside <proofs>/<project>/expected.json. In <faults> stand exports of
projects that are not what their expected.json says: readers that find nothing wrong with them are of no use.
"""

import json
import logging
import os
import re
import shutil
import sys
import time
import traceback
import warnings
from pathlib import Path

import faults
from proof import Differs, Proof, compare
from registry import READERS, load

SHIFTED, RECOUNTED = "a place is one character off", "places are counted in another unit"


def attempt(reader, proof, folder):
    """How many passages a reader was asked for and found where they are, and what is wrong."""
    try:
        reading = reader.read(folder, proof, reader.unit)
        if reading is None:
            return 0, None
        expected = reader.expects(proof, folder) if reader.expects else proof.spans()
        texts = reader.texts(proof) if reader.texts else proof.texts
        roles = reader.roles(proof) if reader.roles else proof.role_spans()
        return compare(reading, expected, roles, texts, set(proof.annotations)), None
    except Differs as fault:
        return 0, str(fault)
    except Exception as fault:
        if os.environ.get("INTEROP_TRACE"):
            traceback.print_exc()
        return 0, f"{type(fault).__name__}: {fault}"


def planted(reader, format, whole, bad, scratch):
    """Every fault, and whether the reader noticed it."""
    for proof in bad if not reader.files else []:
        if (proof.folder / format).exists():
            yield proof.name, attempt(reader, proof, proof.folder / format)[1] is not None
    moved = {SHIFTED: faults.shifted(), RECOUNTED: faults.recounted(reader.unit, whole.texts)}
    move = lambda place: lambda folder: faults.rewrite(format, folder, whole.articles, place)
    for name, spoil in (reader.spoils or {name: move(place) for name, place in moved.items()}).items():
        folder = scratch / format
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole.folder / format, folder)
        problem = attempt(reader, whole, folder)[1]
        if problem:
            raise RuntimeError(f"{format}, {reader.name} refuses a mere copy: {problem}")
        if spoil(folder):
            yield name, attempt(reader, whole, folder)[1] is not None


def main(root, faulty, out, only):
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    load()
    proofs = [Proof(folder) for folder in sorted(root.iterdir())]
    bad = [Proof(folder) for folder in sorted(faulty.iterdir())]
    golden = next(proof for proof in proofs if proof.name == "golden")
    scratch = Path(os.environ["INTEROP_SCRATCH"])
    results = []
    for reader, format in sorted(((r, f) for r in READERS for f in r.formats), key=lambda pair: (pair[1], pair[0].name)):
        if not re.search(only, f"{format} {reader.name}"):
            continue
        row = {"format": format, "reader": reader.name, "unit": reader.unit.name, "spans": 0, "problems": [], "faults": []}
        results.append(row)
        here = [proof for proof in proofs if (proof.folder / format).exists()]
        row["skipped"] = reader.lacks() or (None if here else "this version writes no such format")
        if row["skipped"]:
            continue
        row["version"] = reader.version()
        began = time.monotonic()
        for proof in here:
            spans, problem = attempt(reader, proof, proof.folder / format)
            row["spans"] += spans
            if problem:
                row["problems"].append(f"{proof.name}: {problem}")
        if not row["problems"]:
            row["faults"] = list(planted(reader, format, golden, bad, scratch / "planted"))
        print(f"{format}, {reader.name}: {time.monotonic() - began:.1f} s", flush=True)
    read = {format for reader in READERS for format in reader.formats}
    for format in sorted({folder.name for folder in golden.folder.iterdir() if folder.is_dir()} - read):
        row = {"format": format, "reader": "none", "unit": "", "spans": 0, "problems": [], "faults": []}
        results.append({**row, "skipped": "no reader has been written for it"})
    out.write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), sys.argv[4] if len(sys.argv) > 4 else "")
