import DataTables
import Foundation

/// The words by which text is cut: abbreviations, and the cues of a language that tell the parts of an article.
///
/// Read from a folder such as `Gazetteers/en`: `abbreviations.tsv` and `layout.tsv`.
public struct SegmentationRules: Sendable {
  /// How an abbreviation with its full stop goes with the end of a sentence.
  enum Abbreviation: String, CaseIterable {
    /// A name follows, so it never ends a sentence: `Gen.`
    case never
    /// It ends a sentence where a sentence's first word follows: `U.S.`, `Inc.`
    case maybe
    /// An abbreviation only before a number, else a word with a full stop: `No.`
    case number
  }

  /// Keyed by the bytes without the final full stop.
  private(set) var abbreviations: [WordKey: Abbreviation] = [:]
  /// First words of sentences: `The`, `However`.
  private(set) var starters: Set<WordKey> = []
  /// Those that start one even where a hyphen glues them to the word before: `aid-The United States`.
  private(set) var strongStarters: Set<WordKey> = []
  /// Lower-case last labels of domain names: `com`, `org`.
  private(set) var domains: Set<WordKey> = []
  private(set) var cues = LayoutCues()

  /// Rules without any word: sentences end at every full stop before a capital letter.
  public init() {}

  /// Reads the rules of a language.
  ///
  /// - Parameter folder: the language's folder, such as `Gazetteers/en`.
  /// - Throws: `DataFaults` with every fault of both files.
  public init(folder: URL) throws(DataFaults) {
    var faults: [DataFault] = []
    do {
      try readAbbreviations(folder.appending(path: "abbreviations.tsv"))
    } catch {
      faults += error.faults
    }
    do {
      try readLayout(folder.appending(path: "layout.tsv"))
    } catch {
      faults += error.faults
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  /// Whether a line holds nothing but words that belong to a page, not to an article: `Share this`, `Advertisement`.
  public func isFurniture(line: some Collection<UInt8>) -> Bool { cues.isFurniture(line) }

  private mutating func readAbbreviations(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["abbreviation", "ends_sentence"], optional: ["meaning"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let word = row["abbreviation"], word.hasSuffix("."), word.utf8.count > 1 else {
        faults.append(table.fault(row, "needs an abbreviation that ends with a full stop"))
        continue
      }
      guard let name = row["ends_sentence"], let policy = Abbreviation(rawValue: name) else {
        let known = Abbreviation.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(table.fault(row, "needs in 'ends_sentence' one of \(known)"))
        continue
      }
      guard let key = WordKey(word.dropLast()) else {
        faults.append(table.fault(row, "has an abbreviation of more than \(WordKey.limit) bytes; leave it out"))
        continue
      }
      if abbreviations.updateValue(policy, forKey: key) != nil {
        faults.append(table.fault(row, "gives the abbreviation '\(word)' twice; keep one"))
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  private mutating func readLayout(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["cue", "phrase"], optional: ["value"])
    var faults: [DataFault] = []
    var seen: Set<String> = []
    for row in table.rows {
      guard let cue = row["cue"], let phrase = row["phrase"] else {
        faults.append(table.fault(row, "needs both a cue and a phrase"))
        continue
      }
      guard seen.insert(cue + "\t" + phrase).inserted else {
        faults.append(table.fault(row, "gives the phrase '\(phrase)' twice for '\(cue)'; keep one"))
        continue
      }
      switch cue {
      case "starter", "domain":
        guard let key = WordKey(phrase) else {
          faults.append(table.fault(row, "has a word of more than \(WordKey.limit) bytes; leave it out"))
          continue
        }
        if cue == "domain" {
          domains.insert(key)
          continue
        }
        starters.insert(key)
        if row["value"] == "strong" {
          strongStarters.insert(key)
        } else if row["value"] != nil {
          faults.append(table.fault(row, "needs for a starter no value or 'strong'"))
        }
      default:
        if let message = cues.add(cue, phrase: phrase, value: row["value"]) {
          faults.append(table.fault(row, message))
        }
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }
}
