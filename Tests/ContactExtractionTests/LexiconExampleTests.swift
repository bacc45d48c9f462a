import DataTables
import Foundation
import Testing
import TextModel

@testable import ContactExtraction
@testable import ContactModel

/// Each row of `contacts.tsv` brings a sentence that tells of its contact and one that does not.
struct LexiconExampleTests {
  /// `{Angela Merkel:A} told {Barack Obama:B} …`
  struct MarkedText {
    var text = ""
    var from: [String] = []
    var to: [String] = []

    /// Nil where the braces are not well formed.
    init?(_ marked: String) {
      var rest = marked[...]
      while let open = rest.firstIndex(of: "{") {
        text += rest[..<open]
        guard let close = rest[open...].firstIndex(of: "}") else { return nil }
        let inner = rest[rest.index(after: open)..<close]
        guard let colon = inner.lastIndex(of: ":") else { return nil }
        let name = String(inner[..<colon])
        switch inner[inner.index(after: colon)...] {
        case "A": from.append(name)
        case "B": to.append(name)
        default: return nil
        }
        text += name
        rest = rest[rest.index(after: close)...]
      }
      text += rest
    }
  }

  @Test func everyFrameFindsItsExampleAndNotItsCounterExample() throws {
    let language = try ShippedLanguage.shared.get()
    let extractor = language.makeExtractor()
    for frame in language.lexicon.frames {
      let place = "contacts.tsv:\(frame.line): \(frame.lemma)"
      guard let example = frame.example, let marked = MarkedText(example), let counter = frame.counterexample else {
        Issue.record("\(place): lacks a well-formed example or a counter-example")
        continue
      }
      #expect(!marked.from.isEmpty && !marked.to.isEmpty, "\(place): the example marks no party A or B")
      let recognized = language.recognize(marked.text)
      let contacts = extractor.found(in: recognized).filter {
        isForm(recognized.document.text($0.trigger), of: frame, in: language.lexicon)
      }
      func stands(_ entity: Int, for name: String) -> Bool {
        ([recognized.entities[entity].name] + recognized.entities[entity].forms).contains {
          $0.contains(name) || name.contains($0)
        }
      }
      for (from, to) in marked.from.flatMap({ from in marked.to.map { (from, $0) } }) {
        let isFound = contacts.contains { contact in
          let isForth = stands(contact.from, for: from) && stands(contact.to, for: to)
          let isBack = stands(contact.from, for: to) && stands(contact.to, for: from)
          let kind = recognized.entities[contact.to].kind == "outlet" && frame.kind != .press ? .press : frame.kind
          return contact.kind == kind && (isForth || contact.isMutual && isBack)
            && contact.isMutual == (frame.options.contains(.mutual) && kind == frame.kind)
        }
        #expect(isFound, "\(place): \(from) to \(to) not found in: \(marked.text)")
      }
      let other = language.recognize(counter)
      let wrong = extractor.found(in: other).filter {
        isForm(other.document.text($0.trigger), of: frame, in: language.lexicon)
      }
      #expect(wrong.isEmpty, "\(place): a contact was found in: \(counter)")
    }
  }

  @Test func tableCoversTheLanguageOfNews() throws {
    let lexicon = try ShippedLanguage.shared.get().lexicon
    #expect(Set(lexicon.frames.map(\.lemma)).count >= 340)
    #expect(Set(lexicon.frames.map(\.kind)) == Set(ContactKind.allCases))
  }

  private func isForm(_ word: String, of frame: ContactFrame, in lexicon: ContactLexicon) -> Bool {
    let info = lexicon.info(lexicon.vocabulary.lookup(word))
    let lemma = lexicon.vocabulary.lookup(frame.lemma)
    return frame.category == .verb ? info.verbLemmas.contains(lemma) : info.nounLemmas.contains(lemma)
  }
}
