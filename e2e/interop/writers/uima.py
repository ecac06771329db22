"""UIMA CAS with dkpro-cassis, in layers as INCEpTION has them: features, slots with roles, tokens and sentences."""

import re

from dataclasses import replace

from proof import CODE_POINTS
from readers.uima import safe
from said import everything, only
from writing import writer

TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
LINK = "webanno.custom.LinkTo"
KINDS = {str: "uima.cas.String", int: "uima.cas.Integer", bool: "uima.cas.Boolean", tuple: "uima.cas.StringArray"}


def says(proof):
    """A CAS annotation is one passage. Features have names that Java could have."""
    said = only(everything(proof), "attributes", "links")
    return replace(said, marks=[replace(m, attributes=tuple((n.replace("-", "_"), v) for n, v in m.attributes)) for m in said.marks])


def named(said):
    """Such names are told to be those of the codebook, which has words for yes and no."""
    word = lambda value: str(value).lower() if isinstance(value, bool) else value
    names = lambda mark: tuple((name.replace("_", "-"), word(value)) for name, value in mark.attributes)
    return replace(said, marks=[replace(mark, attributes=names(mark)) for mark in said.marks])


def in_xml(proof):
    said = says(proof)
    return replace(said, texts={id: safe(text) for id, text in said.texts.items()})


def documents(job):
    """Every text as a CAS, in the type system of the project, which cassis makes."""
    from cassis import Cas, TypeSystem

    types = TypeSystem()
    for name in (TOKEN, SENTENCE):
        types.create_type(name, supertypeName="uima.tcas.Annotation")
    link = types.create_type(LINK, supertypeName="uima.cas.TOP")
    types.create_feature(link, "role", "uima.cas.String")
    types.create_feature(link, "target", "uima.tcas.Annotation")
    kinds = {}
    for mark in job.said.marks:
        if mark.layer not in kinds:
            kinds[mark.layer] = types.create_type(f"webanno.custom.{mark.layer}", "uima.tcas.Annotation")
            types.create_feature(kinds[mark.layer], "linked", "uima.cas.FSArray", LINK)
        for name, value in mark.attributes:
            if not kinds[mark.layer].get_feature(name):
                types.create_feature(kinds[mark.layer], name, KINDS[type(value)])
    array, strings = types.get_type("uima.cas.FSArray"), types.get_type("uima.cas.StringArray")
    for article, text in job.texts.items():
        cas = Cas(typesystem=types)
        cas.sofa_string = text
        cas.sofa_mime = "text/plain"
        cas.add_all([types.get_type(TOKEN)(begin=m.start(), end=m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)])
        cas.add_all([types.get_type(SENTENCE)(begin=m.start(), end=m.end()) for m in re.finditer(r"\S[^\n]*", text)])
        made = {}
        for mark in job.said.of(article):
            [(begin, end)] = job.pairs(mark)
            values = {name: strings(elements=list(value)) if isinstance(value, tuple) else value for name, value in mark.attributes}
            made[mark.id] = kinds[mark.layer](begin=begin, end=end, **values)
        for mark in job.said.of(article):
            if mark.links:
                links = [types.get_type(LINK)(role=role, target=made[id]) for role, id in mark.links]
                made[mark.id].linked = array(elements=links)
        cas.add_all(list(made.values()))
        yield article, cas, types


@writer("uima-xmi", "cassis, XMI", CODE_POINTS, packages=["dkpro-cassis"], says=in_xml, becomes=named)
def xmi(job):
    for article, cas, types in documents(job):
        types.to_xml(job.folder / "TypeSystem.xml")
        cas.to_xmi(job.folder / f"{article}.xmi")


@writer("uima-json", "cassis, CAS JSON", CODE_POINTS, packages=["dkpro-cassis"], says=says, becomes=named)
def cas_json(job):
    for article, cas, _ in documents(job):
        cas.to_json(job.folder / f"{article}.json")
