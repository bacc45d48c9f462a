#pragma once
/* First the system's types as Swift's own modules see them: igraph.h defines _GNU_SOURCE, which changes fd_set. */
#include <stdlib.h>
#include <sys/select.h>
#include <igraph.h>

/* What Parley asks of igraph, in one call over plain arrays, so that Swift sees no macro and owns all memory. */

typedef struct {
  int64_t parties;
  /* Pairs, undirected: weights are numbers of contacts. */
  int64_t pairs;
  const int64_t *pair_ends; /* 2 * pairs */
  const double *pair_weights;
  /* Arcs: a mutual contact counts in both directions. */
  int64_t arcs;
  const int64_t *arc_ends; /* 2 * arcs */
  const double *arc_weights;
  uint64_t seed;
} parley_igraph_input;

typedef struct {
  double *betweenness; /* NULL to leave it out */
  double *page_rank;
  int64_t *community;
  int64_t *component;
  int64_t *coreness;
} parley_igraph_output;

static inline void parley_igraph_copy(const igraph_vector_int_t *from, int64_t *to, int64_t count) {
  for (int64_t i = 0; i < count; i++) to[i] = (int64_t)igraph_vector_int_get(from, i);
}

static inline igraph_error_t parley_igraph_build(
    igraph_t *graph, igraph_vector_t *weights, int64_t count, const int64_t *ends, const double *values,
    int64_t parties, igraph_bool_t directed) {
  igraph_vector_int_t edges;
  IGRAPH_CHECK(igraph_vector_int_init(&edges, 2 * count));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &edges);
  for (int64_t i = 0; i < 2 * count; i++) igraph_vector_int_set(&edges, i, ends[i]);
  IGRAPH_CHECK(igraph_vector_init(weights, count));
  IGRAPH_FINALLY(igraph_vector_destroy, weights);
  for (int64_t i = 0; i < count; i++) igraph_vector_set(weights, i, values[i]);
  IGRAPH_CHECK(igraph_create(graph, &edges, parties, directed));
  igraph_vector_destroy(&edges);
  IGRAPH_FINALLY_CLEAN(2);
  IGRAPH_FINALLY(igraph_vector_destroy, weights);
  IGRAPH_FINALLY(igraph_destroy, graph);
  return IGRAPH_SUCCESS;
}

static inline igraph_error_t parley_igraph_pairs(const parley_igraph_input *in, const parley_igraph_output *out) {
  igraph_t graph;
  igraph_vector_t weights, strength, values;
  igraph_vector_int_t numbers;
  IGRAPH_CHECK(parley_igraph_build(&graph, &weights, in->pairs, in->pair_ends, in->pair_weights, in->parties, 0));
  IGRAPH_CHECK(igraph_vector_init(&strength, 0));
  IGRAPH_FINALLY(igraph_vector_destroy, &strength);
  IGRAPH_CHECK(igraph_vector_init(&values, 0));
  IGRAPH_FINALLY(igraph_vector_destroy, &values);
  IGRAPH_CHECK(igraph_vector_int_init(&numbers, 0));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &numbers);

  IGRAPH_CHECK(igraph_connected_components(&graph, &numbers, NULL, NULL, IGRAPH_WEAK));
  parley_igraph_copy(&numbers, out->component, in->parties);
  IGRAPH_CHECK(igraph_coreness(&graph, &numbers, IGRAPH_ALL));
  parley_igraph_copy(&numbers, out->coreness, in->parties);

  /* Leiden with the strengths as node weights and resolution 1 / (2 m) maximizes modularity. */
  IGRAPH_CHECK(igraph_strength(&graph, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &weights));
  double total = igraph_vector_sum(&strength);
  igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)in->seed);
  IGRAPH_CHECK(igraph_community_leiden(
      &graph, &weights, &strength, total > 0 ? 1.0 / total : 1.0, 0.01, 0, 10, &numbers, NULL, NULL));
  parley_igraph_copy(&numbers, out->community, in->parties);

  if (out->betweenness) {
    IGRAPH_CHECK(igraph_betweenness(&graph, &values, igraph_vss_all(), 0, NULL));
    for (int64_t i = 0; i < in->parties; i++) out->betweenness[i] = igraph_vector_get(&values, i);
  }
  igraph_vector_int_destroy(&numbers);
  igraph_vector_destroy(&values);
  igraph_vector_destroy(&strength);
  igraph_destroy(&graph);
  igraph_vector_destroy(&weights);
  IGRAPH_FINALLY_CLEAN(5);
  return IGRAPH_SUCCESS;
}

static inline igraph_error_t parley_igraph_arcs(const parley_igraph_input *in, const parley_igraph_output *out) {
  igraph_t graph;
  igraph_vector_t weights, values;
  IGRAPH_CHECK(parley_igraph_build(&graph, &weights, in->arcs, in->arc_ends, in->arc_weights, in->parties, 1));
  IGRAPH_CHECK(igraph_vector_init(&values, 0));
  IGRAPH_FINALLY(igraph_vector_destroy, &values);
  IGRAPH_CHECK(igraph_pagerank(
      &graph, IGRAPH_PAGERANK_ALGO_PRPACK, &values, NULL, igraph_vss_all(), 1, 0.85, &weights, NULL));
  for (int64_t i = 0; i < in->parties; i++) out->page_rank[i] = igraph_vector_get(&values, i);
  igraph_vector_destroy(&values);
  igraph_destroy(&graph);
  igraph_vector_destroy(&weights);
  IGRAPH_FINALLY_CLEAN(3);
  return IGRAPH_SUCCESS;
}

/* Fills the arrays of `out`; NULL, or igraph's message where it fails. Not to be called by two threads at once. */
static inline const char *parley_igraph_measure(const parley_igraph_input *in, const parley_igraph_output *out) {
  igraph_error_handler_t *before = igraph_set_error_handler(igraph_error_handler_ignore);
  igraph_set_warning_handler(igraph_warning_handler_ignore);
  igraph_error_t code = parley_igraph_pairs(in, out);
  if (code == IGRAPH_SUCCESS) code = parley_igraph_arcs(in, out);
  igraph_set_error_handler(before);
  return code == IGRAPH_SUCCESS ? NULL : igraph_strerror(code);
}
