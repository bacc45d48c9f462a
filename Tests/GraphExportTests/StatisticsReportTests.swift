import ContactGraph
import GraphExport
import GraphMetrics
import GraphTestSupport
import Testing

@Suite struct StatisticsReportTests {
  @Test func figuresForPeople() throws {
    let graph = ExportFormatTests.graph
    #expect(
      StatisticsReport(graph, try GraphMetrics(of: graph), rows: 2).text == """
        articles     1
        parties      3: person 2, organization 1
        contacts     2 of 2 pairs, at least 2 events
        kinds        press 1, call 1
        modality     actual 1, planned 1
        components   1, the largest of 3 parties
        communities  1
        density      0.666667
        days         2022-01-28 to 2022-01-28

        by contacts
          2  Vladimir Putin
          1  Emmanuel Macron

        by parties
          2  Vladimir Putin
          1  Emmanuel Macron

        by PageRank
          0.393617  Vladimir Putin
          0.303191  Emmanuel Macron

        by betweenness
          1.000000  Vladimir Putin
          0.000000  Emmanuel Macron

        """)
  }

  @Test func figuresForPrograms() throws {
    let graph = ExportFormatTests.graph
    #expect(
      StatisticsReport(graph, try GraphMetrics(of: graph, betweennessLimit: 0), rows: 1).json == """
        {
          "articles": 1,
          "copies": 0,
          "contacts": 2,
          "events": 2,
          "pairs": 2,
          "parties": 3,
          "types": {"person": 2, "organization": 1},
          "kinds": {"press": 1, "call": 1},
          "modality": {"actual": 1, "planned": 1},
          "components": 1,
          "largestComponent": 3,
          "communities": 1,
          "density": 0.666667,
          "first": "2022-01-28",
          "last": "2022-01-28",
          "rankings": {
            "contacts": [
              {"id": "Q7747", "name": "Vladimir Putin", "value": 2}],
            "parties": [
              {"id": "Q7747", "name": "Vladimir Putin", "value": 2}],
            "PageRank": [
              {"id": "Q7747", "name": "Vladimir Putin", "value": 0.393617}]
          }
        }

        """)
  }

  @Test func anEmptyGraphHasFigures() throws {
    let report = StatisticsReport(ContactGraph(), try GraphMetrics(of: ContactGraph()))
    #expect(
      report.text.hasPrefix("articles     0\nparties      0\ncontacts     0 of 0 pairs, at least 0 events\nkinds\n"))
  }
}
