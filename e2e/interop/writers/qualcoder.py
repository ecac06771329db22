"""QualCoder's database data.qda, in the tables that version 3.5 makes: codes, codings with their words, memos."""

import sqlite3

from dataclasses import replace

from proof import CODE_POINTS
from said import everything, only
from writing import writer

DAY = "2024-05-01 08:00:00"
TABLES = """
CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer, codername text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer, cid integer, memo text, date text, owner text, important integer);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text, date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text, unique(fid, pos0, pos1, owner));
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, constraint ucm unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid, fid, pos0, pos1, owner));
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
"""


def codings(proof):
    """A code marks a passage once; files without a word are none."""
    said = only(everything(proof), "note")
    once = {(mark.article, mark.layer, mark.spans): replace(mark, note=mark.note.strip()) for mark in said.marks}
    return replace(said, texts={id: text for id, text in said.texts.items() if text}, marks=list(once.values()))


@writer("qualcoder", "sqlite3, tables of QualCoder", CODE_POINTS, says=codings)
def qualcoder(job):
    path = job.folder / "study.qda" / "data.qda"
    path.parent.mkdir()
    database = sqlite3.connect(path)
    database.executescript(TABLES)

    def add(table, *values):
        database.execute(f"insert into {table} values ({', '.join('?' * len(values))})", values)

    add("project", "v11", DAY, "", "QualCoder 3.5", None, 0, "ada")
    codes = {layer: n for n, layer in enumerate(sorted({mark.layer for mark in job.said.marks}), 1)}
    for layer, number in codes.items():
        add("code_name", number, layer, "", None, "ada", DAY, "#1F5FA8")
    for number, (article, text) in enumerate(job.texts.items(), 1):
        add("source", number, article, text, None, "", "ada", DAY, None, None)
        for mark in job.said.of(article):
            [(start, end)], [words] = job.pairs(mark), job.said.words(mark)
            add("code_text", None, codes[mark.layer], number, words, start, end, "ada", DAY, mark.note, None, None)
    database.commit()
    database.close()
