"""Columns of words and tags, as spaCy tags passages: in IOB with two columns, and in BILUO with four; texts beside."""

import re
from dataclasses import replace

from proof import CODE_POINTS
from said import ANY, passages, reshaped
from writing import writer

# At the beginning of a file it would be none of its words.
MARK = "\ufeff"


def chunks(proof):
    """One tag for each word: of passages that overlap the first stands."""
    said = reshaped(passages(proof), list, trim=ANY)
    marks = []
    for article, text in said.texts.items():
        end = 0
        for mark in said.of(article) if text.strip() else []:
            if mark.spans[0][0] >= end:
                marks.append(mark)
                end = mark.spans[0][1]
    return replace(said, texts={id: text for id, text in said.texts.items() if text.strip()}, marks=marks)


def tagged(job, article, vocab):
    """Words and tags by spaCy, without the white space."""
    from spacy.tokens import Doc
    from spacy.training import offsets_to_biluo_tags

    text = job.texts[article]
    places = [(*job.place(article, *mark.spans[0]), mark.layer) for mark in job.said.of(article)]
    edges = {0, len(text)} | {edge for place in places for edge in place[:2]}
    edges |= {edge for match in re.finditer(r"\w+|[^\w\s]|\s+", text) for edge in match.span()}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    doc = Doc(vocab, words=[text[a:b] for a, b in zip(cuts, cuts[1:])], spaces=[False] * (len(cuts) - 1))
    return [(token, tag) for token, tag in zip(doc, offsets_to_biluo_tags(doc, places)) if not token.is_space and token.text != MARK]


def write(job, line, scheme):
    import spacy

    vocab = spacy.blank("xx").vocab
    for article, text in job.texts.items():
        words = tagged(job, article, vocab)
        tags = scheme([tag for _, tag in words])
        rows = [line.format(word=token.text, tag=tag) for (token, _), tag in zip(words, tags)]
        job.file(f"{article}.txt", text)
        job.file(f"{article}.conll", "\n".join([*rows, "", ""]))


@writer("conll-2002", "spaCy, IOB", CODE_POINTS, packages=["spacy"], says=chunks)
def iob(job):
    from spacy.training import biluo_to_iob

    write(job, "{word}\t{tag}", biluo_to_iob)


@writer("conll-2003", "spaCy, BILUO", CODE_POINTS, packages=["spacy"], says=chunks)
def biluo(job):
    write(job, "{word}\t-X-\t_\t{tag}", list)
