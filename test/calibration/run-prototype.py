"""Runs the prototype of the calibrated test (../shared/recipes/calibration/two_tests.py) as it is, and prints as JSON what it
computed on the way: its own variables when detect() returns, and what it asked the Poisson distribution.
Usage: run-prototype.py PROTOTYPE.py < {"object": [...], "account": [...], "time": [seconds], "window": 60, "fdr": 0.01}
An fdr of 1 or more lets every pair through every test, so that all their figures can be compared."""
import importlib.util, json, sys
import numpy as np

spec = importlib.util.spec_from_file_location('two_tests', sys.argv[1])
two_tests = importlib.util.module_from_spec(spec)
spec.loader.exec_module(two_tests)

means, returned, real = [], {}, two_tests.poisson


class Listening:
    @staticmethod
    def sf(k, mean):
        means.append(float(mean))
        return real.sf(k, mean)


def at_return(frame, event, _):
    if event == 'return' and frame.f_code is two_tests.detect.__code__:
        returned.update({name: frame.f_locals.get(name) for name in ('pairs', 'k', 'p_who', 'p_own', 'p_when', 'passed', 'able', 'kept')})


def adjusted(p, tests):
    """The q-values of the procedure that the prototype applies at one rate."""
    order, q, least = np.argsort(p, kind='stable'), np.ones(len(p)), 1.
    for i in range(len(p) - 1, -1, -1):
        least = min(least, p[order[i]] * tests / (i + 1)); q[order[i]] = least
    return q


asked = json.load(sys.stdin)
two_tests.poisson = Listening
fdr = asked['fdr'] if asked['fdr'] < 1 else 1e300
object_, account = (np.unique(asked[name], return_inverse=True)[1].astype(np.int64) for name in ('object', 'account'))
sys.setprofile(at_return)
two_tests.detect(object_, account, np.array(asked['time'], dtype=np.int64), asked['window'], fdr)
sys.setprofile(None)

names = np.unique(asked['account'])
pairs, p_who, p_when = returned['pairs'], returned['p_who'], returned['p_when'] or []
tests = float(returned['able'] * (returned['able'] - 1) / 2)
first = two_tests.benjamini_hochberg(p_who, tests, fdr) if pairs else []
own = list(returned['p_own'])
rows = {}
for r, (a, b) in enumerate(pairs):
    rows[r] = {'from': str(names[a]), 'to': str(names[b]), 'occasions': int(returned['k'][r]), 'blocks': max(means[r], 1e-9), 'pBlocks': float(p_who[r])}
for i, (r, q) in enumerate(zip(first, adjusted(own, tests))):
    rows[r].update(expected=means[len(pairs) + i], pWho=float(own[i]), qWho=float(q))
for r, p, q in zip(returned['passed'], p_when, adjusted(p_when, len(p_when))):
    rows[r].update(pWhen=float(p), qWhen=float(q))
kept = {int(returned['passed'][i]) for i in returned['kept']}
for r, row in rows.items():
    row['kept'] = r in kept
json.dump({'tests': tests, 'pairs': sorted(rows.values(), key=lambda row: (row['from'], row['to']))}, sys.stdout)
