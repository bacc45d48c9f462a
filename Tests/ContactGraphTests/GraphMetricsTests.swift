import ContactGraph
import ContactModel
import GraphMetrics
import GraphTestSupport
import Testing
import TextModel

@Suite struct GraphMetricsTests {
  /// Parties `a`, `b`, …; each row is a directed contact.
  static func graph(_ pairs: [(String, String)], _ kind: ContactKind = .tell) -> ContactGraph {
    func party(_ name: String) -> Party { Party(id: name, name: name, type: .person) }
    var builder = ContactGraphBuilder()
    for (number, pair) in pairs.enumerated() {
      builder.add(SampleArticles.article("\(number)", [(party(pair.0), party(pair.1), kind)]))
    }
    return builder.build()
  }

  @Test func aPathHasItsMiddle() throws {
    let metrics = try GraphMetrics(of: Self.graph([("a", "b"), ("b", "c"), ("b", "c")], .meet))
    #expect(metrics.degree == [1, 2, 1])
    #expect(metrics.weightedDegree == [1, 3, 2])
    #expect(metrics.betweenness == [0, 1, 0])
    #expect(metrics.coreness == [1, 1, 1])
    #expect(metrics.component == [0, 0, 0])
    #expect(abs(metrics.pageRank.reduce(0, +) - 1) < 1e-9)
    #expect(metrics.pageRank[1] > metrics.pageRank[2])
  }

  @Test func theOneWhoIsAddressedRanksHigher() throws {
    let metrics = try GraphMetrics(of: Self.graph([("a", "d"), ("b", "d"), ("c", "d")]))
    #expect(metrics.pageRank.firstIndex(of: metrics.pageRank.max() ?? 0) == 3)
  }

  @Test func twoTrianglesAreTwoCommunities() throws {
    let graph = Self.graph([
      ("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("z", "w"), ("c", "x"), ("p", "q"),
    ])
    let metrics = try GraphMetrics(of: graph)
    #expect(graph.parties.map(\.id).joined() == "abcpqwxyz")
    #expect(metrics.community == [1, 1, 1, 2, 2, 0, 0, 0, 0])
    #expect(metrics.component == [0, 0, 0, 1, 1, 0, 0, 0, 0])
    #expect(metrics.coreness == [2, 2, 2, 1, 1, 1, 2, 2, 2])
  }

  @Test func anEmptyGraphHasNoMetrics() throws {
    let metrics = try GraphMetrics(of: ContactGraph())
    #expect(metrics.degree.isEmpty && metrics.pageRank.isEmpty)
    let statistics = GraphStatistics(of: ContactGraph(), metrics)
    #expect(statistics.density == 0 && statistics.days == nil && statistics.components == 0)
  }

  @Test func betweennessIsLeftOutOfLargeGraphs() throws {
    #expect(try GraphMetrics(of: Self.graph([("a", "b")]), betweennessLimit: 1).betweenness == nil)
  }

  @Test(arguments: 0..<5) func measuredAgainItIsTheSame(seed: Int) throws {
    var builder = ContactGraphBuilder()
    for article in SampleArticles.random(seed: UInt64(seed), count: 60, parties: 40) { builder.add(article) }
    let graph = builder.build()
    #expect(try GraphMetrics(of: graph) == GraphMetrics(of: graph))
    let statistics = try GraphStatistics(of: graph, GraphMetrics(of: graph))
    #expect(statistics.kinds.reduce(0) { $0 + $1.count } == graph.contacts.count)
    #expect(statistics.events <= statistics.contacts)
  }
}
