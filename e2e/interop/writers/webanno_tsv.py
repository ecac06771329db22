"""WebAnno TSV 3.3 by its grammar: a row for each word, cut where passages begin and end; features in their columns."""

import re
from dataclasses import replace

from proof import UTF16
from said import ANY, only, reshaped
from writers.uima import named, says
from writing import writer

CONTROLS = {"\\": "\\\\", "\t": "\\t", "\f": "\\f", "\r": "\\r", "\b": "\\b"}
VALUE = {**{sign: f"\\{sign}" for sign in "\\[]|_;*"}, "->": "\\->", "\t": "\\t", "\n": "\\n"}


def words(proof):
    """Passages begin and end at words, and a text has one; features say words."""
    said = reshaped(only(says(proof), "attributes"), list, trim=ANY)
    marks = [replace(mark, attributes=tuple(pair for pair in mark.attributes if isinstance(pair[1], str))) for mark in said.marks]
    return replace(said, texts={id: text for id, text in said.texts.items() if text.strip()}, marks=marks)


def escaped(value):
    return re.sub(r"->|[\\\[\]|_;*\t\n]", lambda match: VALUE[match[0]], value)


def whole(text):
    return [(0, len(text))]


def lines(text):
    """Every line is a sentence, without the white space around it."""
    return [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def apart(said):
    """What is between sentences is not in the file: one place is a space, and more are ends of lines."""

    def cells(text):
        out, at = list(text), 0
        for start, end in lines(text):
            out[at:start] = [" "] if start - at == 1 else ["\n"] * (start - at)
            at = end
        return out[:at] + [""] * (len(text) - at)

    return named(reshaped(said, cells, trim=ANY))


def write(job, sentences):
    layers = {}
    for mark in job.said.marks:
        layers.setdefault(mark.layer, set()).update(name for name, _ in mark.attributes)
    columns = [(layer, sorted(layers[layer])) for layer in sorted(layers)]
    head = ["#FORMAT=WebAnno TSV 3.3", *(f"#T_SP=webanno.custom.{layer}|{'|'.join(names)}" for layer, names in columns), ""]
    for article, text in job.texts.items():
        marks = job.said.of(article)
        edges = {edge for mark in marks for edge in mark.spans[0]}
        edges |= {edge for match in re.finditer(r"\w+|[^\w\s]", text) for edge in match.span()}
        ids = {mark.id: number for number, mark in enumerate(marks, 1)}
        rows = []
        for sentence, (first, last) in enumerate(sentences(text), 1):
            shown = "".join(CONTROLS.get(sign, sign) for sign in text[first:last])
            rows += ["", *(f"#Text={line}" for line in shown.split("\n"))]
            cuts = sorted({first, last} | {edge for edge in edges if first < edge < last})
            # Not the white space between words.
            units = [(start, end) for start, end in zip(cuts, cuts[1:]) if text[start:end].strip()]
            for number, (start, end) in enumerate(units, 1):
                places = "%d-%d" % job.place(article, start, end)
                rows.append("\t".join([f"{sentence}-{number}", places, text[start:end], *cells(columns, marks, ids, start, end), ""]))
        job.file(f"{article}.tsv", "\n".join([*head, *rows, ""]))


def cells(columns, marks, ids, start, end):
    """What a word is part of, in the columns of each layer."""
    for layer, names in columns:
        here = [mark for mark in marks if mark.layer == layer and mark.spans[0][0] < end and start < mark.spans[0][1]]
        for name in names or [None]:
            values = [escaped(mark.values()[name]) if name in mark.values() else "*" for mark in here]
            yield "|".join(f"{value}[{ids[mark.id]}]" for value, mark in zip(values, here)) or "_"


@writer("webanno-tsv", "WebAnno TSV 3.3", UTF16, says=words, becomes=named)
def one(job):
    write(job, whole)


@writer("webanno-tsv", "WebAnno TSV 3.3, sentences", UTF16, says=words, becomes=apart)
def many(job):
    write(job, lines)
