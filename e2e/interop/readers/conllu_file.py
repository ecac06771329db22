"""CoNLL-U, with conllu. Our marks stand in MISC: Claim=B:id,I:other; words have no places and are found in the text."""

from proof import CODE_POINTS, Differs, Reading, Span
from registry import reader
from words import place, touched


def documents(folder):
    import conllu

    found = {}
    for path in folder.glob("*.conllu"):
        article = path.stem
        with open(path, encoding="utf-8", newline="\n") as lines:
            for sentence in conllu.parse_incr(lines):
                article = sentence.metadata.get("newdoc id", article)
                found.setdefault(article, []).append(sentence)
    return found


def expects(proof, folder):
    spans, sentences = [], documents(folder)
    for article, text in proof.texts.items():
        places = place(article, text, [token["form"] for each in sentences.get(article, []) for token in each])
        for each in proof.annotations.values():
            if each["article"] == article:
                words = {n for part in each["spans"] for n in touched(places, part["start"], part["end"])}
                for n in words:
                    start, end = places[n]
                    spans.append(Span(article, start, end, text[start:end], each["layer"], each["id"]))
    return spans


@reader("conll-u", name="conllu", packages=["conllu"], unit=CODE_POINTS, expects=expects)
def marks(folder, proof, unit):
    spans = []
    for article, sentences in documents(folder).items():
        words = [token for sentence in sentences for token in sentence]
        places = place(article, proof.texts[article], [token["form"] for token in words])
        begun = set()
        for sentence in sentences:
            said = "".join(
                token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ") for token in sentence
            )
            if said.strip() != sentence.metadata["text"].strip():
                raise Differs(f"{article}: the words say “{said}”, the sentence “{sentence.metadata['text']}”")
            if [token["id"] for token in sentence] != list(range(1, len(sentence) + 1)):
                raise Differs(f"{article}: words are not numbered from 1")
        for token, (start, end) in zip(words, places):
            for key, value in (token["misc"] or {}).items():
                if key == "SpaceAfter":
                    continue
                for mark in value.split(","):
                    how, id = mark.split(":")
                    if (how == "B") == (id in begun):
                        raise Differs(f"{article}: {mark} does not begin where it should")
                    begun.add(id)
                    spans.append(proof.cut(unit, article, start, end, key.lower(), id))
    return Reading(spans)
