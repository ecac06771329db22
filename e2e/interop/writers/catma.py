"""CATMA's annotation collections in TEI, by their grammar, with the texts beside: segments end wherever a passage does."""

from dataclasses import replace

from proof import UTF16
from said import everything, only, unmarked
from writing import writer

DAY = "2024-05-01T08:00:00.000+0000"


def tagged(proof):
    """Properties are words. A text has some, and no byte order mark."""
    said = unmarked(only(everything(proof), "attributes", "spans"))
    words = lambda mark: tuple((n, v) for n, v in mark.attributes if isinstance(v, (str, tuple)))
    marks = [replace(mark, attributes=words(mark)) for mark in said.marks]
    return replace(said, texts={id: text for id, text in said.texts.items() if text}, marks=marks)


@writer("catma", "CATMA, TEI of version 5", UTF16, packages=["lxml"], says=tagged)
def collections(job):
    from lxml import etree
    from lxml.builder import ElementMaker

    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    e = ElementMaker(namespace="http://www.tei-c.org/ns/1.0", nsmap={None: "http://www.tei-c.org/ns/1.0"})

    def listed(values):
        return e.vRange(e.vColl(*(e.string(value) for value in values)))

    properties = {}
    for mark in job.said.marks:
        for name, value in mark.attributes:
            known = properties.setdefault(mark.layer, {}).setdefault(name, set())
            known.update([value] if isinstance(value, str) else value)
        properties.setdefault(mark.layer, {})
    for article, text in job.texts.items():
        marks = job.said.of(article)
        tags = []
        for layer in sorted({mark.layer for mark in marks}):
            colour = e.fDecl(listed(["-52429"]), {xml_id: f"CATMA_P-{layer}"}, name="catma_displaycolor")
            own = [
                e.fDecl(listed(sorted(values)), {xml_id: f"CATMA_P-{layer}-{name}"}, name=name)
                for name, values in sorted(properties[layer].items())
            ]
            tags.append(e.fsDecl(e.fsDescr(layer), colour, *own, {xml_id: f"CATMA_T-{layer}"}, n=DAY, type=f"CATMA_T-{layer}"))
        placed = {mark.id: [job.place(article, *span) for span in mark.spans] for mark in marks}
        length = UTF16.count(text, len(text))[0]
        cuts = sorted({0, length} | {min(edge, length) for spans in placed.values() for span in spans for edge in span})
        segments = []
        for start, end in zip(cuts, cuts[1:]):
            pointer = e.ptr(target=f"catma://CATMA_{article}#char={start},{end}", type="inclusion")
            over = [id for id, spans in placed.items() if any(a <= start and end <= b for a, b in spans)]
            segments.append(e.seg(pointer, ana=" ".join(f"#CATMA_{id}" for id in over)) if over else pointer)
        features = []
        for mark in marks:
            values = [e.f(listed([value] if isinstance(value, str) else value), name=name) for name, value in mark.attributes]
            made = e.f(e.string("ada"), name="catma_markupauthor"), e.f(e.string(DAY), name="catma_markuptimestamp")
            features.append(e.fs(*made, *values, {xml_id: f"CATMA_{mark.id}"}, type=f"CATMA_T-{mark.layer}"))
        technical = e.fs(
            e.f(e.string("5"), name="version"), e.f(e.string("UTF-8"), name="charset"), e.f(e.string("UNIX"), name="fileOSType"),
            {xml_id: "CATMA_TECH_DESC"},
        )
        described = e.fileDesc(
            e.titleStmt(e.title("Reading"), e.author("ada")), e.publicationStmt(e.publisher("ada")),
            e.sourceDesc(e.p(article), e.ab(technical)),
        )
        tagset = e.fsdDecl(*tags, {xml_id: "CATMA_S1"}, n=f"Voices {DAY}")
        page = e.TEI(e.teiHeader(described, e.encodingDesc(tagset)), e.text(e.body(e.ab(*segments, type="catma")), *features))
        job.file(f"{article}/annotationcollections/reading.xml", etree.tostring(page, encoding="utf-8", xml_declaration=True))
        job.file(f"{article}/{article}.txt", text)
