"""Tables and lines, with R, as a statistician loads them; it cuts the passages itself."""

import functools
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from proof import CODE_POINTS, Differs
from readers.csv_table import passages
from readers.dataset import joined
from readers.json_lines import reading
from registry import reader

SCRIPT = Path(__file__).parent.parent / "r" / "read.R"
# R takes what it reads for the system's encoding, which is ASCII where no locale is set.
SURROUNDINGS = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(*arguments):
    return subprocess.run(["Rscript", *arguments], capture_output=True, env=SURROUNDINGS, check=False)


@functools.cache
def missing():
    """Why R cannot read here, or None."""
    if shutil.which("Rscript") is None:
        return "R is not installed"
    return "R has no jsonlite" if run("-e", "library(jsonlite)").returncode else None


RELEASE = shutil.which("Rscript") and run("-e", "cat(R.version$major, R.version$minor, sep = '.')").stdout.decode()


def read(kind, folder):
    done = run(SCRIPT, kind, folder)
    if done.returncode:
        raise Differs(done.stderr.decode("utf-8").strip())
    return json.loads(done.stdout)


@reader("dataset", "dataset-pseudonymous", name="R, jsonlite", unit=CODE_POINTS, needs=missing, release=RELEASE)
def tables(folder, proof, unit):
    found = read("dataset", folder)
    for row in found["spans"]:
        if row["cut"] != row["quote"]:
            raise Differs(f"{row['annotation_id']}: R cuts “{row['cut']}” for “{row['quote']}”")
    return joined(proof, unit, found["articles"], found["annotations"], found["spans"], found["links"])


@reader("jsonl", name="R, jsonlite", unit=CODE_POINTS, needs=missing, release=RELEASE)
def lines(folder, proof, unit):
    return reading(read("jsonl", folder)["rows"], proof, unit)


@reader("csv", name="R, read.csv", unit=CODE_POINTS, needs=missing, release=RELEASE)
def csv(folder, proof, unit):
    # R ends a line at every return, within quotes as well, and writes a line feed for it.
    return passages(read("csv", folder)["rows"], proof, unit, lambda quote: re.sub("\r\n?", "\n", quote))
