import DataTables
import Foundation
import TextModel

/// Collects the rows of a language's tables into `RecognitionRules`.
struct RulesBuilder {
  /// The tables that the recognizer reads of a language's folder.
  enum File: String, CaseIterable {
    case wordClasses = "word-classes.tsv"
    case vocabulary = "vocabulary.tsv"
    case givenNames = "given-names.tsv"
    case surnames = "surnames.tsv"
    case commonWords = "common-words.tsv"
    case organizationHeads = "organization-heads.tsv"
    case representatives = "representatives.tsv"
    case publics = "publics.tsv"
    case titles = "titles.tsv"
    case offices = "offices.tsv"
    case officeOwners = "office-owners.tsv"
    case officeClasses = "office-classes.tsv"
    case institutions = "institutions.tsv"
    case metonyms = "metonyms.tsv"
    case personNouns = "person-nouns.tsv"
    case anaphors = "anaphors.tsv"
    case irregularForms = "irregular-forms.tsv"
  }

  private var result = RecognitionRules()
  /// Index into `result.titles` by the lower-case phrase.
  private var titleIndex: [String: Int] = [:]
  private var phrases: [(words: [Int32], value: Int)] = []
  private var representatives: [(words: [Int32], value: Int)] = []
  private var publics: [(words: [Int32], value: Int)] = []

  mutating func read(_ file: File, in folder: URL) throws(DataFaults) {
    let url = folder.appending(path: file.rawValue)
    switch file {
    case .wordClasses: try readClasses(url)
    case .vocabulary: try readVocabulary(url)
    case .givenNames: try readGivenNames(url)
    case .surnames:
      try readWords(url, column: "name", optional: ["countries", "source"], classes: .surname)
    case .commonWords: try readCommonWords(url)
    case .organizationHeads:
      try readOrganizationHeads(url)
    case .representatives: try readRepresentatives(url)
    case .publics: try readPublics(url)
    case .titles: try readTitles(url)
    case .offices: try readOffices(url)
    case .officeOwners: try readOfficeOwners(url)
    case .officeClasses: try readOfficeClasses(url)
    case .institutions: try readInstitutions(url)
    case .metonyms: try readMetonyms(url)
    case .personNouns: try readPersonNouns(url)
    case .anaphors: try readAnaphors(url)
    case .irregularForms: try readPastForms(url)
    }
  }

  func rules() -> RecognitionRules {
    var rules = result
    rules.titlePhrases = PhraseTable(phrases, wordCount: rules.lexicon.count)
    rules.representativePhrases = PhraseTable(representatives, wordCount: rules.lexicon.count)
    rules.publicPhrases = PhraseTable(publics, wordCount: rules.lexicon.count)
    return rules
  }

  private mutating func readClasses(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["word", "classes"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let word = row["word"] else {
        faults.append(table.fault(row, "needs a word"))
        continue
      }
      var classes: WordClass = []
      for name in row.values("classes") {
        guard let one = WordClass.named[name] else {
          faults.append(
            table.fault(
              row, "has the unknown class '\(name)'; known are \(WordClass.named.keys.sorted().joined(separator: ", "))"
            ))
          continue
        }
        classes.formUnion(one)
      }
      _ = result.lexicon.add(word, classes)
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  private mutating func readVocabulary(_ url: URL) throws(DataFaults) {
    let tags: [String: WordClass] = [
      "noun": .noun, "verb": .verb, "adjective": .adjective, "adverb": .adverb, "other": .functionWord,
    ]
    let table = try DataTable(contentsOf: url, required: ["word", "tags"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let word = row["word"] else {
        faults.append(table.fault(row, "needs a word"))
        continue
      }
      var classes: WordClass = .vocabulary
      for name in row.values("tags") {
        guard let one = tags[name] else {
          faults.append(
            table.fault(row, "has the unknown tag '\(name)'; known are \(tags.keys.sorted().joined(separator: ", "))"))
          continue
        }
        classes.formUnion(one)
      }
      _ = result.lexicon.add(word, classes)
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  private mutating func readGivenNames(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["name"], optional: ["gender", "countries", "source"])
    for row in table.rows {
      guard let name = row["name"] else { continue }
      var classes: WordClass = .givenName
      switch row["gender"] {
      case "m": classes.formUnion(.maleName)
      case "f": classes.formUnion(.femaleName)
      default: break
      }
      for part in name.split(whereSeparator: { $0 == "-" || $0 == " " }) { _ = result.lexicon.add(part, classes) }
    }
  }

  private mutating func readWords(
    _ url: URL, column: String, optional: [String], classes: WordClass
  ) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: [column], optional: optional)
    for row in table.rows {
      guard let word = row[column] else { continue }
      _ = result.lexicon.add(word, classes)
    }
  }

  private mutating func readCommonWords(_ url: URL) throws(DataFaults) {
    let policies: [String: WordClass] = [
      "needs_context": .needsContext, "never_alone": .neverAlone, "case_exact": .caseExact,
    ]
    let table = try DataTable(contentsOf: url, required: ["surface", "policy"], optional: ["reason", "source"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let surface = row["surface"] else { continue }
      guard let name = row["policy"], let policy = policies[name] else {
        faults.append(
          table.fault(row, "needs in 'policy' one of \(policies.keys.sorted().joined(separator: ", "))"))
        continue
      }
      _ = result.lexicon.add(surface, policy)
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  private mutating func readOrganizationHeads(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["head"], optional: ["kind", "position", "example"])
    for row in table.rows {
      guard let head = row["head"] else { continue }
      if row["position"] == "place" {
        result.localOutletHeads.insert(Int32(result.lexicon.add(head)))
      } else {
        _ = result.lexicon.add(head, .organizationHead)
      }
    }
  }

  private mutating func readPublics(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["noun"], optional: ["plural"])
    for row in table.rows {
      for (noun, classes) in [row["noun"]].compactMap({ $0 }).map({ ($0, WordClass.publicNoun) })
        + row.values("plural").map({ ($0, [.publicNoun, .pluralNoun]) })
      {
        let parts = noun.split(separator: " ")
        if parts.count == 1 {
          _ = result.lexicon.add(noun, classes)
        } else {
          publics.append((parts.map { Int32(result.lexicon.add($0)) }, 0))
        }
      }
    }
  }

  private mutating func readRepresentatives(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["noun"], optional: ["plural", "place"])
    for row in table.rows {
      for phrase in [row["noun"]].compactMap({ $0 }) + row.values("plural") {
        let parts = phrase.split(whereSeparator: { $0 == " " || $0 == "-" })
        var ids: [Int32] = []
        for part in parts { ids.append(Int32(result.lexicon.add(part))) }
        guard let first = parts.first else { continue }
        _ = result.lexicon.add(first, .representative)
        representatives.append((ids, row["place"] == nil ? 0 : 1))
      }
    }
  }

  private mutating func readOfficeOwners(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["phrase", "of"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let phrase = row["phrase"], let of = row["of"],
        let index = titleIndex[Self.titleKey(phrase)]
      else {
        faults.append(table.fault(row, "needs a phrase of offices.tsv or titles.tsv and whose office it is"))
        continue
      }
      result.titles[index].owner = of
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  private mutating func readOfficeClasses(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["name", "class"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let name = row["name"] else { continue }
      switch row["class"] {
      case "sole_office": result.soleOffices.insert(name)
      case "state_kind": result.stateKinds.insert(name)
      default: faults.append(table.fault(row, "needs in 'class' sole_office or state_kind"))
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  private mutating func readInstitutions(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["surface", "kind"], optional: ["default"])
    for row in table.rows {
      guard let surface = row["surface"], let kind = row["kind"] else { continue }
      if let first = surface.split(separator: " ").first { _ = result.lexicon.add(first, .institution) }
      result.institutions[NameKey.folded(surface)] = RecognitionRules.Institution(
        kind: kind, fallback: row["default"] ?? "")
    }
  }

  /// Makes the past forms that no other list holds known as verbs: `misled`.
  private mutating func readPastForms(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["form", "lemma", "tag"])
    for row in table.rows where row["tag"] == "VBD" {
      guard let form = row["form"], result.lexicon.index(of: form) == nil else { continue }
      _ = result.lexicon.add(form, .verb)
    }
  }

  /// Adds a phrase; its parts are words of the lexicon.
  private mutating func addPhrase(_ phrase: String, value: Int) {
    let parts = phrase.split(whereSeparator: { $0 == " " || $0 == "-" })
    var ids: [Int32] = []
    for part in parts { ids.append(Int32(result.lexicon.add(part))) }
    guard let first = parts.first else { return }
    _ = result.lexicon.add(first, .titleStart)
    phrases.append((ids, value))
  }

  private mutating func readTitles(_ url: URL) throws(DataFaults) {
    let table = try DataTable(
      contentsOf: url, required: ["title", "category"], optional: ["position", "gender", "plural", "head", "source"])
    for row in table.rows {
      guard let title = row["title"], let category = row["category"] else { continue }
      addTitle(
        title, category: category, offices: [], gender: row["gender"], isPlural: false,
        isBeforeName: row["position"] != "after", head: row["head"])
      for plural in row.values("plural") where plural != title {
        addTitle(
          plural, category: category, offices: [], gender: row["gender"], isPlural: true,
          isBeforeName: row["position"] != "after")
      }
    }
  }

  private mutating func readOffices(_ url: URL) throws(DataFaults) {
    let table = try DataTable(
      contentsOf: url, required: ["phrase", "offices"], optional: ["gender", "plural", "source"])
    for row in table.rows {
      guard let phrase = row["phrase"] else { continue }
      let offices = row.values("offices")
      addTitle(phrase, category: "", offices: offices, gender: row["gender"], isPlural: false, isBeforeName: true)
      for plural in row.values("plural") where plural != phrase {
        addTitle(plural, category: "", offices: offices, gender: row["gender"], isPlural: true, isBeforeName: true)
      }
    }
  }

  /// Nouns that say of a name beside them that it is a person's: `activist`, `witness`.
  private mutating func readPersonNouns(_ url: URL) throws(DataFaults) {
    let table = try DataTable(contentsOf: url, required: ["noun"], optional: ["gender", "plural", "source"])
    for row in table.rows {
      guard let noun = row["noun"] else { continue }
      addTitle(noun, category: "person_noun", offices: [], gender: row["gender"], isPlural: false, isBeforeName: true)
      for plural in row.values("plural") where plural != noun {
        addTitle(
          plural, category: "person_noun", offices: [], gender: row["gender"], isPlural: true, isBeforeName: true)
      }
    }
  }

  /// A title in lower case, hyphens as spaces.
  private static func titleKey(_ title: String) -> String {
    String(decoding: title.lowercased().utf8.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
  }

  private mutating func addTitle(
    _ text: String, category: String, offices: [String], gender: String?, isPlural: Bool, isBeforeName: Bool,
    head: String? = nil
  ) {
    let key = Self.titleKey(text)
    if let index = titleIndex[key] {
      if result.titles[index].category.isEmpty { result.titles[index].category = category }
      for office in offices where !result.titles[index].offices.contains(office) {
        result.titles[index].offices.append(office)
      }
      return
    }
    titleIndex[key] = result.titles.count
    result.titles.append(
      RoleTitle(
        text: text.lowercased(), category: category, offices: offices,
        gender: gender.flatMap(Gender.init(rawValue:)) ?? .unknown, isPlural: isPlural,
        isHonorific: category == "honorific", isSpokesperson: category == "spokesperson", isBeforeName: isBeforeName,
        owner: nil,
        head: (head ?? text).split(whereSeparator: { $0 == " " || $0 == "-" }).last.map { result.lexicon.add($0) } ?? -1
      ))
    addPhrase(text, value: result.titles.count - 1)
  }

  private mutating func readMetonyms(_ url: URL) throws(DataFaults) {
    let table = try DataTable(
      contentsOf: url, required: ["surface", "stands_for"], optional: ["country", "condition", "source"])
    for row in table.rows {
      guard let surface = row["surface"], let target = row["stands_for"] else { continue }
      result.metonyms[surface] = RecognitionRules.Metonym(
        standsFor: target, country: row["country"] ?? "", isAmbiguous: (row["condition"] ?? "").contains("ambiguous"))
    }
  }

  private mutating func readAnaphors(_ url: URL) throws(DataFaults) {
    let table = try DataTable(
      contentsOf: url, required: ["noun", "types", "number"], optional: ["gender", "heads", "kinds"])
    var faults: [DataFault] = []
    for row in table.rows {
      guard let noun = row["noun"], let number = row["number"],
        number == "one" || number == "several" || (2...9).contains(Int(number) ?? 0)
      else {
        faults.append(table.fault(row, "needs a noun, and in 'number' one, several or a number from 2 to 9"))
        continue
      }
      let types = row.values("types").compactMap(EntityType.init(rawValue:))
      guard !types.isEmpty, types.count == row.values("types").count else {
        faults.append(
          table.fault(
            row, "needs in 'types' some of \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))"))
        continue
      }
      let isPlural = number != "one"
      let id = result.lexicon.add(noun, number == "several" ? [.anaphor, .pluralNoun] : .anaphor)
      result.anaphors[id] = RecognitionRules.Anaphor(
        types: TypeSet(types), isPlural: isPlural, count: Int(number),
        gender: row["gender"].flatMap(Gender.init(rawValue:)) ?? .unknown,
        heads: row.values("heads").map { $0.lowercased() }, kinds: row.values("kinds"))
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
  }
}
