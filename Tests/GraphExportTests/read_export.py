"""Reads an exported graph with a library that is not ours and prints what it found as JSON.

usage: read_export.py FORMAT FILE...
prints {"nodes": {id: name}, "edges": [{"from", "to", "kind", "sentence", "weight"}]}, in the order of the file
"""
import csv
import html
import json
import subprocess
import sys

csv.field_size_limit(1 << 30)


def table(path, delimiter=","):
    with open(path, encoding="utf-8", newline="") as file:
        if delimiter == "\t":
            lines = file.read().split("\n")
            header = lines[0].split("\t")
            return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]
        return list(csv.DictReader(file, strict=True))


def edge_list(path, delimiter):
    nodes, edges = {}, []
    for row in table(path, delimiter):
        nodes[row["SourceId"]], nodes[row["TargetId"]] = row["Source"], row["Target"]
        edges.append(dict(zip(("from", "to", "kind", "sentence", "weight"), (
            row["SourceId"], row["TargetId"], row["Label"], row["sentence"], int(row["Weight"])))))
    return nodes, edges


def dot(path):
    def attribute(text):
        return html.unescape(text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\"))

    program = r"""
        N { printf("N\t%s\t%s\n", $.name, $.label); }
        E { printf("E\t%s\t%s\t%s\t%s\t%s\n", $.tail.name, $.head.name, $.label, $.sentence, $.weight); }
    """
    out = subprocess.run(["gvpr", program, path], capture_output=True, check=True).stdout.decode("utf-8")
    nodes, edges = {}, []
    for line in out.split("\n"):
        fields = line.split("\t")
        if fields[0] == "N":
            nodes[fields[1]] = attribute(fields[2])
        elif fields[0] == "E":
            edges.append({"from": fields[1], "to": fields[2], "kind": fields[3], "sentence": attribute(fields[4]),
                          "weight": int(fields[5])})
    subprocess.run(["nop", path], capture_output=True, check=True)
    return nodes, edges


def gephi(nodes_path, edges_path):
    nodes = {row["Id"]: row["Label"] for row in table(nodes_path)}
    edges = [{"from": row["Source"], "to": row["Target"], "kind": row["Label"], "sentence": row["sentence"],
              "weight": int(row["Weight"])} for row in table(edges_path)]
    return nodes, edges


def neo4j(nodes_path, edges_path):
    nodes = {row["id:ID"]: row["name"] for row in table(nodes_path)}
    edges = [{"from": row[":START_ID"], "to": row[":END_ID"], "kind": row[":TYPE"].lower(),
              "sentence": row["sentence:string[]"], "weight": int(row["weight:int"])} for row in table(edges_path)]
    return nodes, edges


READERS = {
    "dot": dot,
    "edgelist": lambda path: edge_list(path, ","),
    "tsv": lambda path: edge_list(path, "\t"),
    "gephi": gephi,
    "neo4j": neo4j,
}

if __name__ == "__main__":
    found_nodes, found_edges = READERS[sys.argv[1]](*sys.argv[2:])
    json.dump({"nodes": found_nodes, "edges": found_edges}, sys.stdout)
