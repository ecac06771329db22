"""
Reads every export with every reader and says what was found: run.py <folder of proofs> <results.json>

Exports stand in <proof>/<format>/, beside <proof>/expected.json.
"""

import json
import logging
import os
import sys
import time
import traceback
import warnings
from pathlib import Path

from proof import Differs, Proof, compare
from registry import READERS, load


def check(reader, format, proof, folder, unit=None):
    """How many passages a reader was asked for and found where they are."""
    reading = reader.read(folder, proof, unit or reader.unit)
    if reading is None:
        return 0
    expected = reader.expects(proof, folder) if reader.expects else proof.spans()
    texts = reader.texts(proof) if reader.texts else proof.texts
    return compare(reading, expected, texts, set(proof.annotations))


def attempt(reader, format, proof, folder, unit=None):
    """The number of passages, or what is wrong."""
    try:
        return check(reader, format, proof, folder, unit), None
    except Differs as fault:
        return 0, str(fault)
    except Exception as fault:
        if os.environ.get("INTEROP_TRACE"):
            traceback.print_exc()
        return 0, f"{type(fault).__name__}: {fault}"


def main(root, out):
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    load()
    proofs = [Proof(folder) for folder in sorted(root.iterdir()) if (folder / "expected.json").exists()]
    results = []
    for reader in READERS:
        why = reader.lacks()
        for format in reader.formats:
            row = {"format": format, "reader": reader.name, "unit": reader.unit.name, "spans": 0, "problems": []}
            results.append(row)
            here = [proof for proof in proofs if (proof.folder / format).exists()]
            row["skipped"] = why or (None if here else "this version has no such format")
            if row["skipped"]:
                continue
            row["version"] = reader.version()
            began = time.monotonic()
            for proof in here:
                spans, problem = attempt(reader, format, proof, proof.folder / format)
                row["spans"] += spans
                if problem:
                    row["problems"].append(f"{proof.name}: {problem}")
            print(f"{format} · {reader.name} · {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
    out.write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
