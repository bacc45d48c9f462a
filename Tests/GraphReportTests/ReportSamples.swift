import ContactGraph
import ContactModel
import TextModel

/// Graphs made for the tests of the page.
enum ReportSamples {
  static let emre = Party(id: "p-emre", name: "Emre Yıldız", type: .person, aliases: ["The Alias"], country: "TR")
  static let utopia = Party(id: "Q100", name: "Utopia", type: .country, country: "TR")
  static let anna = Party(id: "p-anna", name: "Anna Kovalenko", type: .person, country: "UA")
  static let bank = Party(id: "o-bank", name: "Harbour Bank", type: .organization)
  static let mallory = Party(
    id: "p-mallory", name: #"<script>window.attacked=1</script>"#, type: .person, aliases: ["\u{2028}\u{2029}"],
    country: #""><img src=x onerror=window.attacked=1>"#)

  /// Five parties, with names and sentences that attack the page.
  static let small: ContactGraph = {
    var builder = ContactGraphBuilder()
    let rows: [(String, Party, Party, ContactKind, Modality, String, String)] = [
      ("2021-03-01", emre, utopia, .tell, .actual, "told", " that the grain corridor stays open."),
      ("2021-03-02", emre, utopia, .tell, .actual, "told", " that it stays open."),
      ("2021-06-10", utopia, emre, .meet, .actual, "met", " in the harbour."),
      ("2021-09-01", anna, utopia, .meet, .planned, "is to meet", " in October."),
      ("2022-01-05", anna, bank, .write, .actual, "wrote to", " 🕊️ about grain."),
      ("2022-02-05", bank, emre, .call, .negated, "did not call", "."),
      (
        "2022-03-05", mallory, anna, .tell, .actual, "told",
        " </script><img src=x onerror=window.attacked=1> javascript:window.attacked=1 \u{2028}<!--."
      ),
    ]
    for (number, row) in rows.enumerated() { builder.add(article(number, row)) }
    return builder.build()
  }()

  private static func article(
    _ number: Int, _ row: (String, Party, Party, ContactKind, Modality, String, String)
  ) -> ArticleContacts {
    let (date, from, to, kind, modality, verb, rest) = row
    let text = from.name + " " + verb + " " + to.name + rest
    let end = from.name.utf8.count + verb.utf8.count + 2
    let evidence = Evidence(
      sentence: TextRange(50, 50 + text.utf8.count), text: text, from: TextRange(50, 50 + from.name.utf8.count),
      to: TextRange(50 + end, 50 + end + to.name.utf8.count),
      trigger: TextRange(51 + from.name.utf8.count, 49 + end), construction: verb)
    let urls = ["https://courier.example/?a=1&b=\"2\"", "javascript:window.attacked=1", "https://courier.example/3"]
    return ArticleContacts(
      article: ArticleReference(
        id: "a\(number)", title: #"Title <img src=x onerror="window.attacked=1"> \#(number)"#, date: PartialDate(date),
        source: "The Courier", url: urls[number % urls.count], contentHash: "000000000000000\(number)", length: 500),
      parties: [from, to],
      contacts: [
        Contact(from: 0, to: 1, kind: kind, isMutual: kind == .meet, modality: modality, evidence: [evidence])
      ])
  }
}
