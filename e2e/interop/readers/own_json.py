"""Marginalia's own file, with nothing but Python's json."""

import json

from proof import UTF16, Reading
from registry import reader


@reader("marginalia-json", name="json (Python)", unit=UTF16)
def marginalia(folder, proof, unit):
    [path] = folder.glob("*.marginalia.json")
    data = json.loads(path.read_bytes())
    texts = {article["id"]: article["text"] for article in data["articles"]}
    spans = [
        proof.cut(unit, each["articleId"], part["start"], part["end"], each["layer"], each["id"], texts[each["articleId"]])
        for each in data["annotations"]
        for part in each["spans"]
    ]
    return Reading(spans, texts, {each["id"] for each in data["annotations"]})
