"""One article a line, with pandas and with datasets."""

import os
import tempfile

from proof import CODE_POINTS, Differs, Reading
from registry import reader


def reading(rows, proof, unit):
    """Rows as every library gives them: dicts of lists of dicts."""
    spans, roles, texts, ids = [], [], {}, set()

    def cut(row, each, layer, part):
        span = proof.cut(unit, row["id"], part["start"], part["end"], layer, each["id"], row["text"])
        if span.quote != part["quote"]:
            raise Differs(f"{each['id']}: {part} is “{span.quote}”")
        return span

    for row in rows:
        texts[row["id"]] = row["text"]
        for each in row["annotations"]:
            ids.add(each["id"])
            spans += [cut(row, each, each["layer"], part) for part in each["spans"]]
            for role in each["roles"]:
                roles += [cut(row, each, f"{each['layer']}.{role['role']}", part) for part in role["spans"]]
    return Reading(spans, texts, ids, roles)


@reader("jsonl", name="pandas.read_json", packages=["pandas"], unit=CODE_POINTS)
def with_pandas(folder, proof, unit):
    import pandas

    [path] = folder.glob("*.jsonl")
    # Its own guess would make dates of what looks like dates.
    table = pandas.read_json(path, lines=True, dtype=False, convert_dates=False, encoding="utf-8")
    return reading(table.to_dict("records"), proof, unit)


@reader("jsonl", name="datasets.load_dataset (its card)", packages=["datasets"], unit=CODE_POINTS)
def with_datasets(folder, proof, unit):
    from datasets import load_dataset

    if not proof.articles:
        return Reading([], {}, set())  # datasets refuses a file without rows
    cache = tempfile.mkdtemp(dir=os.environ["INTEROP_SCRATCH"])  # it takes files of the same name for the same
    rows = load_dataset(str(folder), split="train", cache_dir=cache)
    return reading(rows, proof, unit)
