"""
What was imported of what other programs wrote: read_back.py <proofs> <faults> <folder> <results.json> [pattern]

Beside the files of every case stands what Marginalia said (said.json) and what its project holds then (project.json).
"""

import json
import re
import sys
from pathlib import Path

from cases import cases_of, chosen
from proof import UTF16, Differs
from said import Mark, Said, compare
from writing import load


def found(path, expected):
    """What a project of Marginalia holds. Its articles go by their texts, and the others by their own ids."""
    data = json.loads(path.read_bytes())
    named, left = {}, dict(expected.texts)
    for article in data["articles"]:
        same = next((id for id, text in left.items() if text == article["text"]), None)
        named[article["id"]] = same or f"({article['id']})"
        left.pop(same, None)
    texts = {article["id"]: article["text"] for article in data["articles"]}
    titles = {named[article["id"]]: article["title"] for article in data["articles"]}
    annotators = {each["id"]: each["name"] for each in data.get("annotators", [])}
    marks = []
    for each in data["annotations"]:
        text = texts[each["articleId"]]
        spans = tuple(tuple(UTF16.points(text, part["start"], part["end"])) for part in each["spans"])
        if each["quote"] != " … ".join(text[start:end] for start, end in spans):
            raise Differs(f"“{each['quote']}” is not what stands at {spans}")
        if each["annotatorId"] not in annotators:
            raise Differs(f"nobody is {each['annotatorId']}")
        values = tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in each["attributes"].items())
        links = tuple((role, to["annotation"]) for role, targets in each["roles"].items() for to in targets if "annotation" in to)
        marks.append(Mark(each["id"], named[each["articleId"]], each["layer"], spans, values, each["note"], links))
    return Said({named[id]: text for id, text in texts.items()}, marks, titles)


def attempt(case):
    """How many texts and passages are as they were written, and what is wrong."""
    refused = case.folder / "refused.json"
    if refused.exists():
        return (0, 0), f"it was not written: {json.loads(refused.read_text())}"
    told = json.loads((case.folder / "said.json").read_text("utf-8"))
    expected = case.expects()
    odd = [line for line in told["complaints"] if not any(re.search(known, line) for known in case.writer.odd)]
    if odd or told["code"] > 1:
        return (0, 0), f"Marginalia says: {odd[:3]}"
    if told["format"] not in (None, case.writer.format):
        return (0, 0), f"it was taken for {told['format']}"
    try:
        return compare(found(case.folder / "project.json", expected), expected), None
    except Differs as fault:
        return (0, 0), str(fault)


def main(root, faulty, out, results, only):
    load()
    rows = []
    for writer in chosen(only):
        row = {"format": writer.format, "writer": writer.name, "unit": writer.unit.name if writer.unit else ""}
        row |= {"texts": 0, "spans": 0, "problems": [], "faults": [], "skipped": writer.lacks()}
        rows.append(row)
        if row["skipped"]:
            continue
        row["version"] = writer.version()
        for case in cases_of(writer, root, faulty, out):
            (texts, spans), problem = attempt(case)
            if case.fault:
                row["faults"].append([case.fault, problem is not None, problem])
                continue
            row["texts"] += texts
            row["spans"] += spans
            if problem:
                row["problems"].append(f"{case.name}: {problem}")
    results.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), sys.argv[5] if len(sys.argv) > 5 else "")
