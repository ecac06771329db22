"""What a project holds, as plain data to be written in another program's way and to be found again."""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import accumulate

from proof import Differs


# What Python's strip takes for white space.
ANY = "".join(filter(str.isspace, map(chr, range(0x110000))))
# What JavaScript's trim takes for white space.
WHITE = "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


@dataclass(frozen=True)
class Mark:
    """An annotation; `spans` are pairs of code points, `links` pairs of a role and the id of another mark."""

    id: str
    article: str
    layer: str
    spans: tuple
    attributes: tuple = ()
    note: str = ""
    links: tuple = ()

    def values(self):
        """Name -> value; several values are a list."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in self.attributes}


@dataclass
class Said:
    """Texts by the ids of their articles, and the marks in them. `titles` where the files carry those."""

    texts: dict
    marks: list = field(default_factory=list)
    titles: dict | None = None

    def of(self, article):
        """The marks of a text, in the order of their places."""
        return sorted((mark for mark in self.marks if mark.article == article), key=lambda mark: (mark.spans, mark.id))

    def words(self, mark):
        """What each passage of a mark says."""
        return [self.texts[mark.article][start:end] for start, end in mark.spans]


def everything(proof):
    """All that a proof project holds and files of other programs could: links between annotations, not to registers."""
    marks = []
    for each in proof.annotations.values():
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in each["attributes"].items()}
        links = [(role, to["annotation"]) for role, targets in each["roles"].items() for to in targets if "annotation" in to]
        spans = tuple((part["start"], part["end"]) for part in each["spans"])
        marks.append(Mark(each["id"], each["article"], each["layer"], spans, tuple(values.items()), each["note"], tuple(links)))
    return Said(dict(proof.texts), marks)


def only(said, *kept, whole=False):
    """
    Nothing of marks but their places, layers and what is `kept` ("attributes", "note", "links", "spans"). Without "spans"
    each passage is a mark of its own, and links are those of the first; without `whole`, marks without a place are left out.
    """
    bare = {name: () for name in ("attributes", "links") if name not in kept} | ({} if "note" in kept else {"note": ""})
    marks = []
    for mark in said.marks:
        mark = replace(mark, **bare)
        if len(mark.spans) < 2 or "spans" in kept:
            marks += [mark] if mark.spans or whole else []
        else:
            marks += [
                replace(mark, spans=(span,)) if at == 0 else replace(mark, id=f"{mark.id}-{at}", spans=(span,), links=())
                for at, span in enumerate(mark.spans)
            ]
    there = {mark.id for mark in marks}
    linked = [replace(mark, links=tuple(link for link in mark.links if link[1] in there)) for mark in marks]
    return replace(said, marks=linked)


def passages(proof):
    """Every passage with its layer, and nothing else."""
    return only(everything(proof))


def compare(found, expected):
    """How many texts and passages were compared. Raises Differs with the first that are not the same."""
    if found.texts != expected.texts:
        missing = sorted(id for id in expected.texts if id not in found.texts)
        more = sorted(id for id in found.texts if id not in expected.texts)
        shown = [repr(expected.texts[id][:300]) for id in missing[:1]] + [repr(found.texts[id][:300]) for id in more[:1]]
        raise Differs(f"other texts: {missing[:3]} missing, {more[:3]} too many: {' and '.join(shown)}")
    if expected.titles is not None and found.titles != expected.titles:
        wrong = [id for id, title in expected.titles.items() if found.titles.get(id) != title]
        raise Differs(f"other titles: {[(expected.titles[id], found.titles.get(id)) for id in wrong[:2]]}")
    here, there = bag(found), bag(expected)
    if here != there:
        missing, more = there - here, here - there
        first = f"{sorted(missing.elements(), key=repr)[:2]} and {sorted(more.elements(), key=repr)[:2]}"
        raise Differs(f"annotations: {missing.total()} missing, {more.total()} too many: {first}")
    return len(expected.texts), sum(max(1, len(mark.spans)) for mark in expected.marks)


def bag(said):
    """Marks without their ids, which programs give as they like; links lead to what is marked."""
    known = {mark.id: mark for mark in said.marks}

    def place(mark):
        return mark.article, mark.layer, mark.spans, tuple(said.words(mark))

    return Counter(
        (
            *place(mark),
            tuple(sorted((name, value) for name, value in mark.attributes)),
            mark.note,
            tuple(sorted((role, *place(known[id])[1:3]) for role, id in mark.links)),
        )
        for mark in said.marks
    )


def reshaped(said, cells, trim=None):
    """
    What is left of texts and marks when each character of a text becomes one of `cells(text)`, a list of strings. With
    `trim`, white space, marks have none of it at their ends; those of nothing are left out.
    """
    texts, edges = {}, {}
    for id, text in said.texts.items():
        parts = cells(text)
        texts[id] = "".join(parts)
        edges[id] = [0, *accumulate(map(len, parts))]
    marks = []
    for mark in said.marks:
        text, at = texts[mark.article], edges[mark.article]
        spans = [(at[start], at[end]) for start, end in mark.spans]
        if trim:
            spans = [trimmed(text, *span, trim) for span in spans]
        spans = tuple(span for span in spans if span[0] < span[1])
        if spans or not mark.spans:
            marks.append(replace(mark, spans=spans))
    there = {mark.id for mark in marks}
    linked = [replace(mark, links=tuple(link for link in mark.links if link[1] in there)) for mark in marks]
    return replace(said, texts=texts, marks=linked)


def kept(said):
    """
    Texts as a project of Marginalia keeps them: no mark before, no white space after them, a line feed for every end of
    a line, and a mark for what no export could carry. An article without a word is none.
    """

    def cells(text):
        first, last = len(text) - len(text.lstrip("\ufeff")), len(text.rstrip(WHITE))
        out = []
        for at, sign in enumerate(text):
            feed = sign in "\r\v\f"
            gone = at < first or at >= last or (sign == "\r" and text[at + 1 : at + 2] == "\n")
            bad = sign in "\ufffe\uffff" or (sign < " " and sign not in "\t\n\v\f\r")
            out.append("" if gone else "\n" if feed else "\ufffd" if bad else sign)
        return out

    said = reshaped(said, cells)
    return replace(said, texts={id: text for id, text in said.texts.items() if text.strip(WHITE)})


def unmarked(said):
    """Texts without a byte order mark before them."""
    return reshaped(said, lambda text: ["" if at == 0 and sign == "\ufeff" else sign for at, sign in enumerate(text)])


def trimmed(text, start, end, white):
    """A passage without such white space at its ends."""
    while start < end and text[start] in white:
        start += 1
    while start < end and text[end - 1] in white:
        end -= 1
    return start, end
