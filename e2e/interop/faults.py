"""Faults planted in files: places moved by a character, or counted in another unit than the format's."""

import csv
import json
import re
import zipfile

from proof import CODE_POINTS, UTF16


def jsonl(path, edit):
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    for number, row in enumerate(rows):
        edit(number, row)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def whole(path, edit):
    data = json.loads(path.read_bytes())
    edit(data)
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def replaced(path, pattern, change):
    path.write_bytes(re.sub(pattern, change, path.read_bytes().decode("utf-8")).encode("utf-8"))


def both(place, article, keys=("start", "end")):
    """Moves the two places of a dict or list."""
    first, last = keys
    return lambda at: at.update(zip(keys, place(article, at[first], at[last]))) if at.get(first) is not None else None


def rewrite(format, folder, articles, place):
    """
    Every place in the files of an export goes through `place(article, start, end) -> (start, end)`. False when the
    format has no places, or they cannot be changed here.
    """
    numbered = list(articles)

    def each(spans, article, keys=("start", "end")):
        for span in spans:
            both(place, article, keys)(span)

    if format == "marginalia-json":
        [path] = folder.glob("*.marginalia.json")
        whole(path, lambda data: [each(row["spans"], row["articleId"]) for row in data["annotations"]])
    elif format == "csv":
        [path] = folder.glob("*.csv")
        with open(path, encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        at = {name: header.index(name) for name in ("article_id", "passages", "start", "end")}
        for row in rows:
            moved = [place(row[at["article_id"]], *map(int, part.split(".."))) for part in row[at["passages"]].split()]
            if moved:
                row[at["start"]], row[at["end"]] = moved[0]
            row[at["passages"]] = " ".join(f"{start}..{end}" for start, end in moved)
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
    elif format == "jsonl":
        [path] = folder.glob("*.jsonl")
        jsonl(path, lambda _, row: [each(one["spans"], row["id"]) for one in row["annotations"]])
    elif format == "web-annotation":
        [path] = folder.glob("*.jsonld")
        whole(path, lambda data: [selectors(item, each) for item in data["first"]["items"]])
    elif format == "brat":
        for path in folder.glob("*.ann"):
            pair = lambda m, article=path.stem: "%d %d" % place(article, int(m[1]), int(m[2]))
            line = lambda m: m[1] + re.sub(r"(\d+) (\d+)", pair, m[2])
            replaced(path, r"(?m)^(T\d+\t\S+ )([\d ;]+)", line)
    elif format == "doccano":
        [path] = folder.glob("*.jsonl")
        jsonl(path, lambda n, row: [label.__setitem__(slice(2), place(numbered[n], *label[:2])) for label in row["label"]])
    elif format == "doccano-relations":
        [path] = folder.glob("*.jsonl")
        jsonl(path, lambda n, row: each(row["entities"], numbered[n], ("start_offset", "end_offset")))
    elif format == "label-studio":
        from readers.label_studio import main_file

        values = lambda task: [result["value"] for one in task["annotations"] for result in one["result"] if "value" in result]
        whole(main_file(folder), lambda tasks: [each(values(task), numbered[n]) for n, task in enumerate(tasks)])
    elif format in ("prodigy", "spacy"):
        [path] = folder.glob("*.jsonl")
        spans = lambda row: row["spans"] if format == "prodigy" else row["spans"]["sc"]
        jsonl(path, lambda n, row: each(spans(row), numbered[n]))
    elif format == "uima-json":
        for article in articles:
            custom = lambda data: [one for one in data["%FEATURE_STRUCTURES"] if "custom" in one["%TYPE"] and "begin" in one]
            whole(folder / f"{article}.json", lambda data: each(custom(data), article, ("begin", "end")))
    elif format == "uima-xmi":
        for article in articles:
            pair = lambda m: '%s begin="%d" end="%d"' % (m[1], *place(article, int(m[2]), int(m[3])))
            replaced(folder / f"{article}.xmi", r'(<custom:\w+ xmi:id="\d+" sofa="1") begin="(\d+)" end="(\d+)"', pair)
    elif format == "webanno-tsv":
        for article in articles:
            pair = lambda m: "%s\t%d-%d\t" % (m[1], *place(article, int(m[2]), int(m[3])))
            replaced(folder / f"{article}.tsv", r"(?m)^(\d+-[\d.]+)\t(\d+)-(\d+)\t", pair)
    elif format == "tei-standoff":
        for article in articles:
            replaced(folder / f"{article}.xml", r"string-range\(text,(\d+),(\d+)\)", lambda m: string_range(m, article, place))
    elif format == "refi-qda":
        qdpx(folder, numbered, place)
    elif format.startswith("dataset"):
        return tables(folder, place)
    else:
        return False
    return True


def selectors(item, each):
    targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
    for target in targets:
        if isinstance(target, dict) and "selector" in target:
            each([one for one in target["selector"] if "start" in one], target["source"].rsplit(":", 1)[1])


def string_range(match, article, place):
    start, end = place(article, int(match[1]), int(match[1]) + int(match[2]))
    return f"string-range(text,{start},{end - start})"


def qdpx(folder, numbered, place):
    [path] = folder.glob("*.qdpx")
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sources = re.split(r"(?=<TextSource )", files["project.qde"].decode("utf-8"))
    for n, article in enumerate(numbered, 1):
        pair = lambda m: 'startPosition="%d" endPosition="%d"' % place(article, int(m[1]), int(m[2]))
        sources[n] = re.sub(r'startPosition="(\d+)" endPosition="(\d+)"', pair, sources[n])
    files["project.qde"] = "".join(sources).encode("utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def tables(folder, place):
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        return False  # nothing else here writes Parquet
    path = folder / "parquet" / "spans.parquet"
    table = pyarrow.parquet.read_table(path)
    rows = table.to_pylist()
    for row in rows:
        both(place, row["article_id"])(row)
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, schema=table.schema), path)
    jsonl(folder / "spans.jsonl", lambda number, row: row.update(rows[number]))
    return True


def shifted(by=1):
    """The first place of all, one character or so to the left."""
    places = iter([by])  # nothing from the second on

    def place(article, start, end):
        left = next(places, 0)
        return start - left, end - left

    return place


def recounted(unit, texts):
    """Every place, counted in the other unit."""
    other = UTF16 if unit is CODE_POINTS else CODE_POINTS

    def place(article, *places):
        text = texts[article]
        return other.count(text, *unit.points(text, *places))

    return place
