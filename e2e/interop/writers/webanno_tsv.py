"""WebAnno TSV 3.3 by its grammar: a row for each word, cut where passages begin and end; features in their columns."""

import re
from dataclasses import replace

from proof import UTF16
from said import only, reshaped
from writers.uima import named, says
from writing import writer

CONTROLS = {"\\": "\\\\", "\t": "\\t", "\f": "\\f", "\r": "\\r", "\b": "\\b"}
VALUE = {**{sign: f"\\{sign}" for sign in "\\[]|_;*"}, "->": "\\->", "\t": "\\t", "\n": "\\n"}


def words(proof):
    """Passages begin and end at words, and a text has one; features say words."""
    said = reshaped(only(says(proof), "attributes"), list)
    marks = [replace(mark, attributes=tuple(pair for pair in mark.attributes if isinstance(pair[1], str))) for mark in said.marks]
    return replace(said, texts={id: text for id, text in said.texts.items() if text.strip()}, marks=marks)


def escaped(value):
    return re.sub(r"->|[\\\[\]|_;*\t\n]", lambda match: VALUE[match[0]], value)


@writer("webanno-tsv", "WebAnno TSV 3.3", UTF16, says=words, becomes=named)
def tsv(job):
    layers = {}
    for mark in job.said.marks:
        layers.setdefault(mark.layer, set()).update(name for name, _ in mark.attributes)
    columns = [(layer, sorted(layers[layer])) for layer in sorted(layers)]
    head = ["#FORMAT=WebAnno TSV 3.3", *(f"#T_SP=webanno.custom.{layer}|{'|'.join(names)}" for layer, names in columns), "", ""]
    for article, text in job.texts.items():
        marks = job.said.of(article)
        edges = {edge for mark in marks for edge in mark.spans[0]}
        edges |= {edge for match in re.finditer(r"\w+|[^\w\s]", text) for edge in match.span()}
        cuts = sorted(edges)
        # Not the white space between them, nor what is of none of them.
        units = [(a, b) for a, b in zip(cuts, cuts[1:]) if text[a:b].strip()]
        shown = "".join(CONTROLS.get(sign, sign) for sign in text).split("\n")
        rows = [f"#Text={line}" for line in shown]
        ids = {mark.id: number for number, mark in enumerate(marks, 1)}
        for number, (start, end) in enumerate(units, 1):
            cells = []
            for layer, names in columns:
                here = [mark for mark in marks if mark.layer == layer and mark.spans[0][0] < end and start < mark.spans[0][1]]
                for name in names or [None]:
                    values = [escaped(mark.values()[name]) if name in mark.values() else "*" for mark in here]
                    cells.append("|".join(f"{value}[{ids[mark.id]}]" for value, mark in zip(values, here)) or "_")
            first, last = job.place(article, start, end)
            rows.append("\t".join([f"1-{number}", f"{first}-{last}", text[start:end], *cells, ""]))
        job.file(f"{article}.tsv", "\n".join([*head, *rows, ""]))
