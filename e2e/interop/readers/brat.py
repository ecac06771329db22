"""
brat standoff, by its grammar, as strictly as brat's own server reads it. Lines end where Python's splitlines ends them:
the server reads with `codecs`, which does so.
"""

import re

from proof import CODE_POINTS, Differs, Reading, Span
from registry import reader

BREAKS = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
ID = re.compile(r"^(?:[A-Za-z]+|#[A-Za-z]*)[0-9]+")


def expects(proof, folder):
    """A passage over the end of a line stands in pieces; the ends of lines themselves cannot stand at all."""
    return [piece for span in proof.spans() for piece in lines(span)]


def role_pieces(proof):
    return [piece for span in proof.role_spans() for piece in lines(span)]


def lines(span):
    at = span.start
    for piece in re.split(f"({BREAKS.pattern})", span.quote):
        if piece and not BREAKS.fullmatch(piece):
            yield Span(span.article, at, at + len(piece), piece, span.layer)
        at += len(piece)


@reader("brat", name="brat standoff", unit=CODE_POINTS, expects=expects, roles=role_pieces)
def brat(folder, proof, unit):
    spans, roles, texts = [], [], {}
    for path in folder.glob("*.txt"):
        texts[path.stem] = path.read_bytes().decode("utf-8")
    names = configured(folder / "annotation.conf") if texts else {}
    for path in folder.glob("*.ann"):
        for span in document(path, texts[path.stem], proof, unit, names):
            (roles if "." in span.layer else spans).append(span)
    return Reading(spans, texts, roles=roles)


def configured(path):
    """Section of annotation.conf -> the types it names."""
    names, section = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = names.setdefault(line.strip("[]"), set())
        elif line.strip() and not line.startswith("<"):
            section.add(line.strip().lstrip("!").split("\t")[0])
    return names


def document(path, text, proof, unit, names):
    bounds, events, refers = {}, {}, []

    def known(section, name):
        if name not in names[section]:
            raise Differs(f"{path.name}: annotation.conf has no {name} among its {section}")

    seen = set()
    for line in path.read_bytes().decode("utf-8").splitlines():
        id, data, *tail = line.split("\t", 2)
        if not ID.match(id) or id in seen:
            raise Differs(f"{path.name}: {id} is no id, or not its first")
        seen.add(id)
        if id[0] == "T":
            bounds[id] = bound(path.stem, text, data, tail, proof, unit)
        elif id[0] == "E":
            (kind, trigger), *arguments = [pair.split(":") for pair in data.split(" ")]
            known("events", kind)
            events[id] = (kind, trigger, arguments)
            refers += [(id, argument) for _, argument in arguments]
        elif id[0] == "R":
            kind, *arguments = data.split(" ")
            known("relations", kind)
            roles = [argument.split(":") for argument in arguments]
            if len(roles) != 2 or roles[0][0] == roles[1][0]:
                raise Differs(f"{path.name}: {line} has not two different arguments")
            refers += [(id, argument) for _, argument in roles]
        elif id[0] == "A":
            name, target = data.split(" ")[:2]
            known("attributes", name)
            refers.append((id, target))
        elif id[0] == "N":
            target = re.fullmatch(r"\S+ (\S+) [^\s:]+:\S+", data)
            refers.append((id, target[1]))
        elif id[0] == "#":
            _, target = data.split()
            refers.append((id, target))
        else:
            raise Differs(f"{path.name}: brat knows no line of {id}")
    triggers = {trigger for _, trigger, _ in events.values()}
    for id, target in refers:
        if target not in seen:
            raise Differs(f"{path.name}: {id} refers to {target}, which is not there")
        if target in triggers:
            raise Differs(f"{path.name}: {id} refers to a trigger")
    contents, parts = {}, []
    for id, (kind, trigger, arguments) in events.items():
        if bounds[trigger][0] != kind:
            raise Differs(f"{path.name}: the trigger of {id} is of another type")
        # What is attributed is the content; without one, the trigger is what was marked.
        content = [argument for role, argument in arguments if role == "Content"]
        contents[trigger] = content[0] if content else trigger
        # Numbered roles are the same role again. A passage of a role is of the type that is called so.
        for role, argument in arguments:
            role = re.sub(r"\d+$", "", role)
            if role != "Content" and bounds.get(argument, [None])[0] == role:
                parts.append((argument, f"{kind}.{role}"))
    passages = {argument for argument, _ in parts}
    for id, (kind, _) in bounds.items():
        known("events" if id in contents else "entities", kind)
        if id not in passages and kind != "Content":
            yield from (Span(path.stem, *place, kind) for place in bounds[contents.get(id, id)][1])
    for argument, role in parts:
        yield from (Span(path.stem, *place, role) for place in bounds[argument][1])


def bound(article, text, data, tail, proof, unit):
    kind, places = data.split(" ", 1)
    spans = []
    for place in places.split(";"):
        start, end = map(int, place.split(" "))
        if any(end >= s and start < e for s, e, _ in spans):
            raise Differs(f"{article}: {data} overlaps itself")
        span = proof.cut(unit, article, start, end, text=text)
        spans.append((span.start, span.end, span.quote))
    if " ".join(quote for _, _, quote in spans) != tail[0]:
        raise Differs(f"{article}: {data} does not match marked span(s) “{tail[0]}”")
    return kind, spans
