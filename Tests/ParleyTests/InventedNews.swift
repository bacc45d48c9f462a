import Foundation
import GraphTestSupport
import TestSupport

/// Articles made from the sentences of the example articles, the same for the same seed.
enum InventedNews {
  /// Sentences of the bodies: a paragraph each, so that pronouns find whom they mean.
  static let paragraphs: [String] = {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: Command.articles)) ?? []).sorted()
    return names.flatMap { name -> [String] in
      let text = (try? String(contentsOfFile: "\(Command.articles)/\(name)", encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n\n").filter { $0.utf8.count > 120 }
    }
  }()

  /// Lines of JSON, each an article of a few paragraphs with a sentence of its own.
  static func lines(seed: UInt64, count: Int) throws -> [String] {
    var random = SeededRandom(seed: seed)
    return try (0..<count).map { number in
      let length = Int.random(in: 2...4, using: &random)
      var body = (0..<length).compactMap { _ in paragraphs.randomElement(using: &random) }
      body.append("It was report number \(number) of \(Int.random(in: 1000...9999, using: &random)) on that day.")
      let date = "20\(Int.random(in: 10...20, using: &random))-0\(Int.random(in: 1...9, using: &random))-15"
      return try line(id: "report-\(number)", text: body.joined(separator: "\n\n"), date: date)
    }
  }

  static func line(id: String, text: String, date: String? = nil) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(["id": id, "text": text].merging(date.map { ["date": $0] } ?? [:]) { $1 }),
      as: UTF8.self)
  }
}
