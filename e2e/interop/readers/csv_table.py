"""The table of annotations, with pandas."""

from proof import CODE_POINTS, Differs, Reading
from registry import reader


def plain(cell):
    """Without the apostrophe that keeps spreadsheets from calculating."""
    return cell[1:] if cell.startswith("'") else cell


def passages(rows, proof, unit, shown=str):
    """Rows of the table, as dicts of words, with their passages cut. `shown`: what a quote is for this reader."""
    spans = []
    for row in rows:
        # offset_unit is told in every row that has a place.
        places = [[int(place) for place in passage.split("..")] for passage in row["passages"].split()]
        found = [proof.cut(unit, row["article_id"], *place, row["layer"], row["annotation_id"]) for place in places]
        if shown(" … ".join(span.quote for span in found)) != plain(row["quote"]):
            raise Differs(f"{row['annotation_id']}: its quote is not its passages")
        if places and [int(row["start"]), int(row["end"])] != places[0]:
            raise Differs(f"{row['annotation_id']}: start and end are not those of its first passage")
        spans.extend(found)
    return Reading(spans, ids={row["annotation_id"] for row in rows})


@reader("csv", name="pandas.read_csv", packages=["pandas"], unit=CODE_POINTS)
def with_pandas(folder, proof, unit):
    import pandas

    [path] = folder.glob("*.csv")
    table = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    return passages(table.to_dict("records"), proof, unit)
