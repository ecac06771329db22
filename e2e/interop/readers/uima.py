"""UIMA CAS, with dkpro-cassis, which turns UTF-16 into code points itself."""

import json
import re

from proof import UTF16, Differs, Reading, Span
from registry import reader

# Types of layers; the others hold passages of roles, links, and annotations of whole articles, which have no place.
TYPE = r"webanno\.custom\.((?!Passage$)\w+(?<!Link)(?<!Document))"
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def safe(text):
    """XML holds no control characters: a space stands for each."""
    return FORBIDDEN.sub(" ", text)


def safe_spans(proof, folder):
    return [Span(s.article, s.start, s.end, safe(s.quote), s.layer, s.id) for s in proof.spans()]


def safe_roles(proof):
    return [Span(s.article, s.start, s.end, safe(s.quote), s.layer, s.id) for s in proof.role_spans()]


def safe_texts(proof):
    return {id: safe(text) for id, text in proof.texts.items()}


def reading(documents):
    spans, roles, texts = [], [], {}
    for article, cas in documents:
        text = texts[article] = cas.sofa_string or ""
        for kind in cas.typesystem.get_types():
            match = re.fullmatch(TYPE, kind.name)
            for each in cas.select(kind.name) if match else []:
                covered = each.get_covered_text()
                if covered != text[each.begin : each.end]:
                    raise Differs(f"{article}: {each.begin}..{each.end} covers “{covered}”")
                # A discontinuous annotation is several that continue the first.
                id = re.sub(r"_\d+$", "", each.marginaliaId)
                spans.append(Span(article, each.begin, each.end, covered, match[1].lower(), id))
                for target, role in linked(kind, each):
                    place = target.begin, target.end, target.get_covered_text()
                    roles.append(Span(article, *place, f"{match[1].lower()}.{role}", id))
        for token in cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"):
            if not token.get_covered_text().strip():
                raise Differs(f"{article}: an empty token at {token.begin}")
    return Reading(spans, texts, roles=roles)


def linked(kind, each):
    """Passages in the slots of an annotation, with the role that the link tells."""
    for feature in kind.all_features:
        for link in getattr(getattr(each, feature.name), "elements", None) or []:
            target = getattr(link, "target", None)
            if target is not None and target.type.name == "webanno.custom.Passage":
                yield target, link.role


@reader("uima-xmi", name="cassis, XMI", packages=["dkpro-cassis"], unit=UTF16, expects=safe_spans, texts=safe_texts, roles=safe_roles)
def xmi(folder, proof, unit):
    import cassis

    def documents():
        with open(folder / "TypeSystem.xml", "rb") as file:
            types = cassis.load_typesystem(file)
        for article in proof.articles:
            with open(folder / f"{article}.xmi", "rb") as file:
                yield article, cassis.load_cas_from_xmi(file, typesystem=types)

    return reading(documents())


@reader("uima-json", name="cassis, CAS JSON", packages=["dkpro-cassis"], unit=UTF16)
def json_cas(folder, proof, unit):
    import cassis

    def documents():
        for article in proof.articles:
            with open(folder / f"{article}.json", "rb") as file:
                yield article, cassis.load_cas_from_json(file)

    return reading(documents())


@reader("uima-json", name="CAS JSON", unit=UTF16)
def plain_json(folder, proof, unit):
    spans, texts = [], {}
    for article in proof.articles:
        structures = json.loads((folder / f"{article}.json").read_bytes())["%FEATURE_STRUCTURES"]
        text = next((each["sofaString"] for each in structures if each["%TYPE"] == "uima.cas.Sofa"), "")
        texts[article] = text
        for each in structures:
            match = re.fullmatch(TYPE, each["%TYPE"])
            if match:
                spans.append(proof.cut(unit, article, each["begin"], each["end"], match[1].lower(), text=text))
    return Reading(spans, texts)
