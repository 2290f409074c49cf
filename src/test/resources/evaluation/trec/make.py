"""Makes the files beside it: a random run with graded judgements, and what trec_eval says of it.

    python3 -m venv venv && venv/bin/pip install pytrec_eval-terrier && venv/bin/python make.py
"""

import random

import pytrec_eval

QUERIES, DOCUMENTS, RANKS = 60, 80, 20

rng = random.Random(20260128)
documents = [f"d{i:02}" for i in range(DOCUMENTS)]
qrels, run = {}, {}
for q in range(QUERIES):
    query = f"q{q:02}"
    # one to thirty judged documents, grades 0 to 3; at least one is relevant
    judged = rng.sample(documents, rng.randint(1, 30))
    qrels[query] = {d: rng.choice([0, 1, 1, 2, 3]) for d in judged}
    qrels[query][judged[0]] = rng.randint(1, 3)
    # relevant documents are likelier to be found; some runs are short; scores fall with the rank, so there is no tie
    likely = sorted(documents, key=lambda d: rng.random() + 0.25 * qrels[query].get(d, 0), reverse=True)
    ranked = likely[: rng.choice([3, 8, RANKS, RANKS, RANKS])]
    run[query] = {d: float(len(ranked) - i) for i, d in enumerate(ranked)}

top10 = {q: dict(sorted(r.items(), key=lambda e: -e[1])[:10]) for q, r in run.items()}
measured = pytrec_eval.RelevanceEvaluator(qrels, {"ndcg_cut.10", "recall.5,20"}).evaluate(run)
first10 = pytrec_eval.RelevanceEvaluator(qrels, {"recip_rank"}).evaluate(top10)

with open("qrels.tsv", "w") as out:
    out.write("query-id\tcorpus-id\tscore\n")
    for q, judged in qrels.items():
        out.writelines(f"{q}\t{d}\t{grade}\n" for d, grade in judged.items())
with open("run.trec", "w") as out:
    for q, ranked in run.items():
        for rank, (d, score) in enumerate(sorted(ranked.items(), key=lambda e: -e[1]), 1):
            out.write(f"{q} Q0 {d} {rank} {score:.0f} sanad\n")
with open("expected.tsv", "w") as out:
    out.write("query-id\tndcg_cut_10\trecip_rank of the first 10\trecall_5\trecall_20\n")
    for q in qrels:
        m = measured[q]
        out.write(f"{q}\t{m['ndcg_cut_10']:.6f}\t{first10[q]['recip_rank']:.6f}\t{m['recall_5']:.6f}\t{m['recall_20']:.6f}\n")
