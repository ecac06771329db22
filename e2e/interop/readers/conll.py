"""
CoNLL-2002 and 2003: words and tags, with seqeval for what the tags mean. Files have no places: the words are found in the
text that stands beside them. One word has one tag: of annotations that touch the same word the first in reading order
stands, and all of it is in whole words.
"""

from proof import CODE_POINTS, Differs, Reading, Span
from registry import reader
from words import place, touched

COLUMNS = {"conll-2002": 2, "conll-2003": 4, "conll-2003-iob2": 4, "conll-2003-biluo": 4}
SCHEMES = {"conll-2002": "IOB2", "conll-2003": "IOB1", "conll-2003-iob2": "IOB2", "conll-2003-biluo": "BILOU"}


def sentences(path, columns):
    """Sentences as lists of (word, tag), split as Python's str.split does."""
    found = [[]]
    for line in path.read_bytes().decode("utf-8").split("\n"):
        cells = line.split()
        if not cells:
            found.append([])
        elif cells[0] == "-DOCSTART-" and cells[1:] == ["-X-", "O", "O"][: columns - 1]:
            found.append([])
        elif len(cells) != columns:
            raise Differs(f"{path.name}: {len(cells)} columns in {line!r}")
        else:
            found[-1].append((cells[0], cells[-1]))
    return [sentence for sentence in found if sentence]


def order(each):
    """Reading order: by the first passage, the longer first; then by id."""
    return (each["spans"][0]["start"], -each["spans"][-1]["end"], each["id"])


def expects(proof, folder):
    spans = []
    for article, text in proof.texts.items():
        rows = sentences(folder / f"{article}.conll", COLUMNS[folder.name])
        numbers = [n for n, sentence in enumerate(rows) for _ in sentence]
        places = place(article, text, [word for sentence in rows for word, _ in sentence])
        taken = set()
        mine = [each for each in proof.annotations.values() if each["article"] == article and each["spans"]]
        for each in sorted(mine, key=order):
            passages = [touched(places, part["start"], part["end"]) for part in each["spans"]]
            words = sorted({n for passage in passages for n in passage})
            if taken.intersection(words):
                continue
            taken.update(words)
            pieces = []
            for n in words:
                last = pieces[-1][-1] if pieces else None
                together = any(n in passage and last in passage for passage in passages)
                if together and numbers[last] == numbers[n]:
                    pieces[-1].append(n)
                else:
                    pieces.append([n])
            for piece in pieces:
                start, end = places[piece[0]][0], places[piece[-1]][1]
                spans.append(Span(article, start, end, text[start:end], each["layer"]))
    return spans


@reader(*COLUMNS, name="seqeval", packages=["seqeval"], unit=CODE_POINTS, expects=expects)
def tags(folder, proof, unit):
    from seqeval import scheme

    spans, texts = [], {}
    for article in proof.texts:
        text = texts[article] = (folder / "texts" / f"{article}.txt").read_bytes().decode("utf-8")
        rows = sentences(folder / f"{article}.conll", COLUMNS[folder.name])
        places = place(article, text, [word for sentence in rows for word, _ in sentence])
        entities = scheme.Entities(
            [[tag for _, tag in sentence] for sentence in rows], getattr(scheme, SCHEMES[folder.name])
        ).entities
        before = 0
        for sentence, found in zip(rows, entities, strict=True):
            for entity in found:
                first, last = places[before + entity.start], places[before + entity.end - 1]
                span = proof.cut(unit, article, first[0], last[1], entity.tag, text=text)
                spans.append(span)
            before += len(sentence)
    return Reading(spans, texts)
