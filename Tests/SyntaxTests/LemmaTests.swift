import Syntax
import TestSupport
import Testing

@Suite struct LemmaTests {
  private static let verbs: [(String, WordForm, String)] = [
    ("told", .past, "tell"), ("told", .pastParticiple, "tell"), ("Told", .past, "tell"), ("spoke", .past, "speak"),
    ("spoken", .pastParticiple, "speak"), ("met", .past, "meet"), ("meeting", .presentParticiple, "meet"),
    ("wrote", .past, "write"), ("written", .pastParticiple, "write"), ("writing", .presentParticiple, "write"),
    ("said", .past, "say"), ("held", .pastParticiple, "hold"), ("asked", .past, "ask"), ("urged", .past, "urge"),
    ("urging", .presentParticiple, "urge"), ("briefed", .past, "brief"), ("rang", .past, "ring"),
    ("rung", .pastParticiple, "ring"),
    ("called", .past, "call"), ("calling", .presentParticiple, "call"), ("travelled", .past, "travel"),
    ("traveled", .past, "travel"), ("travelling", .presentParticiple, "travel"), ("apologised", .past, "apologise"),
    ("apologizing", .presentParticiple, "apologize"), ("planned", .past, "plan"), ("replied", .past, "reply"),
    ("replies", .presentThird, "reply"), ("replying", .presentParticiple, "reply"), ("reached", .past, "reach"),
    ("reaches", .presentThird, "reach"), ("tells", .presentThird, "tell"), ("hosted", .past, "host"),
    ("hosting", .presentParticiple, "host"), ("invited", .past, "invite"), ("discussed", .past, "discuss"),
    ("stressed", .past, "stress"), ("warned", .past, "warn"), ("phoned", .past, "phone"),
    ("telephoned", .past, "telephone"),
    ("visited", .past, "visit"), ("conferred", .past, "confer"), ("negotiated", .past, "negotiate"),
    ("welcomed", .past, "welcome"),
    ("agreed", .past, "agree"), ("seen", .pastParticiple, "see"), ("paid", .past, "pay"), ("sent", .past, "send"),
    ("meets", .presentThird, "meet"), ("presses", .presentThird, "press"), ("vying", .presentParticiple, "vie"),
    ("exchanged", .past, "exchange"), ("chaired", .past, "chair"), ("referred", .past, "refer"),
    ("tweeted", .past, "tweet"),
    ("lobbied", .past, "lobby"), ("focused", .past, "focus"), ("quizzed", .past, "quiz"), ("emailed", .past, "email"),
    // No verbs of the table, by rule alone.
    ("defragged", .past, "defrag"), ("rebriefed", .past, "rebrief"), ("blogging", .presentParticiple, "blog"),
    // Base forms stay as they are, whatever they look like.
    ("need", .base, "need"), ("bring", .base, "bring"), ("address", .base, "address"), ("focus", .present, "focus"),
    ("found", .base, "found"), ("found", .past, "find"),
  ]

  @Test func verbsAreReduced() throws {
    let model = try ShippedModel.load()
    for (form, inflection, lemma) in Self.verbs {
      #expect(model.lemma(of: form, tag: .verb, form: inflection) == lemma, "\(form)")
    }
  }

  private static let others: [(String, PartOfSpeech, WordForm, String)] = [
    ("talks", .noun, .plural, "talk"), ("parties", .noun, .plural, "party"), ("speeches", .noun, .plural, "speech"),
    ("calls", .noun, .plural, "call"), ("women", .noun, .plural, "woman"), ("spokesmen", .noun, .plural, "spokesman"),
    ("crises", .noun, .plural, "crisis"), ("news", .noun, .singular, "news"), ("meeting", .noun, .singular, "meeting"),
    ("briefings", .noun, .plural, "briefing"), ("addresses", .noun, .plural, "address"),
    ("visits", .noun, .plural, "visit"),
    ("colleagues", .noun, .plural, "colleague"), ("aides", .noun, .plural, "aide"), ("Talks", .noun, .plural, "talk"),
    // Names keep their form.
    ("Talks", .properNoun, .plural, "Talks"), ("Athens", .properNoun, .singular, "Athens"),
    ("was", .auxiliary, .past, "be"), ("'s", .auxiliary, .presentThird, "be"), ("wo", .auxiliary, .modal, "will"),
    ("Her", .pronoun, .possessive, "her"), ("", .noun, .singular, ""), ("s", .noun, .plural, "s"),
    ("ed", .verb, .past, "ed"),
    ("gas", .noun, .singular, "gas"), ("class", .noun, .singular, "class"),
  ]

  @Test func otherWordsAreReduced() throws {
    let model = try ShippedModel.load()
    for (word, tag, form, lemma) in Self.others {
      #expect(model.lemma(of: word, tag: tag, form: form) == lemma, "\(word)")
    }
  }

  @Test func rangesOfATextAreReduced() throws {
    let model = try ShippedModel.load()
    #expect(model.lemma(of: 3..<7, in: Array("He told her".utf8), tag: .verb, form: .past) == "tell")
  }

  @Test func anyBytesHaveALemma() throws {
    let model = try ShippedModel.load()
    var random = SeededRandom(seed: 11)
    let letters = Array("aeioudgnstlreyk".utf8)
    for _ in 0..<3000 {
      let word = String(
        decoding: (0..<Int(random.next() % 9)).map { _ in letters[Int(random.next() % UInt64(letters.count))] },
        as: UTF8.self)
      let ending = ["", "s", "es", "ed", "ing", "ies", "men"][Int(random.next() % 7)]
      for form in WordForm.allCases {
        let lemma = model.lemma(of: word + ending, tag: form == .plural ? .noun : .verb, form: form)
        // Irregular forms may be shorter than their lemma: "ca" of "can".
        #expect(lemma.utf8.count <= word.utf8.count + ending.utf8.count + 4)
      }
    }
  }
}
