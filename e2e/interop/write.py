"""
Writes projects as other programs do: write.py <proofs> <faults> <folder> <cases.json> [pattern]

Leaves <folder>/<writer>/<project>/files, and in <cases.json> what is to be imported as what.
"""

import json
import logging
import os
import shutil
import sys
import traceback
import warnings
from pathlib import Path

from cases import cases_of, chosen
from writing import Job, load


def write(case):
    """Writes a case. Whatever its program has against it is kept as <case>/refused.json."""
    files = case.folder / "files"
    files.mkdir(parents=True)
    said = case.says()
    try:
        case.writer.write(Job(said, files, case.unit, case.move))
    except Exception as fault:
        if os.environ.get("INTEROP_TRACE"):
            traceback.print_exc()
        (case.folder / "refused.json").write_text(json.dumps(f"{type(fault).__name__}: {fault}"))
        return None
    texts = None
    if case.writer.onto and said.texts:
        rows = [{"id": id, "title": id, "url": f"https://example.org/{id}", "text": text} for id, text in said.texts.items()]
        texts = case.folder / "texts.jsonl"
        texts.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return {"folder": str(case.folder), "articles": case.writer.format == "articles", "texts": texts and str(texts)}


def main(root, faulty, out, cases, only):
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    load()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    written = []
    for writer in chosen(only):
        if not writer.lacks():
            written += [case for case in map(write, cases_of(writer, root, faulty, out)) if case]
            print(f"{writer.format}, {writer.name}: written", flush=True)
    cases.write_text(json.dumps(written))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), sys.argv[5] if len(sys.argv) > 5 else "")
