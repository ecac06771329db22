"""Label Studio's tasks, made with its SDK from the labelling interface: regions, relations, values, notes."""

import json
from dataclasses import replace
from xml.sax.saxutils import quoteattr

from proof import CODE_POINTS
from said import everything, only
from writing import writer


def linked(proof):
    return only(everything(proof), "links")


def told(proof):
    """A region has choices by their names, and a note."""
    said = only(everything(proof), "attributes", "note")
    words = lambda mark: tuple((n, v) for n, v in mark.attributes if isinstance(v, (str, tuple)))
    return replace(said, marks=[replace(mark, attributes=words(mark), note=mark.note.strip()) for mark in said.marks])


def interface_of(job):
    """The labelling interface that the marks need, and its source."""
    from label_studio_sdk.label_interface import LabelInterface

    layers = sorted({mark.layer for mark in job.said.marks}) or ["claim"]
    roles = sorted({role for mark in job.said.marks for role, _ in mark.links})
    chosen = {}
    for mark in job.said.marks:
        for name, value in mark.attributes:
            chosen.setdefault(name, set()).update([value] if isinstance(value, str) else value)
    each = lambda tag, values: "".join(f"<{tag} value={quoteattr(value)}/>" for value in values)
    choices = "".join(
        f'<Choices name="{name}" toName="text" perRegion="true" choice="multiple">{each("Choice", sorted(values))}</Choices>'
        for name, values in sorted(chosen.items())
    )
    config = f'''<View><Labels name="label" toName="text">{each("Label", layers)}</Labels>{choices}
        <Relations>{each("Relation", roles)}</Relations>
        <Text name="text" value="$text"/></View>'''
    return LabelInterface(config), config


def write(job, results):
    """A task for each text, with one annotation."""
    interface, config = interface_of(job)
    out = []
    for n, (article, text) in enumerate(job.texts.items(), 1):
        result = results(interface, job.said.of(article))
        out.append({"id": n, "data": {"text": text}, "annotations": [{"id": n, "result": result, "completed_by": 1}]})
    job.file("config.xml", config)
    job.file("project-1.json", json.dumps(out))


def region(job, interface, mark):
    [(start, end)] = job.pairs(mark)
    made = interface.get_control("label").label(label=mark.layer, start=start, end=end)
    made.id = mark.id
    return made


@writer("label-studio", "label-studio-sdk, relations", CODE_POINTS, packages=["label-studio-sdk"], says=linked)
def relations(job):
    def results(interface, marks):
        regions = {mark.id: region(job, interface, mark) for mark in marks}
        for mark in marks:
            for role, id in mark.links:
                regions[mark.id].add_relation(regions[id], label=[role])
        made = [each._dict() for each in regions.values()]
        return made + [link for each in regions.values() for link in each._dict_relations()]

    write(job, results)


@writer("label-studio", "label-studio-sdk, values", CODE_POINTS, packages=["label-studio-sdk"], says=told)
def values(job):
    """What is said of a region has its id and its place."""

    def results(interface, marks):
        made = []
        for mark in marks:
            own = region(job, interface, mark)._dict()
            place = {key: own["value"][key] for key in ("start", "end")}
            made.append(own)
            for name, value in mark.values().items():
                said = interface.get_control(name).label(label=value)._dict()
                made.append({**said, "id": mark.id, "value": {**place, **said["value"]}})
            if mark.note:
                own["meta"] = {"text": [mark.note]}
        return made

    write(job, results)
