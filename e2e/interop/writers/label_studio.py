"""Label Studio's tasks, made with its SDK from the labelling interface."""

import json

from dataclasses import replace

from proof import CODE_POINTS
from said import everything, only
from writing import writer

CONFIG = '<View><Labels name="label" toName="text">{labels}</Labels><Relations>{relations}</Relations><Text name="text" value="$text"/></View>'


def linked(proof):
    """Links that name what they are."""
    return only(everything(proof), "links")


@writer("label-studio", "label-studio-sdk", CODE_POINTS, packages=["label-studio-sdk"], says=linked)
def tasks(job):
    from label_studio_sdk.label_interface import LabelInterface
    from label_studio_sdk.label_interface.objects import AnnotationValue
    from label_studio_sdk.label_interface.region import Region

    layers = sorted({mark.layer for mark in job.said.marks}) or ["claim"]
    roles = sorted({role for mark in job.said.marks for role, _ in mark.links})
    each = lambda name, values: "".join(f'<{name} value="{value}"/>' for value in values)
    config = CONFIG.format(labels=each("Label", layers), relations=each("Relation", roles))
    interface = LabelInterface(config)
    control = interface.get_control("label")
    out = []
    for n, (article, text) in enumerate(job.texts.items(), 1):
        regions = {}
        for mark in job.said.of(article):
            [(start, end)] = job.pairs(mark)
            [words] = job.said.words(mark)
            regions[mark.id] = control.label(label=mark.layer, start=start, end=end)
            regions[mark.id].id = mark.id
        for mark in job.said.of(article):
            for role, id in mark.links:
                regions[mark.id].add_relation(regions[id], label=[role])
        result = [region._dict() for region in regions.values()]
        result += [link for region in regions.values() for link in region._dict_relations()]
        out.append({"id": n, "data": {"text": text}, "annotations": [{"id": n, "result": result, "completed_by": 1}]})
    job.file("config.xml", config)
    job.file("project-1.json", json.dumps(out))
