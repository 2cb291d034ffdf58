"""Communities of a network by igraph, and how long it took.

    igraph-communities.py NETWORK OUT louvain|leiden|leiden-stable SEED...

NETWORK holds numbers of 32 bits: nodes, edges, all sources, all targets, all weights. OUT gets the outcome as JSON, OUT.SEED
the community of each node. Reading the file is not timed; making the graph and merging both directions of a pair is.
"""
import hashlib
import json
import random
import sys
import time
from array import array

import igraph

METHODS = {
    'louvain': lambda graph: graph.community_multilevel(weights='weight'),
    'leiden': lambda graph: graph.community_leiden(objective_function='modularity', weights='weight'),
    'leiden-stable': lambda graph: graph.community_leiden(
        objective_function='modularity', weights='weight', n_iterations=-1
    ),
}


def timed(work):
    started, used = time.perf_counter(), time.process_time()
    result = work()
    return result, {'seconds': time.perf_counter() - started, 'processorSeconds': time.process_time() - used}


def read(path):
    numbers = array('I')
    with open(path, 'rb') as file:
        numbers.frombytes(file.read())
    nodes, edges = numbers[:2]
    columns = [numbers[2 + i * edges : 2 + (i + 1) * edges] for i in range(3)]
    ends = array('q', [0]) * (2 * edges)
    ends[0::2] = array('q', columns[0])
    ends[1::2] = array('q', columns[1])
    return nodes, ends, list(columns[2])


def graph_of(nodes, ends, weights):
    pairs = memoryview(ends).cast('B').cast('q', (len(weights), 2))
    graph = igraph.Graph(nodes, pairs, edge_attrs={'weight': weights})
    return graph.simplify(combine_edges={'weight': 'sum'})


def digest_of(graph):
    weights = graph.es['weight']
    edges = sorted((min(ends), max(ends), int(weight)) for ends, weight in zip(graph.get_edgelist(), weights))
    return hashlib.sha256(array('I', [number for edge in edges for number in edge]).tobytes()).hexdigest()


path, out, method = sys.argv[1:4]
columns = read(path)
graph, spent = timed(lambda: graph_of(*columns))
partitions = []
for seed in map(int, sys.argv[4:]):
    random.seed(seed)  # igraph draws from Python's generator
    found, used = timed(lambda: METHODS[method](graph))
    with open(f'{out}.{seed}', 'wb') as file:
        array('I', found.membership).tofile(file)
    modularity = graph.modularity(found.membership, weights='weight')
    partitions.append({'seed': seed, 'modularity': modularity, **used})
outcome = {'digest': digest_of(graph), 'nodes': graph.vcount(), 'edges': graph.ecount(), 'graph': spent}
with open(out, 'w', encoding='utf8') as file:
    json.dump({**outcome, 'partitions': partitions}, file)
