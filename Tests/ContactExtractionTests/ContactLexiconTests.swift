import DataTables
import Foundation
import Testing

@testable import ContactExtraction

/// The tables of a language folder are checked as they are read: every fault is named with file and line.
struct ContactLexiconTests {
  private static let good: [String: String] = [
    "contacts.tsv": "lemma\tpos\tkind\tfrom\tto\toptions\ntell\tverb\ttell\tsubj\tobj|iobj\t\n",
    "event-verbs.tsv": "verb\trole\tmodality\nhold\tparticipant\tactual\n",
    "modality.tsv": "lemma\tpos\teffect\nwill\tmodal\tplanned\n",
    "grammar.tsv": "word\trole\nnot\tnegation\n",
    "irregular-verbs.tsv": "verb\tpast\tparticiple\tgerund\ntell\ttold\ttold\t\n",
    "time-words.tsv": "word\trole\tvalue\nmonday\tweekday\t1\n",
    "publics.tsv": "noun\tplural\nreporter\treporters\n",
  ]

  /// The faults of a folder in which one table is replaced, with file names in place of paths.
  private func faults(_ file: String, _ text: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-lexicon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in Self.good {
      try Data((name == file ? text : content).utf8).write(to: folder.appendingPathComponent(name))
    }
    do {
      _ = try ContactLexicon(folder: folder)
      return []
    } catch {
      return error.faults.map { $0.description.replacingOccurrences(of: folder.path + "/", with: "") }
    }
  }

  @Test func wellFormedTablesAreRead() throws {
    #expect(try faults("contacts.tsv", Self.good["contacts.tsv"] ?? "") == [])
  }

  @Test func everyFaultOfTheContactTableIsNamed() throws {
    let text = """
      lemma\tpos\tkind\tfrom\tto\toptions
      tell\tverb\ttell\tsubj\tobj\t
      shout\tadverb\ttell\tsubj\tat\t
      sing\tverb\tsong\tsubj\tto\t
      call\tverb\tcall\tsubj\tobj\tloudly
      ask\tverb\ttell\t\tobj\t
      beg\tverb\ttell\tsubj\t\t
      \tverb\ttell\tsubj\tobj\t

      """
    #expect(
      try faults("contacts.tsv", text) == [
        "contacts.tsv:3: has the part of speech 'adverb'; write verb or noun",
        "contacts.tsv:4: has the unknown kind 'song'; known are tell, press, call, meet, talks, write, invite, host",
        "contacts.tsv:5: has the unknown option 'loudly'; known are clause, elliptical, errand, event, for-event, intransitive, "
          + "mutual, nocomplement, outlet, person, plural, quote, reciprocal, subjunctive, weak, prt=…, obj=…, verb=…",
        "contacts.tsv:6: names no place for 'from'",
        "contacts.tsv:7: names no place for 'to'",
        "contacts.tsv:8: lacks lemma, pos or kind",
      ])
  }

  @Test(arguments: [
    (
      "event-verbs.tsv", "verb\trole\tmodality\nhold\tguest\tactual\n",
      "event-verbs.tsv:2: needs a verb, a role (participant, host, third) and a modality "
        + "(actual, planned, negated, uncertain)"
    ),
    (
      "modality.tsv", "lemma\tpos\teffect\nwill\tmodal\tsoon\n",
      "modality.tsv:2: needs a lemma and an effect (planned, negated, uncertain, would)"
    ),
    (
      "modality.tsv", "lemma\tpos\teffect\nwill\tword\tplanned\n",
      "modality.tsv:2: has the part of speech 'word'; write verb, adjective, noun, modal or mark"
    ),
    (
      "time-words.tsv", "word\trole\tvalue\nmonday\tweekday\tfirst\n",
      "time-words.tsv:2: needs a word, a role (weekday, month, day, unit, relative, direction, number, span) "
        + "and a whole number"
    ),
  ])
  func faultsOfTheOtherTables(file: String, text: String, message: String) throws {
    #expect(try faults(file, text) == [message])
  }

  @Test func unknownRoleOfGrammar() throws {
    let found = try faults("grammar.tsv", "word\trole\nnot\tdenial\n")
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "grammar.tsv:2: has the unknown role 'denial'; known are accompanying, adherents, attending, body, caption-place, "
      )
        == true)
  }

  @Test func missingTableIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-none-\(UUID().uuidString)")
    do {
      _ = try ContactLexicon(folder: folder)
      Issue.record("a folder that does not exist was read")
    } catch {
      #expect(error.faults.count == 7)
    }
  }
}
