import ContactGraph
import ContactModel
import Foundation
import GraphRendering
import SyntheticContacts
import Testing
import TextModel

@testable import GraphReport

@Suite struct GraphReportTests {
  @Test func `equal graphs give equal bytes, and the page names its own script and style`() throws {
    let page = try GraphReport.page(ReportSamples.small, title: "Grain & <gas>")
    #expect(try GraphReport.page(ReportSamples.small, title: "Grain & <gas>") == page)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("<title>Grain &amp; &lt;gas&gt;</title>"))
    #expect(text.contains("default-src 'none'; script-src 'sha256-\(SHA256.base64(of: PageParts.script))'"))
    #expect(!text.contains("{{"))
    #expect(!text.contains("src=\"") && !text.contains("@import") && !text.contains("url("))
  }

  @Test func `an empty graph is refused`() {
    #expect(throws: RenderingError.self) { try GraphReport.page(ContactGraph()) }
  }

  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
    (String(repeating: "a", count: 1000), "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
  ])
  func `hashes agree with the standard's examples`(row: (text: String, hash: String)) {
    #expect(SHA256.base64(of: Array(row.text.utf8)) == row.hash)
  }

  @Test(arguments: [
    ("end of a script", "</script><script>", #""\u003c/script\u003e\u003cscript\u003e""#),
    ("comment", "<!-- & -->", #""\u003c!-- \u0026 --\u003e""#),
    ("quotes and backslash", #"a"b\c"#, #""a\"b\\c""#),
    ("line breaks", "a\nb\rc\u{2028}d\u{2029}", #""a\nb\u000dc\u2028d\u2029""#),
    ("control characters", "\u{0}\u{1F}\u{7F}\u{9F}", #""\u0000\u001f\u007f\u009f""#),
    ("scripts", "東京 🕊️", #""東京 🕊️""#),
  ])
  func `text becomes inert JSON`(row: (name: String, text: String, json: String)) throws {
    var json = JSONText()
    json.value(row.text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == row.json, "\(row.name)")
    let read = try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
    #expect(read as? String == row.text)
  }

  @Test func `places of a template are filled once`() {
    let page = PageTemplate(Array("<a>{{one}}</a>{{two}}{{three".utf8)).filled([
      "one": Array("{{two}}".utf8), "two": Array("2".utf8),
    ])
    #expect(String(decoding: page, as: UTF8.self) == "<a>{{two}}</a>2{{three")
  }

  @Test func `offsets in sentences count as JavaScript does`() throws {
    var json = JSONText()
    let graph = ReportSamples.small
    PageData(graph: graph, title: "", places: graph.parties.map { _ in (x: 0, y: 0) }).write(to: &json)
    let page = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    let rows = try #require(page["contacts"] as? [[Any]])
    #expect(rows.count == graph.contacts.count)
    for (row, contact) in zip(rows, graph.contacts) {
      let sentences = try #require(row[12] as? [[Any]])
      for (sentence, evidence) in zip(sentences, contact.evidence) {
        let text = Array(evidence.text.utf16)
        let start = try #require(sentence[1] as? Int)
        let end = try #require(sentence[2] as? Int)
        #expect(String(decoding: text[start..<end], as: UTF16.self) == graph.appearance(.from, of: contact).name)
      }
    }
  }

  @Test(.enabled(if: Browser.isThere, "needs Debian's chromium and .venv with Tests/requirements.txt"))
  func `the page works in a browser`() throws {
    let page = try GraphReport.page(ReportSamples.small)
    for check in try Browser.checks(scenario: "small", page: page) {
      #expect(check.passed, "\(check.name): \(check.detail)")
    }
  }

  @Test(.enabled(if: Browser.isThere, "needs Debian's chromium and .venv with Tests/requirements.txt"))
  func `two thousand parties and twenty thousand contacts update at once`() throws {
    var generator = SyntheticContacts(parties: 2000, seed: 5)
    var builder = ContactGraphBuilder()
    for article in generator.articles(contacts: 20_000) { builder.add(article) }
    let graph = builder.build()
    let places = graph.parties.indices.map { (x: Double($0 % 50) * 40, y: Double($0 / 50) * 40) }
    for check in try Browser.checks(scenario: "large", page: GraphReport.page(graph, title: "", places: places)) {
      #expect(check.passed, "\(check.name): \(check.detail)")
    }
  }
}
