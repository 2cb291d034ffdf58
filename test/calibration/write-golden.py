"""Writes golden/*.json for the tests: tails by scipy and numpy, and what the prototype makes of small random data.
Usage: write-golden.py PROTOTYPE.py   (needs numpy, scipy)"""
import json, os, subprocess, sys
import numpy as np
from scipy.stats import poisson

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(1)


def write(name, value):
    os.makedirs(os.path.join(here, 'golden'), exist_ok=True)
    with open(os.path.join(here, 'golden', name), 'w') as file:
        json.dump(value, file, separators=(',', ':'))
        file.write('\n')


def tails():
    asked = [(k, mean) for k in (1, 2, 3, 5, 10, 40, 255, 256, 300, 2000) for mean in (1e-9, 1e-4, .01, .5, 1, 2, 4.9, 5, 9.5, 40, 250, 301, 1900)]
    binomial = []
    for n, k in ((2, 2), (5, 2), (12, 7), (60, 5), (60, 40)):
        chances = [float(x) for x in rng.uniform(0, rng.choice([.01, .3, 1]), n)]
        tail = np.array([1.])
        for p in chances:
            tail = np.convolve(tail, [1 - p, p])
        binomial.append({'k': k, 'chances': chances, 'tail': float(tail[k:].sum())})
    return {'poisson': [[k, mean, float(poisson.sf(k - 1, mean))] for k, mean in asked], 'poissonBinomial': binomial}


def planted(accounts, objects, actions, group, shared, delay):
    """Random actions over three days, and a group that acts on the same objects within the delay."""
    rows = [(int(accounts * rng.random() ** 2), int(objects * rng.random() ** 2), int(259200 * rng.random())) for _ in range(actions)]
    for o in range(shared):
        at = int(259200 * rng.random())
        rows += [(m, objects + o, at + int(delay * rng.random())) for m in range(group)]
    return {'account': [f'a{a:03}' for a, _, _ in rows], 'object': [f'o{o:03}' for _, o, _ in rows], 'time': [1600000000 + t for _, _, t in rows]}


def prototype(data, window, fdr):
    asked = json.dumps({**data, 'window': window, 'fdr': fdr})
    run = subprocess.run([sys.executable, os.path.join(here, 'run-prototype.py'), sys.argv[1]], input=asked, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


write('tails.json', tails())
cases = []
for data in (planted(40, 30, 300, 5, 6, 40), planted(130, 60, 900, 8, 5, 500)):
    runs = [{'window': window, 'fdr': fdr, **prototype(data, window, fdr)} for window, fdr in ((10, 1), (60, .01), (60, .2), (600, .05), (600, 1))]
    for run in runs:
        run['pairs'] = [pair for pair in run['pairs'] if pair['kept']]
    cases.append({**data, 'runs': runs})
write('prototype.json', cases)
