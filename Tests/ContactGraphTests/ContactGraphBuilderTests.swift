import ContactGraph
import ContactModel
import GraphTestSupport
import TestSupport
import Testing
import TextModel

@Suite struct ContactGraphBuilderTests {
  typealias Sample = SampleArticles

  static func graph(_ articles: [ArticleContacts]) -> ContactGraph {
    var builder = ContactGraphBuilder()
    for article in articles { builder.add(article) }
    return builder.build()
  }

  @Test func twoArticlesMakeOneGraph() {
    var putinShort = Sample.putin
    putinShort.name = "Putin"
    putinShort.aliases = ["Mr. Putin"]
    let graph = Self.graph([
      Sample.article("b", [(Sample.putin, Sample.macron, .call), (Sample.macron, Sample.putin, .tell)]),
      Sample.article("a", [(Sample.macron, putinShort, .call), (Sample.russia, Sample.outlet, .press)]),
    ])
    graph._checkInvariants()
    #expect(
      graph.dump == """
        Q159 country Russia [] RU
        Q3052772 person Emmanuel Macron [French President, Macron] FR
        Q7747 person Vladimir Putin [Mr. Putin, Putin, Russian President] RU
        o-daily-lantern organization Daily Lantern [] GB
        Russia -> Daily Lantern press actual a
        Emmanuel Macron -> Vladimir Putin tell actual b
        Emmanuel Macron -- Vladimir Putin call actual a
        Emmanuel Macron -- Vladimir Putin call actual b
        """)
  }

  @Test func aMutualContactTurnsItsEvidenceToo() {
    let graph = Self.graph([Sample.article("a", [(Sample.putin, Sample.macron, .call)])])
    #expect(graph.contacts[0].evidence[0].from == TextRange(20, 22))
    #expect(graph.contacts[0].evidence[0].to == TextRange(10, 12))
    #expect(graph.appearance(.from, of: graph.contacts[0]) == Sample.macron)
  }

  @Test func theSameTextCountsOnceAndTheSmallestIdStatesIt() {
    let one = Sample.article("z", hash: "00000000000000aa", [(Sample.putin, Sample.macron, .call)])
    let other = Sample.article("k", hash: "00000000000000aa", [(Sample.putin, Sample.macron, .call)])
    for order in [[one, other], [other, one], [other, one, one, other]] {
      let graph = Self.graph(order)
      graph._checkInvariants()
      #expect(graph.contacts.count == 1)
      #expect(graph.articles.map(\.reference.id) == ["k", "z"])
      #expect(graph.articles.map(\.copyOf) == [nil, 0])
      #expect(graph.reporters(of: graph.contacts[0]) == [0, 1])
      #expect(graph.edges()[0].reports == 2)
    }
  }

  @Test func copiesOfCopiesCountForTheOriginal() {
    var builder = ContactGraphBuilder()
    let rows: [(from: Party, to: Party, kind: ContactKind)] = [(Sample.putin, Sample.macron, .call)]
    builder.add(Sample.article("c", hash: "3", rows), copyOf: "2")
    builder.add(Sample.article("b", hash: "2", rows), copyOf: "1")
    builder.add(Sample.article("a", hash: "1", rows))
    builder.add(Sample.article("d", hash: "4", rows), copyOf: "unknown")
    let graph = builder.build()
    graph._checkInvariants()
    #expect(graph.articles.map(\.copyOf) == [nil, 0, 0, nil])
    #expect(graph.contacts.map(\.article) == [0, 3])
  }

  @Test func aCircleOfCopiesKeepsOneOriginal() {
    var builder = ContactGraphBuilder()
    let rows: [(from: Party, to: Party, kind: ContactKind)] = [(Sample.putin, Sample.macron, .call)]
    builder.add(Sample.article("a", hash: "1", rows), copyOf: "2")
    builder.add(Sample.article("b", hash: "2", rows), copyOf: "1")
    let graph = builder.build()
    graph._checkInvariants()
    #expect(graph.articles.map(\.copyOf) == [nil, 0])
  }

  @Test func aRareOddNameDoesNotNameTheParty() {
    var odd = Sample.putin
    odd.name = "Vladimir Vladimirovich Putin of all the Russias"
    let articles = (0..<8).map { number in
      Sample.article("a\(number)", [(number == 3 ? odd : Sample.putin, Sample.macron, .tell)])
    }
    let party = Self.graph(articles).parties[1]
    #expect(party.name == "Vladimir Putin")
    #expect(party.aliases.contains(odd.name))
  }

  @Test(arguments: 0..<20) func orderAndShardsDoNotMatter(seed: Int) {
    let articles = SampleArticles.random(seed: UInt64(seed), count: 30)
    let expected = Self.graph(articles)
    expected._checkInvariants()
    var random = SeededRandom(seed: UInt64(seed) + 1000)
    let shuffled = articles.shuffled(using: &random)
    #expect(Self.graph(shuffled) == expected)
    var shards = [ContactGraphBuilder](repeating: ContactGraphBuilder(), count: 4)
    for article in shuffled { shards[Int.random(in: 0..<4, using: &random)].add(article) }
    var merged = ContactGraphBuilder()
    for shard in shards.shuffled(using: &random) { merged.merge(shard) }
    #expect(merged.build() == expected)
  }

  @Test(arguments: 0..<20) func edgesHoldEveryContactOnce(seed: Int) {
    let graph = Self.graph(SampleArticles.random(seed: UInt64(seed), count: 40))
    for grouping in [Edge.Grouping.pair, .pairAndKind] {
      let edges = graph.edges(by: grouping)
      #expect(edges.flatMap(\.contacts).sorted() == Array(graph.contacts.indices))
      for edge in edges {
        #expect(edge.kinds.reduce(0) { $0 + $1.count } == edge.weight)
        #expect(edge.events <= edge.weight && edge.events >= 1)
        let pairs = Set(edge.contacts.map { Set([graph.contacts[$0].from, graph.contacts[$0].to]) })
        #expect(pairs == [[edge.from, edge.to]])
      }
    }
  }
}
