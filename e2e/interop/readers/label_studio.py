"""Label Studio's tasks, by their grammar, and checked by Label Studio's own SDK against the labelling interface."""

import json

from proof import CODE_POINTS, Differs, Reading
from registry import reader


def main_file(folder):
    [path] = [path for path in folder.glob("*.json") if path.name != "losses.json" and ".codebook." not in path.name]
    return path


def tasks(folder, proof):
    return list(zip(proof.articles, json.loads(main_file(folder).read_bytes()), strict=True))


@reader("label-studio", name="Label Studio JSON", unit=CODE_POINTS)
def regions(folder, proof, unit):
    spans, texts = [], {}
    for article, task in tasks(folder, proof):
        text = texts[article] = task["data"]["text"]
        for result in (result for each in task["annotations"] for result in each["result"]):
            if result["type"] == "relation":
                continue
            value = result["value"]
            if "start" not in value:
                continue
            labels = value.get("labels", [None])
            span = proof.cut(unit, article, value["start"], value["end"], labels[0], text=text)
            if result["type"] == "labels":
                spans.append(span)
                if span.quote != value["text"]:
                    raise Differs(f"{result['id']}: its text is not its place")
    return Reading(spans, texts)


@reader("label-studio", name="label-studio-sdk", packages=["label-studio-sdk"], unit=CODE_POINTS)
def with_sdk(folder, proof, unit):
    from label_studio_sdk.label_interface import LabelInterface

    config = next(folder.glob("*.xml")).read_text(encoding="utf-8")
    interface = LabelInterface(config)
    interface.validate()
    for article, task in tasks(folder, proof):
        # The SDK tells what is wrong of predictions only; they are checked as annotations are.
        errors = [error for each in task["annotations"] for error in interface.validate_prediction(each, return_errors=True)]
        if errors or task["data"].keys() != {"text"}:
            raise Differs(f"{article}: {errors[:2]}")
    return regions(folder, proof, unit)
