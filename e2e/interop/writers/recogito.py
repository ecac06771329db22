"""What Recogito's text annotator keeps, by its grammar: bodies, and selectors with quote, start and end."""

import json
from dataclasses import replace

from proof import UTF16
from said import everything, kept, only
from writing import writer


def tagged(proof):
    said = kept(only(everything(proof), "note", "spans"))
    return replace(said, marks=[replace(mark, note=mark.note.strip()) for mark in said.marks])


@writer("recogito", "Recogito JSON", UTF16, says=tagged, onto=True, either=True)
def bodies(job):
    """A file for each text, as they are kept with it."""
    for article in job.texts:
        found = []
        for mark in job.said.of(article):
            said = [{"purpose": "tagging", "value": mark.layer}] + [{"purpose": "commenting", "value": mark.note}] * bool(mark.note)
            made = {"creator": {"id": "1", "name": "Ada"}, "created": "2024-05-01T08:00:00.000Z"}
            selectors = [
                {"quote": words, "start": start, "end": end} for (start, end), words in zip(job.pairs(mark), job.said.words(mark))
            ]
            found.append({
                "id": mark.id,
                "bodies": [{"id": f"{mark.id}-{n}", "annotation": mark.id, **body, **made} for n, body in enumerate(said)],
                "target": {"annotation": mark.id, "selector": selectors, **made},
            })
        if found:
            job.file(f"{article}.json", json.dumps(found))
