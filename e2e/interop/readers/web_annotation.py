"""
W3C Web Annotations as linked data: pyld expands the file with the context beside this folder (the terms of the vocabulary
that we use, so that no network is needed), and whatever a context does not know is a fault. Selectors count code points.
"""

import json
from pathlib import Path

from proof import CODE_POINTS, Differs, Reading
from registry import reader

OA = "http://www.w3.org/ns/oa#"
CONTEXT = json.loads((Path(__file__).parent.parent / "anno-context.json").read_bytes())


def offline(url, options):
    if url != "http://www.w3.org/ns/anno.jsonld":
        raise Differs(f"asks for {url}")
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def keys(value):
    """Every key of a JSON value that is no keyword."""
    if isinstance(value, list):
        for each in value:
            yield from keys(each)
    elif isinstance(value, dict):
        yield from (key for key in value if not key.startswith("@"))
        for each in value.values():
            yield from keys(each)


def source(folder):
    [path] = folder.glob("*.jsonld")
    data = json.loads(path.read_bytes())
    unknown = set(keys(data)) - set(CONTEXT["@context"])
    if unknown:
        raise Differs(f"terms that are not of the vocabulary: {sorted(unknown)}")
    return data


def texts(folder):
    return {path.stem: path.read_bytes().decode("utf-8") for path in folder.glob("texts/*.txt")}


def place(proof, unit, found, iri, start, end, exact, before, after, layer, id):
    article = iri.rsplit(":", 1)[1]
    text = found[article]
    span = proof.cut(unit, article, start, end, layer, id.rsplit(":", 1)[1], text)
    if span.quote != exact:
        raise Differs(f"{id}: “{exact}” is “{span.quote}” at its place")
    if not text[: span.start].endswith(before) or not text[span.end :].startswith(after):
        raise Differs(f"{id}: its surroundings are not those of its place")
    return span


@reader("web-annotation", name="PyLD", packages=["pyld"], unit=CODE_POINTS)
def with_pyld(folder, proof, unit):
    from pyld import jsonld

    [collection] = jsonld.expand(source(folder), {"documentLoader": offline})
    one = lambda node, term, key="@value": node[term][0][key] if term in node else ""
    found, spans, ids = texts(folder), [], set()
    pages = collection["http://www.w3.org/ns/activitystreams#first"]
    items = [item for page in pages for item in page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]]
    for item in items:
        if item["@type"] != [f"{OA}Annotation"]:
            raise Differs(f"{item['@id']} is a {item['@type']}")
        if one(item, f"{OA}motivatedBy", "@id") == f"{OA}linking":
            continue
        ids.add(item["@id"].rsplit(":", 1)[1])
        [layer] = [
            one(body, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
            for body in item[f"{OA}hasBody"]
            if one(body, f"{OA}hasPurpose", "@id") == f"{OA}classifying"
        ]
        for target in item[f"{OA}hasTarget"]:
            if f"{OA}hasSelector" not in target:
                continue
            by = {selector["@type"][0]: selector for selector in target[f"{OA}hasSelector"]}
            quote, position = by[f"{OA}TextQuoteSelector"], by[f"{OA}TextPositionSelector"]
            places = [int(one(position, f"{OA}{edge}")) for edge in ("start", "end")]
            words = [one(quote, f"{OA}{part}") for part in ("exact", "prefix", "suffix")]
            spans.append(
                place(proof, unit, found, one(target, f"{OA}hasSource", "@id"), *places, *words, layer, item["@id"])
            )
    return Reading(spans, {id: found[id] for id in proof.texts}, ids)


@reader("web-annotation", name="RDFLib", packages=["rdflib"], unit=CODE_POINTS)
def with_rdflib(folder, proof, unit):
    from rdflib import RDF, Graph, Namespace

    oa = Namespace(OA)
    graph = Graph().parse(data=json.dumps({**source(folder), "@context": CONTEXT["@context"]}), format="json-ld")
    found, spans = texts(folder), []
    one = graph.value
    for id in graph.subjects(RDF.type, oa.Annotation):
        if (id, oa.motivatedBy, oa.linking) in graph:
            continue
        bodies = graph.objects(id, oa.hasBody)
        [layer] = [one(body, RDF.value) for body in bodies if one(body, oa.hasPurpose) == oa.classifying]
        for target in graph.objects(id, oa.hasTarget):
            by = {one(selector, RDF.type): selector for selector in graph.objects(target, oa.hasSelector)}
            if not by:
                continue
            quote, position = by[oa.TextQuoteSelector], by[oa.TextPositionSelector]
            places = [int(one(position, edge)) for edge in (oa.start, oa.end)]
            # Where no text is before or after there is no prefix or suffix.
            words = [str(one(quote, part) or "") for part in (oa.exact, oa.prefix, oa.suffix)]
            spans.append(place(proof, unit, found, str(one(target, oa.hasSource)), *places, *words, str(layer), str(id)))
    return Reading(spans, {id: found[id] for id in proof.texts})
