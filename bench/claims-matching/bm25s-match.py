"""Matches a file of texts with a file of claims by bm25s, in batches as a careful user would: CLAIMS TEXTS OUT."""
import csv
import sys

import bm25s

BATCH = 20_000


def tokens(texts):
    return bm25s.tokenize(texts, stopwords=None, show_progress=False)


claims, texts, out = sys.argv[1:]
with open(claims, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
ids = [row["claim_id"] for row in rows]
index = bm25s.BM25(k1=1.2, b=0.75)
index.index(tokens([row["text"] for row in rows]), show_progress=False)


def match(batch, writer):
    found, scores = index.retrieve(tokens([row["text"] for row in batch]), k=5, show_progress=False)
    for row, places, values in zip(batch, found, scores):
        for rank, (place, value) in enumerate(zip(places, values), start=1):
            if value > 0:
                writer.writerow([row["text_id"], ids[place], rank, f"{value:.4f}", "bm25s"])


with open(texts, encoding="utf-8", newline="") as file, open(out, "w", encoding="utf-8", newline="") as target:
    writer = csv.writer(target)
    batch = []
    for row in csv.DictReader(file):
        batch.append(row)
        if len(batch) == BATCH:
            match(batch, writer)
            batch = []
    if batch:
        match(batch, writer)
