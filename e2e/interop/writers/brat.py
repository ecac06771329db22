"""brat standoff, by its grammar: a T line for each annotation, in fragments where lines end, as brat's editor cuts them."""

from dataclasses import replace

from proof import CODE_POINTS, Span
from readers.brat import BREAKS, lines
from said import everything, only
from writing import writer


def says(proof):
    """Values are words, notes a line; what marks ends of lines alone cannot stand."""
    said = only(everything(proof), "attributes", "note", "links", "spans")
    marks = []
    for mark in said.marks:
        values = tuple((name, value) for name, value in mark.attributes if isinstance(value, str))
        marks.append(replace(mark, attributes=values, note=" ".join(mark.note.split())))
    return only(replace(said, marks=[mark for mark in marks if cut(said, mark)]), "attributes", "note", "links", "spans")


def cut(said, mark):
    """The pieces of lines that a mark is of, as places and words."""
    parts = [Span(mark.article, *span, words) for span, words in zip(mark.spans, said.words(mark))]
    return [(piece.start, piece.end, piece.quote) for part in parts for piece in lines(part)]


def joined(said):
    """Pieces with nothing but the end of a line between them are one passage again, whatever they were before."""
    marks = []
    for mark in said.marks:
        spans = []
        for start, end, _ in cut(said, mark):
            between = said.texts[mark.article][spans[-1][1] : start] if spans else ""
            if not between.strip() and BREAKS.search(between):
                start = spans.pop()[0]
            spans.append((start, end))
        marks.append(replace(mark, spans=tuple(spans)))
    return replace(said, marks=marks)


@writer("brat", "brat standoff", CODE_POINTS, says=says, becomes=joined)
def brat(job):
    for article, text in job.texts.items():
        marks = job.said.of(article)
        numbers = {mark.id: f"T{n}" for n, mark in enumerate(marks, 1)}
        out, count = [], {"A": 0, "R": 0, "#": 0}

        def number(kind):
            count[kind] += 1
            return f"{kind}{count[kind]}"

        for mark in marks:
            own, pieces = numbers[mark.id], cut(job.said, mark)
            places = ";".join("%d %d" % job.place(article, start, end) for start, end, _ in pieces)
            out.append(f"{own}\t{mark.layer} {places}\t{' '.join(words for _, _, words in pieces)}")
            for name, value in mark.values().items():
                out.append(f"{number('A')}\t{name} {own} {value}")
            out += [f"{number('R')}\t{role} Arg1:{own} Arg2:{numbers[id]}" for role, id in mark.links]
            if mark.note:
                out.append(f"{number('#')}\tAnnotatorNotes {own}\t{mark.note}")
        job.file(f"{article}.txt", text)
        job.file(f"{article}.ann", "".join(f"{line}\n" for line in out))
