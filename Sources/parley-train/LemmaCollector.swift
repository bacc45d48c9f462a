import DataTables
import Foundation
import Syntax

/// Collects the lemmas that no rule gives from a treebank and from a table of irregular forms.
struct LemmaCollector {
  private var records: [Key: [UInt8]] = [:]

  private struct Key: Hashable {
    var kind: LemmaTable.Kind
    var form: [UInt8]
  }

  /// - Parameter irregular: rows of `form`, `lemma` and the Penn `tag` of the form; they win over the treebank.
  init(_ treebank: Treebank, irregular: DataTable) throws {
    var counts: [Key: [[UInt8]: Int]] = [:]
    for sentence in treebank.sentences {
      for word in sentence.words {
        guard let kind = LemmaRules.kind(tag: word.tag, form: Treebank.form(penn: word.penn)),
          !word.lemma.contains(" "), word.penn != "GW", word.penn != "FW"
        else { continue }
        let key = Key(kind: kind, form: Array(word.form.lowercased().utf8))
        counts[key, default: [:]][Array(word.lemma.lowercased().utf8), default: 0] += 1
      }
    }
    var chosen: [Key: [UInt8]] = [:]
    for (key, lemmas) in counts {
      guard let best = lemmas.max(by: { ($0.value, $1.key.lexicographic) < ($1.value, $0.key.lexicographic) }) else {
        continue
      }
      // A single odd lemma is more often a slip of the pen in the text than a word.
      if best.value >= 2 || key.kind == .pluralNoun || key.kind == .past || key.kind == .presentParticiple {
        chosen[key] = best.key
      }
    }
    var faults: [DataFault] = []
    var seen: Set<Key> = []
    for row in irregular.rows {
      guard let form = row["form"], let lemma = row["lemma"], let tag = row["tag"],
        let kind = Self.kind(penn: tag)
      else {
        faults.append(
          irregular.fault(row, "needs a form, a lemma and one of the tags VB, VBP, VBZ, VBD, VBN, VBG, MD, NN, NNS"))
        continue
      }
      let key = Key(kind: kind, form: Array(form.utf8))
      guard seen.insert(key).inserted else {
        faults.append(irregular.fault(row, "gives the form '\(form)' a second lemma; keep one of them"))
        continue
      }
      chosen[key] = Array(lemma.utf8)
      if kind != .noun, kind != .pluralNoun { chosen[Key(kind: .base, form: Array(lemma.utf8))] = Array(lemma.utf8) }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    // The bases decide between rules, so they come first; then only what the rules get wrong is kept.
    for (key, lemma) in chosen where key.kind == .base && (key.form == lemma || !Self.isBase(lemma, chosen)) {
      records[key] = lemma
    }
    for (key, lemma) in chosen
    where key.kind != .base && key.kind != .noun && key.kind != .pluralNoun && lemma.count > 1 {
      records[Key(kind: .base, form: lemma)] = records[Key(kind: .base, form: lemma)] ?? lemma
    }
    let (slots, text) = sections()
    let wrong = chosen.filter { key, lemma in
      guard key.kind != .base else { return false }
      return slots.withUnsafeBytes { slots in
        text.withUnsafeBytes { text in
          let table = LemmaTable(slots: slots.assumingMemoryBound(to: LemmaTable.Slot.self), text: text)
          return Self.rule(key.form, key.kind, table) != lemma
        }
      }
    }
    for (key, lemma) in wrong { records[key] = lemma }
  }

  private static func isBase(_ lemma: [UInt8], _ chosen: [Key: [UInt8]]) -> Bool {
    chosen[Key(kind: .base, form: lemma)] == lemma
  }

  private static func kind(penn: String) -> LemmaTable.Kind? {
    switch penn {
    case "VB", "VBP": .base
    case "VBZ": .presentThird
    case "VBD", "VBN": .past
    case "VBG": .presentParticiple
    case "MD": .modal
    case "NN": .noun
    case "NNS": .pluralNoun
    default: nil
    }
  }

  private static func rule(_ form: [UInt8], _ kind: LemmaTable.Kind, _ table: LemmaTable) -> [UInt8] {
    let (tag, inflection): (PartOfSpeech, WordForm) =
      switch kind {
      case .base: (.verb, .base)
      case .presentThird: (.verb, .presentThird)
      case .past: (.verb, .past)
      case .presentParticiple: (.verb, .presentParticiple)
      case .modal: (.auxiliary, .modal)
      case .noun: (.noun, .singular)
      case .pluralNoun: (.noun, .plural)
      }
    var buffer = form + [0, 0]
    let count = buffer.withUnsafeMutableBufferPointer {
      LemmaRules.apply($0, count: form.count, tag: tag, form: inflection, table: table)
    }
    return Array(buffer[0..<count])
  }

  /// The two sections of the model file, records in a fixed order.
  func sections() -> (slots: [UInt8], text: [UInt8]) {
    let sorted = records.sorted {
      ($0.key.kind.rawValue, $0.key.form.lexicographic) < ($1.key.kind.rawValue, $1.key.form.lexicographic)
    }
    return LemmaTable.sections(sorted.map { ($0.key.kind, $0.key.form, $0.value) })
  }
}

extension Array where Element == UInt8 {
  fileprivate var lexicographic: String { String(decoding: self, as: UTF8.self) }
}
