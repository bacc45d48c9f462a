#pragma once
// Graphviz for Swift: wrappers that hide what Swift cannot import (macros, mutable globals, `char *` for
// constant text) and one call that lays out and renders a graph in a child process.

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static inline Agraph_t *gv_open_directed(void) {
  return agopen((char *)"picture", Agdirected, NULL);
}

static inline void gv_close(Agraph_t *graph) { agclose(graph); }

static inline Agnode_t *gv_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

/// Edges between the same nodes stay apart by their key.
static inline Agedge_t *gv_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key) {
  return agedge(graph, tail, head, (char *)key, 1);
}

static inline void gv_set_graph(Agraph_t *graph, const char *name, const char *value) {
  agsafeset(graph, (char *)name, (char *)value, (char *)"");
}

static inline void gv_set_node(Agnode_t *node, const char *name, const char *value) {
  agsafeset(node, (char *)name, (char *)value, (char *)"");
}

static inline void gv_set_edge(Agedge_t *edge, const char *name, const char *value) {
  agsafeset(edge, (char *)name, (char *)value, (char *)"");
}

/// The value that objects of a kind (AGRAPH, AGNODE, AGEDGE) have where none is set.
static inline void gv_set_default(Agraph_t *graph, int kind, const char *name, const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}

/// A pipe that programs started meanwhile do not inherit; 0 where it was made.
static inline int gv_pipe(int *reader, int *writer) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  *reader = ends[0];
  *writer = ends[1];
  return 0;
}

/// Limits the memory of this process to what it has now and `more` bytes.
static inline void gv_limit_memory(unsigned long long more) {
  unsigned long long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file != NULL) {
    if (fscanf(file, "%llu", &pages) != 1) pages = 0;
    fclose(file);
  }
  struct rlimit limit;
  limit.rlim_cur = limit.rlim_max = pages * (unsigned long long)sysconf(_SC_PAGESIZE) + more;
  setrlimit(RLIMIT_AS, &limit);
}

/// Lays out and renders in a child process, because a layout cannot be cancelled and may crash.
///
/// The picture goes to `output`, what Graphviz has to say to `messages`; the child ends with 0 when the picture is
/// whole. Returns the child's id, or -1. Only C code runs in the child, so that it is safe beside other threads.
static inline pid_t gv_render_in_child(
    Agraph_t *graph, const char *engine, const char *format, int output, int messages, unsigned long seconds,
    unsigned long long bytes) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child != 0) return child;

  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  struct rlimit time = {seconds, seconds + 1};
  setrlimit(RLIMIT_CPU, &time);
  gv_limit_memory(bytes);
  dup2(messages, 2);

  GVC_t *context = gvContext();
  if (context == NULL) _exit(2);
  if (gvLayout(context, graph, engine) != 0) _exit(3);
  char *data = NULL;
  unsigned int length = 0;
  if (gvRenderData(context, graph, format, &data, &length) != 0 || data == NULL) _exit(4);
  unsigned int written = 0;
  while (written < length) {
    ssize_t count = write(output, data + written, length - written);
    if (count <= 0) _exit(5);
    written += (unsigned int)count;
  }
  _exit(0);
}

/// The exit code of a child that ended by itself, else minus the signal that ended it.
static inline int gv_exit_code(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}
