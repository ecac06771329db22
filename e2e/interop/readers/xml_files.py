"""Every file of XML, with lxml, and what stands in TEI, REFI-QDA and XMI as XML has it: code points, but UTF-16 in XMI."""

import re
import zipfile

from proof import CODE_POINTS, UTF16, Differs, Reading, Span
from readers.uima import TYPE, safe, safe_roles, safe_spans, safe_texts
from registry import reader

TEI = "{http://www.tei-c.org/ns/1.0}"
QDA = "{urn:QDA-XML:project:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
RANGE = re.compile(r"#string-range\((\w+),(\d+),(\d+)\)")


def parse(data):
    """The root of a document, read without fetching or expanding anything."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


@reader("uima-xmi", name="lxml", packages=["lxml"], unit=UTF16, expects=safe_spans, texts=safe_texts)
def xmi(folder, proof, unit):
    spans, texts = [], {}
    if proof.articles:
        parse((folder / "TypeSystem.xml").read_bytes())
    for article in proof.articles:
        root = parse((folder / f"{article}.xmi").read_bytes())
        sofa = root.find("{http:///uima/cas.ecore}Sofa")
        text = texts[article] = sofa.get("sofaString", "")
        for element in root:
            namespace, name = element.tag[1:].split("}")
            match = re.fullmatch(TYPE, f"webanno.custom.{name}") if namespace.endswith("/webanno/custom.ecore") else None
            if match:
                places = int(element.get("begin")), int(element.get("end"))
                spans.append(proof.cut(unit, article, *places, match[1].lower(), text=text))
    return Reading(spans, texts)


def body(root):
    """The body of a TEI file, its text, and the place in that text where each element within begins and ends."""
    element = root.find(f"{TEI}text/{TEI}body")
    places, length = {}, 0

    def walk(node):
        nonlocal length
        start = length
        length += len(node.text or "")
        for child in node:
            walk(child)
            length += len(child.tail or "")
        places[node] = (start, length)

    walk(element)
    return element, "".join(element.itertext()), places


def of_layer(ana):
    return re.search(r"#layer\.(\S+)", ana)[1]


@reader("tei-standoff", name="lxml, string-range", packages=["lxml"], unit=CODE_POINTS, expects=safe_spans, texts=safe_texts, roles=safe_roles)
def standoff(folder, proof, unit):
    spans, roles, texts, ids = [], [], {}, set()

    def ranges(article, text, target, layer, id):
        for named, start, length in RANGE.findall(target):
            if named != "text":
                raise Differs(f"{article}: {named} is not the body")
            yield proof.cut(unit, article, int(start), int(start) + int(length), layer, id, text)

    for article in proof.articles:
        root = parse((folder / f"{article}.xml").read_bytes())
        _, text, _ = body(root)
        texts[article] = text
        known = {node.get(XML_ID) for node in root.iter() if node.get(XML_ID)}
        for node in root.iter(f"{TEI}ptr", f"{TEI}annotation", f"{TEI}seg"):
            for target in " ".join(filter(None, (node.get("target"), node.get("corresp"), node.get("ana")))).split():
                if target.startswith("#") and "(" not in target and target[1:] not in known:
                    raise Differs(f"{article}: {target} points at nothing")
        for node in root.iter(f"{TEI}annotation"):
            id = node.get(XML_ID).removeprefix("annotation.")
            ids.add(id)
            layer = of_layer(node.get("ana"))
            spans += ranges(article, text, node.get("target"), layer, id)
            for role in node.iterfind(f"{TEI}ptr[@type='role']"):
                roles += ranges(article, text, role.get("target"), f"{layer}.{role.get('subtype')}", id)
    return Reading(spans, texts, ids, roles)


def visible(article, text, places, layer, id):
    """Runs of visible characters among places: marks in a text end where paragraphs end, and begin again."""
    runs = []
    for at in sorted(places):
        if text[at].isspace():
            continue
        if runs and runs[-1][1] == at:
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
    return [Span(article, start, end, text[start:end], layer, id) for start, end in runs]


def inline_spans(proof, folder):
    spans = []
    for each in proof.annotations.values():
        places = {at for part in each["spans"] for at in range(part["start"], part["end"])}
        spans += visible(each["article"], safe(proof.texts[each["article"]]), places, each["layer"], each["id"])
    return spans


@reader("tei-inline", name="lxml, itertext", packages=["lxml"], unit=CODE_POINTS, expects=inline_spans, texts=safe_texts)
def inline(folder, proof, unit):
    spans, texts = [], {}
    for article in proof.articles:
        root = parse((folder / f"{article}.xml").read_bytes())
        _, text, places = body(root)
        texts[article] = text
        marks = {}
        for node, (start, end) in places.items():
            # A mark says which annotation it is of, and a fragment which fragments are its neighbours.
            if (node.get("corresp") or "").startswith("#annotation."):
                id = node.get("corresp").removeprefix("#annotation.")
                marks.setdefault((of_layer(node.get("ana")), id), set()).update(range(start, end))
        for (layer, id), covered in marks.items():
            spans += visible(article, text, covered, layer, id)
    return Reading(spans, texts)


@reader("refi-qda", name="lxml and zipfile", packages=["lxml"], unit=CODE_POINTS)
def refi(folder, proof, unit):
    [path] = folder.glob("*.qdpx")
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if files["project.qde"].startswith(b"\xef\xbb\xbf"):
        raise Differs("project.qde begins with a byte order mark")
    root = parse(files["project.qde"])
    guids = [node.get("guid") for node in root.iter() if node.get("guid")]
    if len(set(guids)) != len(guids):
        raise Differs("a GUID stands twice")
    layer_of = {}
    for code in root.iterfind(f"{QDA}CodeBook/{QDA}Codes/{QDA}Code"):
        for each in code.iter(f"{QDA}Code"):
            layer_of[each.get("guid")] = code.get("name").lower()
    spans, texts = [], {}
    sources = root.iterfind(f"{QDA}Sources/{QDA}TextSource")
    for article, node in zip(proof.articles, sources, strict=True):
        text = texts[article] = files["sources/" + node.get("plainTextPath").removeprefix("internal://")].decode("utf-8")
        for selection in node.iter(f"{QDA}PlainTextSelection"):
            references = [ref.get("targetGUID") for ref in selection.iter(f"{QDA}CodeRef")]
            for guid in references:
                if guid not in layer_of:
                    raise Differs(f"{article}: {guid} is no code")
            layers = {layer_of[guid] for guid in references}
            places = int(selection.get("startPosition")), int(selection.get("endPosition"))
            spans += [proof.cut(unit, article, *places, layer, text=text) for layer in layers]
    return Reading(spans, texts)
