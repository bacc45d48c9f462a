import DataTables
import Foundation
import Syntax

/// The classes of words in small letters: of a dictionary, of names and of irregular forms.
struct WordClassReader {
  private(set) var classes: [String: WordClass] = [:]

  /// - Parameters:
  ///   - dictionary: rows of `word` and `classes`, separated by bars.
  ///   - givenNames, surnames: rows of `name`; a name in both counts as a family name.
  ///   - irregular: rows of `form`, `lemma` and `tag`: forms have the class of their lemma.
  /// - Throws: `DataFaults` for unknown classes and for words that come twice.
  init(dictionary: DataTable, givenNames: DataTable, surnames: DataTable, irregular: DataTable) throws {
    var faults: [DataFault] = []
    for row in dictionary.rows {
      var wordClass = WordClass()
      for name in (row["classes"] ?? "").split(separator: "|") {
        guard let one = WordClass(name: name) else {
          faults.append(dictionary.fault(row, "has the unknown class '\(name)'"))
          continue
        }
        wordClass.add(one)
      }
      guard let word = row["word"], !wordClass.isEmpty, classes.updateValue(wordClass, forKey: word) == nil else {
        faults.append(dictionary.fault(row, "needs a word of its own and a class"))
        continue
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    for (table, kind) in [(givenNames, WordClass(name: "name.given")), (surnames, WordClass(name: "name.person"))] {
      guard let kind else { continue }
      for row in table.rows {
        guard let name = row["name"]?.lowercased(), name.allSatisfy(\.isLetter) else { continue }
        classes[name, default: []].addName(kind)
      }
    }
    for row in irregular.rows {
      guard let form = row["form"], let lemma = row["lemma"], let tag = row["tag"], let known = classes[lemma],
        tag.hasPrefix("V") || tag.hasPrefix("N"), classes[form] == nil
      else { continue }
      classes[form] = known
    }
  }
}
