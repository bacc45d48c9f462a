import CIgraph
import ContactGraph
import Synchronization

/// How important each party is, and which parties belong together; all arrays go in step with `ContactGraph.parties`.
///
/// Deterministic: equal graphs give equal numbers on one machine.
public struct GraphMetrics: Hashable, Sendable {
  /// The number of other parties that a party is in contact with.
  public let degree: [Int]
  /// The number of its contacts.
  public let weightedDegree: [Int]
  /// The share of shortest paths between two others that lead over a party, 0 to 1; nil where the graph is too large.
  public let betweenness: [Double]?
  /// PageRank with damping 0.85 over directed contacts (a mutual one counts both ways); sums to 1.
  public let pageRank: [Double]
  /// Number of the community, from 0 for the largest (Leiden, by modularity; Traag, Waltman, van Eck 2019).
  public let community: [Int]
  /// Number of the connected component, from 0 for the largest.
  public let component: [Int]
  /// The largest k for which the party is in the k-core.
  public let coreness: [Int]

  /// igraph has global state.
  private static let igraph = Mutex(())
  /// Seed of the community search.
  private static let seed: UInt64 = 20_190_326

  /// Measures a graph.
  ///
  /// Complexity: O(pairs) for all but betweenness, which is O(parties × pairs).
  ///
  /// - Parameter betweennessLimit: parties × pairs from which betweenness is left out; the default takes some seconds.
  /// - Throws: `GraphMetricsError`.
  public init(of graph: ContactGraph, betweennessLimit: Int = 200_000_000) throws {
    let count = graph.parties.count
    let edges = graph.edges()
    var degree = [Int](repeating: 0, count: count)
    var weightedDegree = degree
    var pairEnds: [Int64] = []
    for edge in edges {
      for end in [edge.from, edge.to] {
        degree[end] += 1
        weightedDegree[end] += edge.weight
        pairEnds.append(Int64(end))
      }
    }
    let (arcEnds, arcWeights) = Self.arcs(of: graph, edges)
    var betweenness = [Double](repeating: 0, count: count)
    var pageRank = betweenness
    var community = [Int64](repeating: 0, count: count)
    var component = community
    var coreness = community
    let hasBetweenness = count * edges.count <= betweennessLimit
    var failure: String?
    if count > 0 {
      let pairWeights = edges.map { Double($0.weight) }
      failure = Self.igraph.withLock { _ in
        pairEnds.withUnsafeBufferPointer { pairEnds in
          pairWeights.withUnsafeBufferPointer { pairWeights in
            arcEnds.withUnsafeBufferPointer { arcEnds in
              arcWeights.withUnsafeBufferPointer { arcWeights in
                var input = parley_igraph_input(
                  parties: Int64(count), pairs: Int64(edges.count), pair_ends: pairEnds.baseAddress,
                  pair_weights: pairWeights.baseAddress, arcs: Int64(arcWeights.count), arc_ends: arcEnds.baseAddress,
                  arc_weights: arcWeights.baseAddress, seed: Self.seed)
                return Self.measure(
                  &input, hasBetweenness: hasBetweenness, &betweenness, &pageRank, &community, &component, &coreness)
              }
            }
          }
        }
      }
    }
    if let failure { throw GraphMetricsError(message: failure) }
    self.degree = degree
    self.weightedDegree = weightedDegree
    let paths = Double(count - 1) * Double(count - 2) / 2
    self.betweenness = hasBetweenness ? betweenness.map { paths > 0 ? $0 / paths : 0 } : nil
    self.pageRank = pageRank
    self.community = Self.numberedBySize(community)
    self.component = Self.numberedBySize(component)
    self.coreness = coreness.map { Int($0) }
  }

  private static func measure(
    _ input: inout parley_igraph_input, hasBetweenness: Bool, _ betweenness: inout [Double],
    _ pageRank: inout [Double], _ community: inout [Int64], _ component: inout [Int64], _ coreness: inout [Int64]
  ) -> String? {
    betweenness.withUnsafeMutableBufferPointer { betweenness in
      pageRank.withUnsafeMutableBufferPointer { pageRank in
        community.withUnsafeMutableBufferPointer { community in
          component.withUnsafeMutableBufferPointer { component in
            coreness.withUnsafeMutableBufferPointer { coreness in
              var output = parley_igraph_output(
                betweenness: hasBetweenness ? betweenness.baseAddress : nil, page_rank: pageRank.baseAddress,
                community: community.baseAddress, component: component.baseAddress, coreness: coreness.baseAddress)
              return parley_igraph_measure(&input, &output).map { String(cString: $0) }
            }
          }
        }
      }
    }
  }

  /// From whom to whom, with the number of contacts in that direction.
  private static func arcs(of graph: ContactGraph, _ edges: [Edge]) -> (ends: [Int64], weights: [Double]) {
    var ends: [Int64] = []
    var weights: [Double] = []
    for edge in edges {
      var (forward, backward) = (0, 0)
      for index in edge.contacts {
        let contact = graph.contacts[index]
        if contact.isMutual || contact.from == edge.from { forward += 1 }
        if contact.isMutual || contact.from == edge.to { backward += 1 }
      }
      if forward > 0 {
        ends += [Int64(edge.from), Int64(edge.to)]
        weights.append(Double(forward))
      }
      if backward > 0 {
        ends += [Int64(edge.to), Int64(edge.from)]
        weights.append(Double(backward))
      }
    }
    return (ends, weights)
  }

  /// The same groups, the largest first, of equal ones that with the smallest party.
  private static func numberedBySize(_ groups: [Int64]) -> [Int] {
    var sizes: [Int64: (size: Int, first: Int)] = [:]
    for (party, group) in groups.enumerated() { sizes[group, default: (0, party)].size += 1 }
    let order = sizes.sorted { ($1.value.size, $0.value.first) < ($0.value.size, $1.value.first) }
    let number = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, $0) })
    return groups.map { number[$0] ?? 0 }
  }
}
