import Testing
import TextModel

@Suite struct QuotationTests {
  @Test(arguments: [
    ("He said: “We go. We do.” She left.", ["We go . We do ."]),
    ("\"We go,\" he said. \"Now.\"", ["We go ,", "Now ."]),
    ("“We go.\n\n“We do,” he said. So.", ["We go .", "We do ,"]),
    ("“We go.\nThey stay.\n", ["We go ."]),
    ("“We go.\nWe stay,” he said.", ["We go . We stay ,"]),
    ("We stay here,” he said.", ["We stay here ,"]),
    ("The envoys' cars and Ada's car", []),
    ("He calls it a ‘big’ win and a 'small' one", ["big", "small"]),
    ("``We go,'' he said.", ["We go ,"]),
    ("(\"go\") and –\"stay\"", ["go", "stay"]),
    ("", []), ("\"", []), ("”", []), ("\"\"", []),
  ])
  func marksQuotedTokens(text: String, expected: [String]) throws {
    #expect(try SegmentationFixture.quotations(text) == expected)
  }
}
