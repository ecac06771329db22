"""Tables with a row for each annotation, by the libraries that write most of them, in the columns one would choose."""

import csv
from dataclasses import replace

from proof import CODE_POINTS, UTF16
from said import everything, only, unmarked
from writing import writer


def noted(proof):
    """Rows have a note, which is trimmed; texts without a row are not told of."""
    said = only(everything(proof), "note")
    marked = {mark.article for mark in said.marks}
    marks = [replace(mark, note=mark.note.strip()) for mark in said.marks]
    return replace(said, texts={id: text for id, text in said.texts.items() if id in marked}, marks=marks)


def rows(job):
    """One row for each annotation, in columns of words and numbers."""
    for mark in job.said.marks:
        [(start, end)], [words] = job.pairs(mark), job.said.words(mark)
        yield {"document": mark.article, "start": start, "end": end, "quote": words, "label": mark.layer, "note": mark.note}


# A byte order mark before a text file is none of it. Whether whoever counted saw the mark is found out by the words, and told.
BESIDE = {"becomes": unmarked, "odd": ["1 row has its words elsewhere than it says"]}
IN_UTF16 = {**BESIDE, "odd": [*BESIDE["odd"], "positions count UTF-16 code units"], "either": True}


def texts_beside(job):
    for article, text in job.texts.items():
        job.file(f"{article}.txt", text)


@writer("csv-mapped", "csv (Python)", CODE_POINTS, says=noted, **BESIDE)
def plain(job):
    """With a byte order mark, semicolons, and every line end as it is: what Excel asks for in half of Europe."""
    texts_beside(job)
    if not job.said.marks:
        return
    with open(job.folder / "annotations.csv", "w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, ["document", "start", "end", "quote", "label", "note"], delimiter=";")
        table.writeheader()
        table.writerows(rows(job))


@writer("csv-mapped", "pandas, to_csv", CODE_POINTS, packages=["pandas"], says=noted)
def with_pandas(job):
    """With the text in every row."""
    import pandas

    frame = pandas.DataFrame([{**row, "full_text": job.texts[row["document"]]} for row in rows(job)])
    if len(frame):
        frame.to_csv(job.folder / "annotations.csv")


@writer("csv-mapped", "pandas, TSV, UTF-16 places", UTF16, packages=["pandas"], says=noted, **IN_UTF16)
def tabbed(job):
    import pandas

    texts_beside(job)
    frame = pandas.DataFrame(rows(job))
    if len(frame):
        frame.to_csv(job.folder / "annotations.tsv", sep="\t", index=False, quoting=csv.QUOTE_ALL)


@writer("csv-mapped", "polars, write_csv", CODE_POINTS, packages=["polars"], says=noted, **BESIDE)
def with_polars(job):
    import polars

    texts_beside(job)
    frame = polars.DataFrame(list(rows(job)))
    if len(frame):
        frame.write_csv(job.folder / "annotations.csv", include_bom=True, line_terminator="\r\n")


def arrow(job):
    import pyarrow

    table = pyarrow.Table.from_pylist([{**row, "full_text": job.texts[row["document"]]} for row in rows(job)])
    if len(table):
        names = table.column_names
        # Repeated words as a dictionary, and texts as large strings: what pandas and Arrow themselves would do.
        for name, kind in (("label", pyarrow.dictionary(pyarrow.int32(), pyarrow.string())), ("full_text", pyarrow.large_string())):
            table = table.set_column(names.index(name), name, table.column(name).cast(pyarrow.string()).cast(kind))
    return table


# The others differ in how they pack, not in what.
FEW = ("golden", "shapes", "sample")

for codec in ("NONE", "SNAPPY", "GZIP", "BROTLI", "ZSTD", "LZ4"):

    @writer("csv-mapped", f"pyarrow, Parquet, {codec.lower()}", CODE_POINTS, packages=["pyarrow"], says=noted, projects=FEW)
    def parquet(job, codec=codec):
        import pyarrow.parquet

        table = arrow(job)
        if len(table):
            pyarrow.parquet.write_table(table, job.folder / "annotations.parquet", compression=codec)


@writer("csv-mapped", "pyarrow, Parquet, pages of version 2", CODE_POINTS, packages=["pyarrow"], says=noted)
def second_pages(job):
    import pyarrow.parquet

    table = arrow(job)
    if len(table):
        encoding = {"document": "DELTA_BYTE_ARRAY", "start": "DELTA_BINARY_PACKED", "quote": "DELTA_LENGTH_BYTE_ARRAY"}
        how = {"use_dictionary": ["label"], "column_encoding": encoding, "data_page_version": "2.0", "row_group_size": 50}
        pyarrow.parquet.write_table(table, job.folder / "annotations.parquet", compression="zstd", **how)


@writer("csv-mapped", "polars, Parquet", CODE_POINTS, packages=["polars"], says=noted)
def polars_parquet(job):
    import polars

    frame = polars.DataFrame([{**row, "full_text": job.texts[row["document"]]} for row in rows(job)])
    if len(frame):
        frame.write_parquet(job.folder / "annotations.parquet")


@writer("csv-mapped", "DuckDB, COPY to Parquet", CODE_POINTS, packages=["duckdb", "pyarrow"], says=noted)
def duckdb_parquet(job):
    import duckdb

    table = arrow(job)
    if len(table):
        connection = duckdb.connect()
        connection.register("annotations", table)
        connection.execute(f"copy annotations to '{job.folder / 'annotations.parquet'}' (format parquet)")


@writer("csv-mapped", "DuckDB, COPY to CSV", CODE_POINTS, packages=["duckdb", "pyarrow"], says=noted)
def duckdb_csv(job):
    import duckdb

    table = arrow(job)
    if len(table):
        connection = duckdb.connect()
        connection.register("annotations", table)
        connection.execute(f"copy annotations to '{job.folder / 'annotations.csv'}' (format csv, header)")
