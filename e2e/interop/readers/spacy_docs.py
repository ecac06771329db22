"""Prodigy's and spaCy's JSON Lines, made into spaCy's own documents by a pipeline without a model."""

import contextlib
import io
import json
import runpy
import sys

from proof import CODE_POINTS, Differs, Reading, Span
from registry import reader


def trimmed(proof, folder):
    """spaCy takes no passage that begins or ends with white space: it stands without, and not at all if nothing is left."""
    for span in proof.spans():
        words = span.quote.strip()
        start = span.start + len(span.quote) - len(span.quote.lstrip())
        if words:
            yield Span(span.article, start, start + len(words), words, span.layer)


def rows(folder, proof):
    [path] = folder.glob("*.jsonl")
    with open(path, encoding="utf-8", newline="\n") as lines:
        return list(zip(proof.articles, map(json.loads, lines), strict=True))


def passage(article, doc, unit, proof, start, end, label, text):
    span = proof.cut(unit, article, start, end, label, text=text)
    chars = doc.char_span(span.start, span.end, label=label)
    if chars is None:
        raise Differs(f"{article}: {start}..{end} “{span.quote}” is not of whole tokens")
    return chars, Span(article, chars.start_char, chars.end_char, chars.text, chars.label_)


@reader("prodigy", name="spaCy, char_span", packages=["spacy"], unit=CODE_POINTS, expects=trimmed)
def prodigy(folder, proof, unit):
    import spacy
    from spacy.tokens import Doc

    vocab = spacy.blank("xx").vocab
    spans, texts = [], {}
    for article, row in rows(folder, proof):
        tokens = row["tokens"]
        doc = Doc(vocab, words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens])
        texts[article] = row["text"]
        if doc.text != row["text"]:
            raise Differs(f"{article}: its tokens make another text: {doc.text!r}")
        for token, made in zip(tokens, doc):
            if [token["id"], token["start"], token["end"]] != [made.i, made.idx, made.idx + len(made)]:
                raise Differs(f"{article}: {token} is not at {made.idx}")
        for each in row["spans"]:
            chars, span = passage(article, doc, unit, proof, each["start"], each["end"], each["label"], row["text"])
            # Prodigy's last token is the last one, not the one after.
            if [chars.start, chars.end - 1] != [each["token_start"], each["token_end"]]:
                raise Differs(f"{article}: {each} has other tokens")
            spans.append(span)
        for link in row.get("relations", []):
            if max(link["head"], link["child"]) >= len(tokens):
                raise Differs(f"{article}: {link} points past the last token")
    return Reading(spans, texts)


@reader("spacy", name="spaCy, Doc.from_json", packages=["spacy"], unit=CODE_POINTS, expects=trimmed)
def documents(folder, proof, unit):
    import spacy
    from spacy.tokens import Doc

    vocab = spacy.blank("xx").vocab
    spans, texts = [], {}
    for article, row in rows(folder, proof):
        doc = Doc(vocab).from_json(row, validate=True)
        texts[article] = doc.text
        group = list(doc.spans.get("sc", []))
        for each, chars in zip(row.get("spans", {}).get("sc", []), group, strict=True):
            _, span = passage(article, doc, unit, proof, each["start"], each["end"], each["label"], row["text"])
            if (span.start, span.end, span.layer) != (chars.start_char, chars.end_char, chars.label_):
                raise Differs(f"{article}: {each} became {chars}")
            spans.append(span)
    return Reading(spans, texts)


@reader("spacy", name="spaCy, DocBin of our script", packages=["spacy"], unit=CODE_POINTS, expects=trimmed)
def binary(folder, proof, unit):
    import spacy
    from spacy.tokens import Doc, DocBin

    [script] = folder.glob("*-to-spacy.py")
    with contextlib.redirect_stdout(io.StringIO()):
        sys.argv = [str(script)]
        runpy.run_path(str(script), run_name="__main__")
    Doc.set_extension("marginalia", default=None, force=True)
    docs = DocBin().from_disk(next(folder.glob("*.spacy"))).get_docs(spacy.blank("xx").vocab)
    spans, texts = [], {}
    for article, doc in zip(proof.articles, docs, strict=True):
        texts[article] = doc.text
        for chars in doc.spans.get("sc", []):
            spans.append(proof.cut(unit, article, chars.start_char, chars.end_char, chars.label_, text=doc.text))
    return Reading(spans, texts)
