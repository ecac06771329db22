"""Marginalia's own file, with nothing but Python's json."""

import json

from proof import UTF16, Reading
from registry import reader


@reader("marginalia-json", name="json (Python)", unit=UTF16)
def marginalia(folder, proof, unit):
    [path] = folder.glob("*.marginalia.json")
    data = json.loads(path.read_bytes())
    texts = {article["id"]: article["text"] for article in data["articles"]}
    def cut(each, layer, part):
        article = each["articleId"]
        return proof.cut(unit, article, part["start"], part["end"], layer, each["id"], texts[article])

    rows = data["annotations"]
    spans = [cut(each, each["layer"], part) for each in rows for part in each["spans"]]
    roles = [
        cut(each, f"{each['layer']}.{role}", part)
        for each in rows
        for role, targets in each["roles"].items()
        for target in targets
        for part in target.get("spans", [])
    ]
    return Reading(spans, texts, {each["id"] for each in rows}, roles)
