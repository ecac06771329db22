"""spaCy's documents as its own JSON, and Prodigy's rows as srsly writes them, with spaCy's tokens."""

import re

from proof import CODE_POINTS
from writing import writer


def document(job, article, vocab):
    """A document whose tokens are words, white space, and what passages begin and end within."""
    from spacy.tokens import Doc, Span

    text, marks = job.texts[article], job.said.of(article)
    edges = {0, len(text)} | {edge for mark in marks for span in mark.spans for edge in span}
    edges |= {edge for match in re.finditer(r"\w+|[^\w\s]|\s+", text) for edge in match.span()}
    cuts = sorted(edges)
    doc = Doc(vocab, words=[text[a:b] for a, b in zip(cuts, cuts[1:])], spaces=[False] * (len(cuts) - 1))
    assert doc.text == text
    at = {edge: n for n, edge in enumerate(cuts)}
    spans = [Span(doc, at[start], at[end], label=mark.layer) for mark in marks for start, end in mark.spans]
    doc.spans["sc"] = [span for n, span in enumerate(spans) if n % 2 == 0]
    doc.spans["others"] = [span for n, span in enumerate(spans) if n % 2 == 1]
    return doc


@writer("spacy", "spaCy, Doc.to_json", CODE_POINTS, packages=["spacy"])
def spacy(job):
    import spacy
    import srsly

    vocab, rows = spacy.blank("xx").vocab, []
    for article in job.texts:
        row = document(job, article, vocab).to_json()
        for span in (span for group in row["spans"].values() for span in group):
            span["start"], span["end"] = job.place(article, span["start"], span["end"])
        rows.append(row)
    if rows:
        srsly.write_jsonl(job.folder / "docs.jsonl", rows)


@writer("prodigy", "srsly, rows of Prodigy", CODE_POINTS, packages=["spacy", "srsly"])
def prodigy(job):
    import spacy
    import srsly

    vocab, rows = spacy.blank("xx").vocab, []
    for article in job.texts:
        doc = document(job, article, vocab)
        tokens = [
            {"text": token.text, "start": token.idx, "end": token.idx + len(token), "id": token.i, "ws": bool(token.whitespace_)}
            for token in doc
        ]
        spans = []
        for span in (span for group in doc.spans.values() for span in group):
            start, end = job.place(article, span.start_char, span.end_char)
            own = {"start": start, "end": end, "token_start": span.start, "token_end": span.end - 1, "label": span.label_}
            spans.append(own)
        row = {"text": doc.text, "meta": {"source": article}, "_input_hash": 1, "_task_hash": 2, "tokens": tokens}
        rows.append({**row, "spans": spans, "_view_id": "spans_manual", "answer": "accept"})
    if rows:
        srsly.write_jsonl(job.folder / "annotated.jsonl", rows)
