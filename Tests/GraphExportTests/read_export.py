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


def networkx_graph(graph, name="name", kind="label"):
    """A multigraph of networkx; `name` and `kind` are the attributes of nodes and edges that hold them."""
    nodes = {str(node): data[name] for node, data in graph.nodes(data=True)}
    edges = [{"from": str(a), "to": str(b), "kind": data[kind], "sentence": data.get("sentence", ""),
              "weight": int(data["weight"])} for a, b, data in graph.edges(data=True)]
    return nodes, edges


def graphml(path):
    import igraph
    import networkx
    subprocess.run(["xmllint", "--noout", "--huge", path], check=True)
    other = igraph.Graph.Read_GraphML(path)
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert (other.vcount(), other.ecount()) == (len(graph), graph.number_of_edges())
    assert other.vcount() == 0 or other.vs["label"] == [data["name"] for _, data in graph.nodes(data=True)]
    return networkx_graph(graph, kind="label")


def gexf(path):
    import networkx
    subprocess.run(["xmllint", "--noout", "--huge", path], check=True)
    graph = networkx.read_gexf(path)
    for _, _, data in graph.edges(data=True):
        assert "start" not in data or data["start"] <= data["end"], data
    return networkx_graph(networkx.MultiDiGraph(graph), name="label", kind="label")


def joined(data):
    sentence = data.get("sentence", "")
    return {**data, "sentence": " | ".join(sentence) if isinstance(sentence, list) else sentence}


def node_link(path):
    import networkx
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    graph = networkx.node_link_graph(content, edges="edges")
    nodes, edges = networkx_graph(graph)
    for edge in edges:
        edge["sentence"] = joined(edge)["sentence"]
    return nodes, edges


def cytoscape(path):
    import networkx
    with open(path, encoding="utf-8") as file:
        graph = networkx.cytoscape_graph(json.load(file))
    nodes, edges = networkx_graph(graph, kind="interaction")
    for edge in edges:
        edge["sentence"] = joined(edge)["sentence"]
    return nodes, edges


def pajek(path):
    import igraph
    import networkx
    graph = networkx.read_pajek(path)
    other = igraph.Graph.Read_Pajek(path)
    assert other.vcount() == len(graph)
    number = {name: data["id"] for name, data in graph.nodes(data=True)}
    nodes = {data["id"]: name for name, data in graph.nodes(data=True)}
    edges = [{"from": number[a], "to": number[b], "kind": data["l"], "sentence": "", "weight": int(data["weight"])}
             for a, b, data in graph.edges(data=True)]
    return nodes, edges


def gml(path):
    import igraph
    import networkx
    graph = networkx.read_gml(path, label="id")
    other = igraph.Graph.Read_GML(path)
    assert (other.vcount(), other.ecount()) == (len(graph), graph.number_of_edges())
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    assert len(set(labels)) == len(labels), "labels are the keys of readers"
    return networkx_graph(graph)


def rdf(path, syntax):
    import rdflib
    graph = rdflib.Graph().parse(path, format=syntax)
    schema, term = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("urn:parley:term:")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    parties = set(graph.subjects(rdflib.RDF.type)) - set(graph.subjects(rdflib.RDF.type, schema.NewsArticle)) \
        - set(graph.subjects(rdflib.RDF.type, schema.CommunicateAction))
    identifier = {party: str(graph.value(party, schema.identifier, any=False)) for party in parties}
    nodes = {identifier[party]: str(graph.value(party, schema.name, any=False)) for party in parties}
    edges = []
    for action in graph.subjects(rdflib.RDF.type, schema.CommunicateAction):
        article = graph.value(action, prov.wasDerivedFrom, any=False)
        assert graph.value(article, rdflib.RDF.type, any=False) == schema.NewsArticle
        edges.append({"from": identifier[graph.value(action, schema.agent, any=False)],
                      "to": identifier[graph.value(action, schema.recipient, any=False)],
                      "kind": str(graph.value(action, term.kind, any=False)), "weight": 1,
                      "sentence": " | ".join(sorted(map(str, graph.objects(action, schema.description))))})
    return nodes, edges


def follow_the_money(path):
    from followthemoney import model
    from followthemoney.entity import ValueEntity
    entities = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            raw = ValueEntity.from_dict(data, cleaned=True)
            clean = ValueEntity.from_dict(data, cleaned=False)
            model.get(data["schema"]).validate(data)
            for name, values in data["properties"].items():
                assert len(clean.get(name)) > 0 or not any(value.strip(" \n\t'\"") for value in values), (name, values)
                for value in values:
                    limit = raw.schema.get(name).type.max_length
                    assert len(value) <= limit, (name, len(value))
            entities[data["id"]] = raw
    nodes = {key: entity.first("name") for key, entity in entities.items()
             if entity.schema.name not in ("Article", "UnknownLink")}
    edges = []
    for entity in entities.values():
        if entity.schema.name != "UnknownLink":
            continue
        for proof in entity.get("proof"):
            assert entities[proof].schema.name == "Article"
        edges.append({"from": entity.first("subject"), "to": entity.first("object"), "kind": entity.first("role"),
                      "sentence": entity.first("summary"), "weight": 1})
        assert edges[-1]["from"] in nodes and edges[-1]["to"] in nodes
    return nodes, edges


def contact_lines(path):
    nodes, edges = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            if not line:
                continue
            contact = json.loads(line)
            for end in ("from", "to"):
                nodes[contact[end]["id"]] = contact[end]["name"]
            edges.append({"from": contact["from"]["id"], "to": contact["to"]["id"], "kind": contact["kind"],
                          "sentence": contact["evidence"][0], "weight": 1})
    return nodes, edges


READERS = {
    "dot": dot,
    "edgelist": lambda path: edge_list(path, ","),
    "tsv": lambda path: edge_list(path, "\t"),
    "gephi": gephi,
    "graphml": graphml,
    "gexf": gexf,
    "json": node_link,
    "cytoscape": cytoscape,
    "pajek": pajek,
    "gml": gml,
    "turtle": lambda path: rdf(path, "turtle"),
    "jsonld": lambda path: rdf(path, "json-ld"),
    "ftm": follow_the_money,
    "jsonl": contact_lines,
    "neo4j": neo4j,
}

if __name__ == "__main__":
    found_nodes, found_edges = READERS[sys.argv[1]](*sys.argv[2:])
    json.dump({"nodes": found_nodes, "edges": found_edges}, sys.stdout)
