"""The dataset's tables, JSON Lines and Parquet, read in place by everything that reads tables. Places are code points."""

import hashlib
import json
import os
import tempfile

from proof import CODE_POINTS, Differs, Reading
from registry import reader

TABLES = ["articles", "annotations", "spans", "values", "links", "attributions", "claims", "speakers", "tokens"]


def joined(proof, unit, articles, annotations, spans, links=None):
    """Rows of tables, as dicts, put together: the passages with the layers of their annotations."""
    texts = {row["article_id"]: row["text"] for row in articles}
    for row in articles:
        if hashlib.sha256(row["text"].encode()).hexdigest() != row["sha256"]:
            raise Differs(f"{row['article_id']}: its sha256 is not that of its text")
    layers = {row["annotation_id"]: row["layer"] for row in annotations}
    found = []
    for row in spans:
        id, article = row["annotation_id"], row["article_id"]
        span = proof.cut(unit, article, int(row["start"]), int(row["end"]), layers[id], id, texts[article])
        if span.quote != row["quote"]:
            raise Differs(f"{id}: “{row['quote']}” is “{span.quote}” at its place")
        found.append(span)
    for row in annotations:
        mine = [(span.start, span.end, span.quote) for span in found if span.id == row["annotation_id"]]
        if " … ".join(quote for _, _, quote in mine) != row["quote"] or len(mine) != row["parts"]:
            raise Differs(f"{row['annotation_id']}: “{row['quote']}” is not the quote of its passages")
        if mine and (int(row["start"]), int(row["end"])) != (mine[0][0], mine[-1][1]):
            raise Differs(f"{row['annotation_id']}: start and end are not those of its passages")
    return Reading(found, texts, set(layers), None if links is None else roles(proof, unit, texts, annotations, links))


def roles(proof, unit, texts, annotations, links):
    """Passages that links point at; those inherited are another annotation's."""
    of = {row["annotation_id"]: (row["article_id"], row["layer"]) for row in annotations}
    found = []
    for row in links:
        if row["kind"] == "spans" and not row["inherited"]:
            article, layer = of[row["annotation_id"]]
            place = int(row["start"]), int(row["end"])
            layer = f"{layer}.{row['role']}"
            found.append(proof.cut(unit, article, *place, layer, row["annotation_id"], texts[article]))
    return found


def dataset(name, package, needs=None):
    return reader("dataset", "dataset-pseudonymous", name=name, packages=[package], unit=CODE_POINTS, needs=needs)


@dataset("pandas, JSON Lines", "pandas")
def lines_with_pandas(folder, proof, unit):
    import pandas

    def rows(table):
        frame = pandas.read_json(folder / f"{table}.jsonl", lines=True, dtype=False, convert_dates=False)
        return frame.to_dict("records")

    return joined(proof, unit, *map(rows, ("articles", "annotations", "spans", "links")))


@dataset("pyarrow, Parquet by layer", "pyarrow")
def parquet_with_pyarrow(folder, proof, unit):
    import pyarrow.dataset
    import pyarrow.parquet

    def rows(table):
        return pyarrow.parquet.read_table(folder / "parquet" / f"{table}.parquet").to_pylist()

    parts = folder / "parquet" / "annotations"
    annotations = pyarrow.dataset.dataset(parts, partitioning="hive").to_table().to_pylist() if parts.exists() else []
    for table in TABLES:
        if table != "annotations":
            same_as_lines(folder, table, rows(table))
    return joined(proof, unit, rows("articles"), annotations, rows("spans"), rows("links"))


def same_as_lines(folder, table, rows):
    with open(folder / f"{table}.jsonl", encoding="utf-8", newline="\n") as file:
        if [json.loads(line) for line in file] != rows:
            raise Differs(f"{table}: Parquet and JSON Lines differ")


@dataset("datasets, JSON Lines and Parquet", "datasets")
def with_datasets(folder, proof, unit):
    from datasets import load_dataset

    cache = tempfile.mkdtemp(dir=os.environ["INTEROP_SCRATCH"])  # it takes files of the same name for the same

    def rows(kind, *files):
        files = [str(path) for path in files if path.stat().st_size > 0]
        return list(load_dataset(kind, data_files=files, split="train", cache_dir=cache)) if files else []

    if not proof.articles:
        return Reading([], {}, set())  # datasets refuses files without rows
    articles = rows("parquet", folder / "parquet" / "articles.parquet")
    # Of JSON Lines it makes times of what looks like times, so only texts are compared.
    texts = lambda table: [(row["article_id"], row["text"]) for row in table]
    if texts(rows("json", folder / "articles.jsonl")) != texts(articles):
        raise Differs("articles: Parquet and JSON Lines differ")
    annotations = rows("json", folder / "annotations.jsonl")
    spans = rows("parquet", folder / "parquet" / "spans.parquet") if annotations else []
    return joined(proof, unit, articles, annotations, spans)


@dataset("Polars, Parquet by layer", "polars")
def with_polars(folder, proof, unit):
    import polars

    parquet = folder / "parquet"
    parts = parquet / "annotations"
    annotations = polars.scan_parquet(parts / "**/*.parquet", hive_partitioning=True).collect().to_dicts() if parts.exists() else []
    articles, spans = (polars.read_parquet(parquet / f"{table}.parquet").to_dicts() for table in ("articles", "spans"))
    return joined(proof, unit, articles, annotations, spans)


@dataset("DuckDB, Parquet by layer, cut in SQL", "duckdb")
def with_duckdb(folder, proof, unit):
    import duckdb

    parquet = folder / "parquet"
    connection = duckdb.connect()

    def rows(sql):
        return connection.sql(sql).fetchall()

    columns = lambda relation: [dict(zip(relation.columns, row)) for row in relation.fetchall()]
    articles = columns(connection.read_parquet(str(parquet / "articles.parquet")))
    spans = columns(connection.read_parquet(str(parquet / "spans.parquet")))
    annotations = []
    if (parquet / "annotations").exists():
        glob = str(parquet / "annotations/*/*.parquet")
        annotations = columns(connection.read_parquet(glob, hive_partitioning=True))
    # SQL's substring counts code points, from 1.
    wrong = rows(
        f"""SELECT count(*) FROM '{parquet}/spans.parquet' JOIN '{parquet}/articles.parquet' USING (article_id)
        WHERE substring(text, start + 1, "end" - start) <> quote"""
    )
    if wrong != [(0,)]:
        raise Differs(f"{wrong[0][0]} quotes are not where SQL's substring finds them")
    return joined(proof, unit, articles, annotations, spans)


def java():
    """Why Spark cannot run, or None."""
    program = os.environ.get("INTEROP_JAVA")
    if not program:
        return "Java 17 or newer is not installed"
    return None


@dataset("Spark, Parquet by layer, cut in SQL", "pyspark", needs=java)
def with_spark(folder, proof, unit):
    from pyspark.sql import functions as f

    parquet = str(folder / "parquet")
    session = spark()
    articles, spans = (session.read.parquet(f"{parquet}/{table}.parquet") for table in ("articles", "spans"))
    annotations = []
    if os.path.exists(f"{parquet}/annotations"):
        annotations = session.read.parquet(f"{parquet}/annotations").collect()
    # substring counts code points, from 1.
    cut = f.expr("substring(text, start + 1, end - start)")
    wrong = spans.join(articles.select("article_id", "text"), "article_id").where(cut != f.col("quote")).count()
    if wrong:
        raise Differs(f"{wrong} quotes are not where SQL's substring finds them")
    lines = session.read.schema(spans.schema).json(str(folder / "spans.jsonl"))
    if lines.exceptAll(spans).count() + spans.exceptAll(lines).count():
        raise Differs("spans: Parquet and JSON Lines differ")
    as_dicts = lambda rows: [row.asDict() for row in rows]
    order = spans.orderBy("article_id", "annotation_id", "part")
    return joined(proof, unit, as_dicts(articles.collect()), as_dicts(annotations), as_dicts(order.collect()))


def spark():
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.log.level", "OFF")
        .getOrCreate()
    )


@dataset("Frictionless, datapackage.json", "frictionless")
def with_frictionless(folder, proof, unit):
    from frictionless import Package

    if not proof.articles:
        return Reading([], {}, set())  # a package without a resource is none
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    if not report.valid:
        raise Differs(str(report.flatten(["name", "rowNumber", "fieldName", "type", "message"])[:2]))

    def rows(table):
        # A table without rows is not described.
        return [row.to_dict() for row in package.get_resource(table).read_rows()] if package.has_resource(table) else []

    return joined(proof, unit, *map(rows, ("articles", "annotations", "spans")))


@dataset("mlcroissant, croissant.json", "mlcroissant")
def with_croissant(folder, proof, unit):
    import mlcroissant

    loaded = mlcroissant.Dataset(str(folder / "croissant.json"))
    errors = loaded.metadata.issues.errors
    if errors:
        raise Differs(str(sorted(errors)[:2]))

    def rows(table):
        for record in loaded.records(f"{table}-rows"):
            row = {key.split("/", 1)[1]: value for key, value in record.items()}
            yield {key: value.decode("utf-8") if isinstance(value, bytes) else value for key, value in row.items()}

    for table in TABLES:
        list(rows(table))
    return joined(proof, unit, list(rows("articles")), list(rows("annotations")), list(rows("spans")))


@reader("dataset", "dataset-pseudonymous", name="hashlib, checksums.sha256", unit=CODE_POINTS, files=True)
def checksums(folder, proof, unit):
    told = dict(reversed(line.split("  ", 1)) for line in (folder / "checksums.sha256").read_text("utf-8").splitlines())
    there = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and (path.name in told or path.name not in ("checksums.sha256", "losses.json"))
    }
    if told != there:
        raise Differs(f"checksums: {sorted(set(told.items()) ^ set(there.items()))[:2]}")
    return None
