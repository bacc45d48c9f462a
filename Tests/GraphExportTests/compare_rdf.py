"""Says whether a Turtle file and a JSON-LD file state the same; usage: compare_rdf.py FORMAT TURTLE JSONLD"""
import sys

import rdflib

turtle = rdflib.Graph().parse(sys.argv[2], format="turtle")
json_ld = rdflib.Graph().parse(sys.argv[3], format="json-ld")
print(len(turtle), len(set(turtle) ^ set(json_ld)))
