"""The peer of bench/sentiment: a scikit-learn pipeline as most would write it. Arguments: train.tsv heldout.tsv texts.tsv."""
import json
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline, make_union


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return list(zip(*(line.rstrip("\n").split("\t") for line in lines)))


(labels, texts), (true, held_out), (_, many) = (rows(path) for path in sys.argv[1:4])
pipeline = make_pipeline(
    make_union(
        TfidfVectorizer(token_pattern=r"\w+", ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True),
    ),
    LogisticRegression(C=10, max_iter=200),
)
start = time.process_time()
pipeline.fit(texts, labels)
trained = time.process_time() - start
told = pipeline.predict(held_out)
start, clock = time.process_time(), time.perf_counter()
pipeline.predict_proba(many)
print(
    json.dumps(
        {
            "accuracy": accuracy_score(true, told),
            "macroF1": f1_score(true, told, average="macro"),
            "trainingSeconds": trained,
            "processorSeconds": time.process_time() - start,
            "seconds": time.perf_counter() - clock,
        }
    )
)
