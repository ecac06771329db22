"""W3C Web Annotations as linked data: the same annotations in the shapes that JSON-LD leaves open, by PyLD and RDFLib."""

import json

from dataclasses import replace
from pathlib import Path

from proof import CODE_POINTS
from said import everything, kept, only
from writing import writer

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
BASE = "https://example.org/"


def annotated(proof):
    """An annotation has passages, a comment, and words for its values; a link names what it is by its body."""
    said = kept(only(everything(proof), "note", "spans"))
    return replace(said, marks=[replace(mark, note=mark.note.strip()) for mark in said.marks])


def page(job):
    """An annotation page in the plain form of the model."""
    items = []
    for mark in job.said.marks:
        text, targets = job.texts[mark.article], []
        for (start, end), words, (first, last) in zip(mark.spans, job.said.words(mark), job.pairs(mark)):
            quote = {"type": "TextQuoteSelector", "exact": words, "prefix": text[max(0, start - 10) : start], "suffix": text[end : end + 10]}
            place = {"type": "TextPositionSelector", "start": first, "end": last}
            targets.append({"type": "SpecificResource", "source": f"{BASE}{mark.article}", "selector": [quote, place]})
        bodies = [{"type": "TextualBody", "purpose": "classifying", "value": mark.layer}]
        if mark.note:
            bodies.append({"type": "TextualBody", "purpose": "commenting", "value": mark.note})
        own = {"id": f"{BASE}annotations/{mark.id}", "type": "Annotation", "motivation": "classifying"}
        items.append({**own, "body": bodies, "target": targets})
    return {"@context": CONTEXT, "id": f"{BASE}page", "type": "AnnotationPage", "items": items}


def offline(url, options=None):
    """The context of the model, from beside: nothing is asked of any network."""
    assert url == CONTEXT
    document = json.loads(Path(__file__).parent.parent.joinpath("anno-context.json").read_bytes())
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


SHAPES = {"packages": ["PyLD"], "says": annotated, "onto": True}


@writer("web-annotation", "json, as the model has it", CODE_POINTS, says=annotated, onto=True)
def plain(job):
    job.file("page.jsonld", json.dumps(page(job)))


@writer("web-annotation", "PyLD, compacted", CODE_POINTS, **SHAPES)
def compacted(job):
    """Lists of one are no lists, and what is a list of annotations is a graph."""
    from pyld import jsonld

    how = {"documentLoader": offline}
    expanded = jsonld.expand(page(job), how)
    job.file("page.jsonld", json.dumps(jsonld.compact(expanded, CONTEXT, how)))


@writer("web-annotation", "PyLD, expanded", CODE_POINTS, **SHAPES)
def expanded(job):
    """Every term an address, every value in a list."""
    from pyld import jsonld

    job.file("page.jsonld", json.dumps(jsonld.expand(page(job), {"documentLoader": offline})))


@writer("web-annotation", "PyLD, flattened", CODE_POINTS, **SHAPES)
def flattened(job):
    """Everything by itself in one list, and named where it is used."""
    from pyld import jsonld

    job.file("page.jsonld", json.dumps(jsonld.flatten(page(job), CONTEXT, {"documentLoader": offline})))


@writer("web-annotation", "PyLD, framed", CODE_POINTS, **SHAPES)
def framed(job):
    """Annotations by themselves, with all that is theirs within."""
    from pyld import jsonld

    frame = {"@context": CONTEXT, "type": "Annotation"}
    if job.said.marks:
        job.file("page.jsonld", json.dumps(jsonld.frame(page(job), frame, {"documentLoader": offline})))


@writer("web-annotation", "RDFLib, a graph", CODE_POINTS, packages=["PyLD", "rdflib"], says=annotated, onto=True)
def graph(job):
    """What a store of linked data gives: nodes, with names of its own for those that had none."""
    import rdflib
    from pyld import jsonld

    quads = jsonld.to_rdf(page(job), {"documentLoader": offline, "format": "application/n-quads"})
    job.file("page.jsonld", rdflib.Dataset().parse(data=quads, format="nquads").serialize(format="json-ld"))
