"""doccano's JSON Lines, by its grammar: places are those of JavaScript's strings."""

import json

from proof import UTF16, Differs, Reading
from registry import reader


def rows(folder, proof):
    [path] = folder.glob("*.jsonl")
    # Rows stand in the order of the articles; doccano's own id is a number.
    with open(path, encoding="utf-8", newline="\n") as lines:
        return list(zip(proof.articles, map(json.loads, lines), strict=True))


@reader("doccano", name="doccano JSONL", unit=UTF16)
def spans(folder, proof, unit):
    labels = {each["text"] for each in json.loads(next(folder.glob("*.labels.json")).read_bytes())}
    found, texts = [], {}
    for article, row in rows(folder, proof):
        texts[article] = row["text"]
        for start, end, label in row["label"]:
            if label not in labels:
                raise Differs(f"{label} is not among the labels to import")
            found.append(proof.cut(unit, article, start, end, label, text=row["text"]))
    return Reading(found, texts)


@reader("doccano-relations", name="doccano JSONL, relations", unit=UTF16)
def relations(folder, proof, unit):
    found, texts, ids = [], {}, set()
    for article, row in rows(folder, proof):
        texts[article] = row["text"]
        entities = {each["id"] for each in row["entities"]}
        links = {each["id"] for each in row["relations"]}
        if len(entities) + len(links) != len(row["entities"]) + len(row["relations"]) or (entities | links) & ids:
            raise Differs(f"{article}: an id stands twice")
        ids |= entities | links
        for each in row["relations"]:
            if each["from_id"] not in entities or each["to_id"] not in entities:
                raise Differs(f"{article}: {each} points at nothing")
        for each in row["entities"]:
            found.append(
                proof.cut(unit, article, each["start_offset"], each["end_offset"], each["label"], text=row["text"])
            )
    return Reading(found, texts)
