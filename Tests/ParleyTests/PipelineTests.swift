import Foundation
import Parley
import Testing

/// The library as a Swift package uses it, on the example articles: what their texts state is found.
@Suite struct PipelineTests {
  static let pipeline = Result { try Pipeline(gazetteers: Command.top.appendingPathComponent("Gazetteers")) }

  struct Row: Sendable, CustomTestStringConvertible {
    var article: String
    /// Contacts that the text states, as `A → B: kind`, with a modality that is not `actual`.
    var stated: [String]

    var testDescription: String { article }
  }

  static let rows: [Row] = [
    Row(
      article: "geneva-syria-2016",
      stated: [
        "John Kerry ↔ Philip Hammond: meet", "John Kerry ↔ Sergei Lavrov: call",
        "John Kerry ↔ Sergei Lavrov: meet, planned", "John Kerry → Sergei Lavrov: tell",
        "Bashar al-Jaafari ↔ Staffan de Mistura: meet", "Syria ↔ High Negotiations Committee: talks, negated",
        "Riad Hijab → Ban Ki-moon: write", "Staffan de Mistura → Reuters: press",
      ]),
    Row(
      article: "iran-vienna-2015",
      stated: [
        "Mohammad Javad Zarif ↔ John Kerry: meet", "Mohammad Javad Zarif ↔ Sergei Lavrov: talks",
        "Mohammad Javad Zarif → BBC: press", "John Kerry ↔ Hassan Rouhani: meet, negated",
        "John Kerry ↔ Sergei Lavrov: talks", "John Kerry ↔ Adel al-Jubeir: meet, planned",
        "John Kerry → Barack Obama: call", "Federica Mogherini → Mohammad Javad Zarif: tell",
        "Benjamin Netanyahu → Barack Obama: tell", "Barack Obama → Benjamin Netanyahu: call",
      ]),
    Row(
      article: "macron-washington-2018",
      stated: [
        "Mohammad Javad Zarif → Associated Press: press", "Donald Trump ↔ Emmanuel Macron: meet",
        "Donald Trump ↔ Angela Merkel: meet, planned", "Theresa May ↔ Emmanuel Macron: call",
        "Theresa May ↔ Angela Merkel: call", "Emmanuel Macron → Donald Trump: tell",
        "Emmanuel Macron → Hassan Rouhani: call", "Emmanuel Macron ↔ Angela Merkel: call",
        "Emmanuel Macron → Fox News: press",
      ]),
    Row(
      article: "normandy-minsk-2015",
      stated: [
        "François Hollande ↔ Angela Merkel: meet", "François Hollande ↔ Petro Poroshenko: meet",
        "François Hollande ↔ Vladimir Putin: meet", "Angela Merkel ↔ Petro Poroshenko: meet",
        "Angela Merkel ↔ Vladimir Putin: meet", "Petro Poroshenko ↔ Vladimir Putin: meet",
        "Angela Merkel → Barack Obama: tell", "Petro Poroshenko → François Hollande: tell",
        "Petro Poroshenko → Angela Merkel: tell", "Sergei Lavrov ↔ Frank-Walter Steinmeier: call",
        "Barack Obama → Vladimir Putin: call", "Barack Obama → Vladimir Putin: tell",
        "Vladimir Putin → Rossiya 1: press",
      ]),
    Row(
      article: "panama-2015",
      stated: [
        "Juan Carlos Varela → Raúl Castro: invite", "John Kerry ↔ Bruno Rodríguez: meet",
        "Cuba ↔ United States: talks", "Francis → Raúl Castro: write", "Raúl Castro ↔ Barack Obama: meet",
        "Raúl Castro → Barack Obama: tell", "Nicolás Maduro ↔ Barack Obama: talks",
        "Barack Obama → Raúl Castro: tell",
      ]),
    Row(
      article: "paris-climate-2015",
      stated: [
        "Narendra Modi ↔ Barack Obama: talks", "Ban Ki-moon → Narendra Modi: tell",
        "Xi Jinping ↔ Barack Obama: meet", "Recep Tayyip Erdogan → France 24: press",
        "Barack Obama ↔ Putin: talks",
      ]),
    Row(
      article: "rouhani-call-2013",
      stated: [
        "Mohammad Javad Zarif ↔ John Kerry: meet", "Hassan Rouhani ↔ Barack Obama: call",
        "Hassan Rouhani ↔ Barack Obama: meet, negated", "Hassan Rouhani → CNN: press",
        "Benjamin Netanyahu → United States: tell", "Benjamin Netanyahu ↔ Barack Obama: meet, planned",
        "Barack Obama → Hassan Rouhani: tell",
      ]),
    Row(
      article: "singapore-2018",
      stated: [
        "Shinzo Abe → Donald Trump: tell", "Moon Jae-in ↔ Donald Trump: call", "Moon Jae-in ↔ Kim Jong Un: meet",
        "Donald Trump → Kim Jong Un: invite", "Donald Trump ↔ Kim Jong Un: meet",
        "Donald Trump ↔ Kim Jong Un: talks", "Donald Trump → Kim Jong Un: write",
        "Donald Trump → Fox News: press", "Mike Pompeo ↔ Kim Jong Un: meet", "Lee Hsien Loong → Donald Trump: host",
        "Lee Hsien Loong → Kim Jong Un: host",
      ]),
  ]

  static func dump(_ found: ArticleContacts) -> [String] {
    found.contacts.map { contact in
      let (from, to) = (found.parties[contact.from].name, found.parties[contact.to].name)
      // Where neither addresses the other, in the order of the alphabet.
      let pair = contact.isMutual ? [from, to].sorted().joined(separator: " ↔ ") : "\(from) → \(to)"
      return "\(pair): \(contact.kind)\(contact.modality == .actual ? "" : ", \(contact.modality)")"
    }
  }

  @Test(arguments: rows) func findsWhatTheTextStates(row: Row) throws {
    let text = try String(contentsOfFile: "\(Command.articles)/\(row.article).txt", encoding: .utf8)
    let analysis = try Self.pipeline.get().makeWorker().analyze(Article(id: row.article, text: text))
    let found = Self.dump(analysis.contacts)
    let wanted = row.stated.map { stated -> String in
      guard let colon = stated.firstRange(of: ": ") else { return stated }
      let parties = stated[..<colon.lowerBound].split(separator: " ↔ ").sorted().joined(separator: " ↔ ")
      return parties + stated[colon.lowerBound...]
    }
    #expect(wanted.filter { !found.contains($0) } == [], "found: \(found.joined(separator: "; "))")
    for contact in analysis.contacts.contacts {
      for evidence in contact.evidence {
        let range = evidence.sentence
        #expect(String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self) == evidence.text)
      }
    }
  }

  @Test func everyExampleArticleHasARow() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Command.articles).sorted()
    #expect(names == Self.rows.map { "\($0.article).txt" })
  }

  @Test func theLibraryMakesTheGraphOfTheCommand() throws {
    let folder = try TemporaryFolder()
    let building = GraphBuilding(pipeline: try Self.pipeline.get(), threads: 2)
    let (graph, summary) = try building.graph(of: [Command.articles])
    #expect(summary.articles == 8)
    #expect(try Command.run(["build", Command.articles, "-o", "g.parley", "--quiet"], in: folder).code == 0)
    #expect(try GraphStore(reading: folder.path("g.parley")).graph() == graph)
  }
}
