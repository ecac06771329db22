# What R makes of an export, as JSON: Rscript read.R dataset|jsonl|csv FOLDER. Nothing is told how to read it but its kind.
library(jsonlite)

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[2]

lines <- function(path) stream_in(file(path, encoding = "UTF-8"), verbose = FALSE)
table <- function(name) lines(file.path(folder, paste0(name, ".jsonl")))

# Passages cut in R, whose strings count code points, from 1.
cut <- function(texts, start, end) if (length(start)) substr(texts, start + 1, end) else character()

dataset <- function() {
  articles <- table("articles")
  spans <- table("spans")
  spans$cut <- cut(articles$text[match(spans$article_id, articles$article_id)], spans$start, spans$end)
  list(articles = articles, annotations = table("annotations"), spans = spans, links = table("links"))
}

read <- list(
  dataset = dataset,
  jsonl = function() list(rows = lines(Sys.glob(file.path(folder, "*.jsonl")))),
  csv = function() {
    path <- Sys.glob(file.path(folder, "*.csv"))
    list(rows = read.csv(path, colClasses = "character", na.strings = character(), fileEncoding = "UTF-8"))
  }
)
cat(toJSON(read[[arguments[1]]](), auto_unbox = TRUE, null = "null", na = "null", digits = NA))
