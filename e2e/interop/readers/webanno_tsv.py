"""
WebAnno TSV 3.3, by its grammar. Places are UTF-16. What lies between sentences is not in a file, nor can a passage begin
or end between tokens: both are left out of what is compared.
"""

import re

from proof import UTF16, Differs, Reading, Span
from registry import reader

ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
GAP = "\0"


def unescape_text(text):
    return re.sub(
        r"\\(u([0-9A-Fa-f]{4})|.)",
        lambda m: chr(int(m[2], 16)) if m[2] else ESCAPES.get(m[1], m[1]),
        text,
    )


def parts(cell, separator):
    """The parts of a cell between separators that no backslash escapes."""
    return re.findall(rf"(?:[^\\{separator}]|\\.)+", cell)


def sentences(path):
    """Layers of the header, and the blocks: texts of a sentence and its rows of cells."""
    lines = path.read_bytes().decode("utf-8").split("\n")
    if lines[0] != "#FORMAT=WebAnno TSV 3.3":
        raise Differs(f"{path.name}: {lines[0]}")
    end = lines.index("", 1)
    layers = [line.removeprefix("#T_SP=").split("|") for line in lines[1:end]]
    if lines[end + 1 : end + 2] not in ([""], []):
        raise Differs(f"{path.name}: two empty lines end the header")
    blocks = []
    for line in lines[end + 2 :]:
        if line.startswith("#Text="):
            if not blocks or blocks[-1][1]:
                blocks.append(([], []))
            blocks[-1][0].append(line.removeprefix("#Text="))
        elif line:
            cells = line.split("\t")
            if cells.pop() != "":
                raise Differs(f"{path.name}: a row ends in a tab: {line}")
            blocks[-1][1].append(cells)
    return layers, [(unescape_text("\n".join(texts)), rows) for texts, rows in blocks]


def document(path, article, unit, length):
    """Text with gaps, whole tokens, and annotations: layer, id -> the parts of each passage."""
    layers, blocks = sentences(path)
    width = sum(max(1, len(layer) - 1) for layer in layers)
    wide = [GAP] * length  # in places of the unit
    tokens, found = [], {}
    for text, rows in blocks:
        begin = int(rows[0][1].split("-")[0])
        lead = text.index(rows[0][2])
        at = begin - sum(map(unit.width, text[:lead]))
        for character in text:
            for n in range(unit.width(character)):
                if at >= len(wide):
                    raise Differs(f"{article}: a sentence stands past the end of the text")
                wide[at] = character if n == 0 else ""
                at += 1
        for id, place, form, *cells in rows:
            start, end = map(int, place.split("-"))
            if "".join(wide[start:end]) != form:
                raise Differs(f"{article}: {id} is “{''.join(wide[start:end])}” at {place}, not “{form}”")
            if "." not in id:
                tokens.append((start, end))
            if len(cells) != width:
                raise Differs(f"{article}: {id} has {len(cells)} cells, not {width}")
            for layer, id_of, number in values(cells, layers):
                found.setdefault((layer, id_of, number), []).append((start, end))
    return wide, tokens, found


def values(cells, layers):
    at = 0
    for name, *features in layers:
        if "marginaliaId" in features:
            column = [parts(cell, "|") for cell in cells[at : at + len(features)]]
            ids = column[features.index("marginaliaId")]
            for id in ids if ids != ["_"] else []:
                number = re.search(r"(?<!\\)\[(\d+)\]$", id)
                plain = re.sub(r"\[\d+\]$", "", id).replace("\\_", "_")
                yield name.rsplit(".", 1)[1].lower(), re.sub(r"_\d+$", "", plain), (number and number[1], plain)
        at += max(1, len(features))


def covered(proof, folder):
    """Article -> the places of its text that some token covers, and those that some sentence covers."""
    found = {}
    for article, text in proof.texts.items():
        wide, tokens, _ = document(folder / f"{article}.tsv", article, UTF16, sum(map(UTF16.width, text)))
        index = UTF16.index(text)
        inside = {at for start, end in tokens for at in range(index[start], index[end])}
        told = "".join(character if character == GAP else "x" for character in wide if character != "")
        found[article] = inside, told
    return found


def expects(proof, folder):
    spans, places = [], covered(proof, folder)
    for s in proof.spans():
        inside, told = places[s.article]
        of_tokens = [at for at in range(s.start, s.end) if at in inside]
        if of_tokens:
            start, end = of_tokens[0], of_tokens[-1] + 1
            quote = "".join(GAP if told[at] == GAP else proof.texts[s.article][at] for at in range(start, end))
            spans.append(Span(s.article, start, end, quote, s.layer, s.id))
    return spans


@reader("webanno-tsv", name="WebAnno TSV 3.3", unit=UTF16, expects=expects)
def tsv(folder, proof, unit):
    spans = []
    for article, text in proof.texts.items():
        wide, tokens, found = document(folder / f"{article}.tsv", article, unit, sum(map(unit.width, text)))
        whole = "".join(wide)
        if any(mine not in (GAP, theirs) for mine, theirs in zip(whole, text, strict=True)):
            raise Differs(f"{article}: another text")
        for (layer, id, _), units in found.items():
            start, end = unit.points(whole, min(units)[0], max(end for _, end in units))
            spans.append(Span(article, start, end, whole[start:end], layer, id))
    return Reading(spans)
