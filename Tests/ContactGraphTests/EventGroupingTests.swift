import ContactGraph
import ContactModel
import GraphTestSupport
import Testing
import TextModel

@Suite struct EventGroupingTests {
  typealias Sample = SampleArticles

  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    /// Publication date, day of the contact, modality, kind; one article each.
    var reports: [(published: String?, day: String?, modality: Modality, kind: ContactKind)]
    var events: Int
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "one report", reports: [("2022-01-28", nil, .actual, .call)], events: 1),
    Row(
      name: "same day told by both",
      reports: [("2022-01-28", "2022-01-27", .actual, .call), ("2022-02-20", "2022-01-27", .actual, .call)], events: 1),
    Row(
      name: "different days",
      reports: [("2022-01-28", "2022-01-27", .actual, .call), ("2022-01-28", "2022-01-28", .actual, .call)], events: 2),
    Row(
      name: "published three days apart, no date told",
      reports: [("2022-01-28", nil, .actual, .call), ("2022-01-31", nil, .actual, .call)], events: 1),
    Row(
      name: "published four days apart, no date told",
      reports: [("2022-01-28", nil, .actual, .call), ("2022-02-01", nil, .actual, .call)], events: 2),
    Row(
      name: "a vague year does not link two days",
      reports: [
        ("2022-03-01", "2022-01-10", .actual, .call), ("2022-03-02", "2022-02-10", .actual, .call),
        ("2022-12-31", "2022", .actual, .call),
      ], events: 2),
    Row(
      name: "another kind", reports: [("2022-01-28", nil, .actual, .call), ("2022-01-28", nil, .actual, .meet)],
      events: 2),
    Row(
      name: "planned, then held",
      reports: [("2022-01-26", "2022-01-28", .planned, .meet), ("2022-01-29", "2022-01-28", .actual, .meet)], events: 1),
    Row(
      name: "denied is another event",
      reports: [("2022-01-28", nil, .actual, .call), ("2022-01-28", nil, .negated, .call)], events: 2),
    Row(
      name: "no date at all: at least one",
      reports: [(nil, nil, .actual, .call), (nil, nil, .actual, .call)], events: 1),
  ]

  @Test(arguments: rows) func reportsOfOneEventAreOneEvent(row: Row) {
    var builder = ContactGraphBuilder()
    for (number, report) in row.reports.enumerated() {
      builder.add(
        Sample.article(
          "a\(number)", date: report.published,
          contacts: [
            (Sample.putin, Sample.macron, Sample.contact(report.kind, modality: report.modality, on: report.day))
          ]))
    }
    let edges = builder.build().edges()
    #expect(edges.count == 1)
    #expect(edges[0].events == row.events)
    #expect(edges[0].reports == row.reports.count)
  }

  @Test func twoContactsOfOneArticleAreTwoEvents() {
    var builder = ContactGraphBuilder()
    builder.add(
      Sample.article(
        "a",
        contacts: [
          (Sample.putin, Sample.macron, Sample.contact(.meet, modality: .actual)),
          (Sample.putin, Sample.macron, Sample.contact(.meet, modality: .planned)),
        ]))
    let edge = builder.build().edges()[0]
    #expect((edge.events, edge.reports, edge.weight) == (2, 1, 2))
  }

  @Test func directionsAreTold() {
    var builder = ContactGraphBuilder()
    builder.add(Sample.article("a", [(Sample.putin, Sample.macron, .tell), (Sample.russia, Sample.france, .tell)]))
    builder.add(Sample.article("b", [(Sample.france, Sample.russia, .write)]))
    let graph = builder.build()
    let edges = graph.edges()
    #expect(
      edges.map { "\(graph.parties[$0.from].name) \($0.direction) \(graph.parties[$0.to].name)" } == [
        "France mutual Russia", "Vladimir Putin forward Emmanuel Macron",
      ])
  }
}
