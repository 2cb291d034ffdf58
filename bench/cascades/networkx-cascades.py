"""Cascades of a CSV (mention_id,parent_id,account_id,published_at) by networkx, written independently of jejaring.

    networkx-cascades.py IN.csv OUT.csv            the measures, linear in the mentions
    networkx-cascades.py IN.csv OUT.csv --check N  instead compares the virality in OUT.csv with networkx.wiener_index, which
                                                   searches all pairs, on cascades of N pairs of mentions altogether
"""
import csv
import sys
from collections import Counter

import networkx as nx


def read(path):
    """Of rows with one id the earliest; of equal times the one with the lowest parent."""
    kept = {}
    with open(path, newline='', encoding='utf8') as file:
        rows = csv.reader(file)
        next(rows)
        for mention, parent, account, at in rows:
            row = (float(at), parent, account)
            if mention not in kept or row < kept[mention]:
                kept[mention] = row
    return kept


def graph_of(mentions):
    graph = nx.DiGraph()
    graph.add_nodes_from(mentions)
    graph.add_edges_from((parent, mention) for mention, (_, parent, _) in mentions.items() if parent in mentions)
    return graph


def measures(graph, mentions, members):
    root = next(mention for mention in members if graph.in_degree(mention) == 0)
    depths = nx.single_source_shortest_path_length(graph, root)
    breadths = Counter(depths.values())
    n = len(members)
    below = dict.fromkeys(members, 1)
    distances = 0
    for mention in nx.dfs_postorder_nodes(graph, root):
        for child in graph.successors(mention):
            below[mention] += below[child]
        distances += below[mention] * (n - below[mention])
    times = sorted(mentions[mention][0] for mention in members)
    return [
        root,
        n,
        len({mentions[mention][2] for mention in members}),
        max(depths.values()),
        max(breadths.values()),
        distances / (n * (n - 1) / 2) if n > 1 else 0,
        breadths[1] / (n - 1) if n > 1 else 0,
        max(0, times[(n + 1) // 2 - 1] - mentions[root][0]),
    ]


def check(graph, path, most_pairs):
    with open(path, newline='', encoding='utf8') as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row['size']))
    checked = pairs = 0
    for row in rows:
        n = int(row['size'])
        pairs += n * n
        if pairs > most_pairs:
            break
        tree = graph.subgraph({row['root_id'], *nx.descendants(graph, row['root_id'])}).to_undirected()
        expected = nx.wiener_index(tree) / (n * (n - 1) / 2) if n > 1 else 0
        if abs(expected - float(row['structural_virality'])) > 1e-9 * max(1, expected):
            sys.exit(f'virality of {row["root_id"]}: {row["structural_virality"]}, by all pairs {expected}')
        checked += 1
    print(checked)


mentions = read(sys.argv[1])
graph = graph_of(mentions)
if '--check' in sys.argv:
    check(graph, sys.argv[2], int(sys.argv[4]))
else:
    with open(sys.argv[2], 'w', newline='', encoding='utf8') as file:
        out = csv.writer(file, lineterminator='\n')
        out.writerow(
            'root_id,size,unique_accounts,depth,max_breadth,structural_virality,direct_share,seconds_to_half'.split(',')
        )
        for members in nx.weakly_connected_components(graph):
            out.writerow(measures(graph, mentions, members))
