"""What a proof project holds, the units that programs count in, and what a reader found beside it."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path


class Differs(Exception):
    """A file does not say what the project holds."""


@dataclass(frozen=True)
class Unit:
    """What a format counts places in; everything is compared in code points, which Python's strings count in."""

    name: str
    width: object

    def index(self, text):
        """The place in code points of every place of this unit, and None for those inside a character."""
        places = []
        for at, character in enumerate(text):
            places.append(at)
            places.extend([None] * (self.width(character) - 1))
        return [*places, len(text)]

    def count(self, text, *points):
        """Places in code points as places of this unit."""
        return tuple(sum(map(self.width, text[:point])) for point in points)

    def points(self, text, *places):
        """Places of this unit as code points of the text. Raises Differs for one past its end or inside a character."""
        index = self.index(text)
        found = [index[place] if 0 <= place < len(index) else None for place in places]
        if None in found:
            raise Differs(f"{places} is not a place in a text of {len(index) - 1} {self.name}")
        return found


CODE_POINTS = Unit("code points", lambda character: 1)
UTF16 = Unit("UTF-16", lambda character: 2 if ord(character) > 0xFFFF else 1)
BYTES = Unit("bytes", lambda character: len(character.encode("utf-8")))


@dataclass(frozen=True)
class Span:
    """A passage, in code points. What a reader cannot tell is None, and is not compared."""

    article: str
    start: int
    end: int
    quote: str
    layer: str | None = None
    id: str | None = None


@dataclass
class Reading:
    """What a reader found: passages, and texts, ids of annotations and passages of roles where it looks for them."""

    spans: list
    texts: dict | None = None
    ids: set | None = None
    roles: list | None = None


class Proof:
    """A project as plain data, written by JavaScript."""

    def __init__(self, folder: Path, file: str = "expected.json"):
        self.folder = folder
        with open(folder / file, encoding="utf-8") as file:
            data = json.load(file)
        self.name = data["name"]
        self.articles = {article["id"]: article for article in data["articles"]}
        self.texts = {id: article["text"] for id, article in self.articles.items()}
        self.annotations = {each["id"]: each for each in data["annotations"]}
        self.speakers = data["speakers"]
        for span in self.spans():
            if self.texts[span.article][span.start : span.end] != span.quote:
                raise AssertionError(f"the proof contradicts itself: {span}")

    def spans(self):
        """Every passage of every annotation."""
        return [
            Span(each["article"], part["start"], part["end"], part["quote"], each["layer"], each["id"])
            for each in self.annotations.values()
            for part in each["spans"]
        ]

    def role_spans(self):
        """Every passage that a role points at: who says it, and with what word; `layer` is "quote.cue"."""
        return [
            Span(each["article"], part["start"], part["end"], part["quote"], f"{each['layer']}.{role}", each["id"])
            for each in self.annotations.values()
            for role, targets in each["roles"].items()
            for target in targets
            for part in target.get("spans", [])
        ]

    def cut(self, unit, article, start, end, layer=None, id=None, text=None):
        """A passage of a text, cut by places of the unit."""
        text = self.texts[article] if text is None else text
        start, end = unit.points(text, start, end)
        return Span(article, start, end, text[start:end], layer, id)


def compare(reading, expected_spans, expected_roles, expected_texts, expected_ids):
    """How many passages were compared. Raises Differs with the first that are not the same."""
    same(reading.spans, expected_spans, "passages")
    if reading.roles is not None:
        same(reading.roles, expected_roles, "passages of roles")
    if reading.texts is not None and reading.texts != expected_texts:
        ids = expected_texts.keys() | reading.texts.keys()
        raise Differs(f"other texts: {sorted(id for id in ids if expected_texts.get(id) != reading.texts.get(id))[:3]}")
    if reading.ids is not None and reading.ids != expected_ids:
        raise Differs(f"other annotations: {sorted(reading.ids ^ expected_ids)[:3]}")
    return len(reading.spans) + len(reading.roles or [])


def same(found, expected, what):
    keys = [key for key in ("layer", "id") if all(getattr(span, key) is not None for span in found)]

    def bag(spans):
        return Counter(
            (span.article, span.start, span.end, span.quote, *(getattr(span, key) for key in keys)) for span in spans
        )

    found, expected = bag(found), bag(expected)
    if found != expected:
        missing, more = expected - found, found - expected
        first = f"{sorted(missing.elements())[:2]} and {sorted(more.elements())[:2]}"
        raise Differs(f"{what}: {missing.total()} missing, {more.total()} too many: {first}")
