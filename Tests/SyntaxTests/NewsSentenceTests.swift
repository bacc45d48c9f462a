import Syntax
import Testing

@Suite struct NewsSentenceTests {
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
}
