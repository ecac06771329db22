"""Many articles in one file, as tables, JSON and packed folders, in the shapes that programs write of themselves."""

import csv
import json
import zipfile
from dataclasses import replace

from said import everything, kept
from writers.articles import ONCE, paragraphs, told
from writing import writer


def all_kept(proof):
    """Every text of a project as it will be kept, with its id for a title."""
    said = kept(everything(proof))
    return replace(said, marks=[], titles={id: id for id in said.texts})


# Every project's texts: golden strings, all scripts and ends of lines, controls, markup and formulas.
ALL = {"unit": None, "says": all_kept}


def rows(job):
    return [{"title": id, "date": "2024-05-01", "text": text} for id, text in job.texts.items()]


def tabled(name, **how):
    """A dialect of Python's csv."""

    @writer("articles", f"csv (Python), {name}", **ALL)
    def write(job, how=how):
        encoding = how.get("encoding", "utf-8")
        if job.texts:
            with open(job.folder / f"corpus.{how.get('extension', 'csv')}", "w", encoding=encoding, newline="") as file:
                dialect = {key: value for key, value in how.items() if key not in ("encoding", "extension")}
                table = csv.DictWriter(file, ["title", "date", "text"], **dialect)
                table.writeheader()
                table.writerows(rows(job))


tabled("excel")
tabled("semicolons, mark", delimiter=";", encoding="utf-8-sig")
tabled("all quoted, UTF-16", quoting=csv.QUOTE_ALL, encoding="utf-16")
tabled("tabs", extension="tsv", delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")


@writer("articles", "pandas, to_csv", packages=["pandas"], **ALL)
def frame_csv(job):
    import pandas

    if job.texts:
        pandas.DataFrame(rows(job)).to_csv(job.folder / "corpus.csv")


@writer("articles", "pandas, to_json lines", packages=["pandas"], **ALL)
def frame_lines(job):
    import pandas

    if job.texts:
        pandas.DataFrame(rows(job)).to_json(job.folder / "corpus.jsonl", orient="records", lines=True)


@writer("articles", "pandas, to_json records", packages=["pandas"], **ALL)
def frame_records(job):
    import pandas

    if job.texts:
        pandas.DataFrame(rows(job)).to_json(job.folder / "corpus.json", orient="records", force_ascii=False, indent=2)


@writer("articles", "json (Python), nested", **ALL)
def nested(job):
    """As an API answers: the articles under a key, each with its facts below another."""
    found = [{"fields": {"headline": row["title"], "bodyText": row["text"]}, "webPublicationDate": row["date"]} for row in rows(job)]
    if found:
        job.file("answer.json", json.dumps({"response": {"status": "ok", "total": len(found), "results": found}}, ensure_ascii=False))


@writer("articles", "pyarrow, Parquet", packages=["pyarrow"], **ALL)
def arrow(job):
    """Texts as large strings, with a list, a struct and nothing beside them."""
    import pyarrow
    import pyarrow.parquet

    if not job.texts:
        return
    more = {"tags": ["a", "b"], "about": {"page": 3, "desk": None}, "none": None}
    table = pyarrow.Table.from_pylist([{**row, **more} for row in rows(job)])
    at = table.column_names.index("text")
    table = table.set_column(at, "text", table.column("text").cast(pyarrow.large_string()))
    pyarrow.parquet.write_table(table, job.folder / "corpus.parquet", compression="zstd", row_group_size=7)


@writer("articles", "polars, Parquet", packages=["polars"], **ALL)
def polars_table(job):
    import polars

    if job.texts:
        polars.DataFrame(rows(job)).write_parquet(job.folder / "corpus.parquet")


@writer("articles", "DuckDB, Parquet", packages=["duckdb", "polars", "pyarrow"], **ALL)
def duckdb_table(job):
    import duckdb
    import polars

    if job.texts:
        connection = duckdb.connect()
        connection.register("corpus", polars.DataFrame(rows(job)).to_arrow())
        connection.execute(f"copy corpus to '{job.folder / 'corpus.parquet'}' (format parquet, compression gzip)")


@writer("articles", "zipfile (Python), folders", says=told(), **ONCE)
def packed(job):
    """Names of every script, in folders, packed and not."""
    with zipfile.ZipFile(job.folder / "articles.zip", "w") as archive:
        for number, (id, text) in enumerate(job.texts.items()):
            how = zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED
            archive.writestr(f"Presse – 新聞/{id}/{paragraphs(text)[0][:20]} 😀.txt", text.encode("utf-8"), how)


@writer("articles", "zipfile (Python), names of DOS", says=told("en", "de"), **ONCE)
def packed_dos(job):
    """Names in code page 437, as old packers have them."""

    class Plain(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode("cp437"), self.flag_bits & ~0x800

    with zipfile.ZipFile(job.folder / "articles.zip", "w") as archive:
        for id, text in job.texts.items():
            archive.writestr(Plain(f"Börse/Größe {id}.txt"), text.encode("utf-8"))
