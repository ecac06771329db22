"""doccano's JSON Lines, by their grammar: places as a browser counts them, and as a program in Python does."""

import json

from proof import CODE_POINTS, UTF16
from said import everything, only
from writing import writer


def linked(proof):
    return only(everything(proof), "links")


def rows(job, row):
    lines = [json.dumps({"id": n, "text": job.texts[article], **row(article)}) for n, article in enumerate(job.texts, 1)]
    if lines:
        job.file("all.jsonl", "\n".join(lines))


def labels(job):
    rows(job, lambda article: {
        "label": [[*pair, mark.layer] for mark in job.said.of(article) for pair in job.pairs(mark)],
        "Comments": [],
    })


writer("doccano", "doccano JSONL", UTF16)(labels)
# What places count is only told by where words begin and end, of which one project has nothing.
WORDS = ("controls", "crlf", "golden", "lost", "quiet", "sample", "scripts", "shapes")
writer(
    "doccano",
    "doccano JSONL, by Python",
    CODE_POINTS,
    odd=["offsets count (?:code points|grapheme clusters)"],
    projects=WORDS,
    either=True,
)(labels)


@writer("doccano", "doccano JSONL, relations", UTF16, says=linked)
def relations(job):
    number = {mark.id: n for n, mark in enumerate(job.said.marks, 100)}

    def row(article):
        marks = job.said.of(article)
        entities = []
        for mark in marks:
            [(start, end)] = job.pairs(mark)
            entities.append({"id": number[mark.id], "label": mark.layer, "start_offset": start, "end_offset": end})
        found = [(mark.id, role, id) for mark in marks for role, id in mark.links]
        links = [
            {"id": n, "from_id": number[one], "to_id": number[other], "type": role}
            for n, (one, role, other) in enumerate(found, 1)
        ]
        return {"entities": entities, "relations": links, "Comments": []}

    rows(job, row)
