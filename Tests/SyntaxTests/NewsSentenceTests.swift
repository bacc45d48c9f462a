import Syntax
import Testing

/// Arcs that the extraction of contacts reads, in sentences as news writes them.
@Suite struct NewsSentenceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var sentence: String
    /// `dependent relation head`, by the words; names of several words are written with `_`.
    var arcs: [String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ arcs: String...) {
      self.sentence = sentence
      self.arcs = arcs
    }
  }

  private static let rows = [
    Row(
      "Keller told Olsen on Monday that the talks would go on .", "Keller nsubj told", "told root -", "go ccomp told"),
    Row(
      "Keller was told by the president to call Olsen .", "Keller nsubj:pass told", "president obl:agent told",
      "Olsen obj call"),
    Row("Keller and Olsen met in Oslo .", "Keller nsubj met", "Olsen conj Keller", "Oslo obl met"),
    Row(
      "“ We will meet again , ” Keller said after talks with Olsen .", "Keller nsubj said", "We nsubj meet",
      "Olsen nmod talks"),
    Row(
      "He held talks with the Norwegian minister on Friday .", "talks obj held", "minister nmod talks", "He nsubj held"),
    Row(
      "The president , who met Olsen in March , spoke to reporters .", "Olsen obj met", "who nsubj met",
      "reporters obl spoke"),
    Row("Keller had been invited to Oslo .", "Keller nsubj:pass invited", "Oslo obl invited", "been aux:pass invited"),
    Row("She called the French minister .", "She nsubj called", "minister obj called", "French amod minister"),
    Row(
      "The foreign minister refused to meet Olsen .", "minister nsubj refused", "meet xcomp refused", "Olsen obj meet"),
    Row(
      "Emmanuel_Macron spoke with Vladimir_Putin by phone .", "Emmanuel_Macron nsubj spoke", "Vladimir_Putin obl spoke"),
    Row("Anna_Keller did not meet Olsen .", "Anna_Keller nsubj meet", "not advmod meet", "Olsen obj meet"),
    Row("Keller wrote a letter to Olsen .", "letter obj wrote", "Keller nsubj wrote"),
    Row("The officials will meet next week .", "officials nsubj meet", "week obl:tmod meet", "will aux meet"),
    Row(
      "Keller 's meeting with Olsen lasted two hours .", "Keller nmod:poss meeting", "Olsen nmod meeting",
      "meeting nsubj lasted"),
    Row(
      "The king met the ambassador and praised the army .", "king nsubj met", "ambassador obj met", "praised conj met"),
    Row(
      "After meeting Olsen , Keller flew to Geneva .", "Olsen obj meeting", "meeting advcl flew", "Keller nsubj flew"),
    Row(
      "Keller asked Olsen to release the prisoners .", "Keller nsubj asked", "release xcomp asked",
      "prisoners obj release"),
    Row("The minister was briefed by generals .", "minister nsubj:pass briefed", "generals obl:agent briefed"),
    Row(
      "The two leaders discussed the crisis .", "leaders nsubj discussed", "crisis obj discussed", "two nummod leaders"),
    Row("Olsen , the Norwegian prime minister , met Keller .", "Olsen nsubj met", "Keller obj met"),
  ]

  @Test(arguments: rows) func hasTheArcs(row: Row) throws {
    let words = row.sentence.split(separator: " ").map(String.init)
    let hints: [WordHint] = words.map { $0.contains("_") ? .properName : .none }
    let syntax = try ShippedModel.load().makeParser().parse(words: words, hints: hints)
    var arcs: Set<String> = []
    for i in words.indices {
      let head = syntax.heads[i] < 0 ? "-" : words[Int(syntax.heads[i])]
      arcs.insert("\(words[i]) \(syntax.relations[i].name) \(head)")
    }
    for arc in row.arcs { #expect(arcs.contains(arc), "\(syntax.dump(words))") }
  }

  @Test func toldIsAnalyzed() throws {
    let parser = try ShippedModel.load().makeParser()
    let words = "Keller was told by the president .".split(separator: " ").map(String.init)
    #expect(
      parser.parse(words: words).dump(words) == """
        Keller/PROPN/singular<nsubj:pass(told) was/AUX/past<aux:pass(told) told/VERB/pastParticiple<root(ROOT) \
        by/ADP/none<case(president) the/DET/none<det(president) president/NOUN/singular<obl:agent(told) \
        ./PUNCT/none<punct(told)
        """)
  }

  /// Quotes and dashes of any form and any digits are read alike.
  @Test func writingDoesNotMatter() throws {
    let parser = try ShippedModel.load().makeParser()
    let plain = "\" It 's over , \" Olsen said -- in 2019 .".split(separator: " ").map(String.init)
    let curly = "“ It ’s over , ” Olsen said — in 2022 .".split(separator: " ").map(String.init)
    #expect(parser.parse(words: plain) == parser.parse(words: curly))
  }

  @Test(arguments: [
    ("told", "tell", WordForm.past), ("spoke", "speak", .past), ("met", "meet", .past),
    ("urges", "urge", .presentThird),
  ]) func verbsHaveFormAndLemma(word: String, lemma: String, form: WordForm) throws {
    let model = try ShippedModel.load()
    let syntax = model.makeParser().parse(words: ["Keller", word, "Olsen", "."])
    #expect(syntax.tags[1] == .verb)
    #expect(syntax.forms[1] == form)
    #expect(model.lemma(of: word, tag: syntax.tags[1], form: syntax.forms[1]) == lemma)
  }
}
