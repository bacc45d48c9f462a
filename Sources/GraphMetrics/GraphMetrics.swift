/// The metrics of a graph; see `GraphMetrics`.
