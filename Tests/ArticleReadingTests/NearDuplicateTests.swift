import ArticleReading
import TestSupport
import Testing
import TextModel

@Suite struct NearDuplicateTests {
  /// Articles of seeded nonsense with the word frequencies of a language (Zipf).
  private struct Newsroom {
    var random: SeededRandom
    private let words: [String]

    init(seed: UInt64) {
      random = SeededRandom(seed: seed)
      let syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zan", "der", "pol"]
      var words: [String] = []
      for index in 0..<4_000 {
        var (word, rest) = ("", index)
        repeat {
          word += syllables[rest % syllables.count]
          rest /= syllables.count
        } while rest > 0
        words.append(word)
      }
      self.words = words
    }

    mutating func word() -> String {
      // Rank r comes up about as often as 1/r.
      let share = Double(random.next() >> 11) / Double(1 << 53)
      return words[min(words.count - 1, Int(exponent(share)))]
    }

    private func exponent(_ share: Double) -> Double {
      var (low, high) = (0.0, Double(words.count))
      // Inverse of log(1 + r) / log(1 + n) by halving: no mathematics library is needed for it.
      for _ in 0..<40 {
        let middle = (low + high) / 2
        if logarithm(1 + middle) / logarithm(1 + Double(words.count)) < share { low = middle } else { high = middle }
      }
      return low
    }

    private func logarithm(_ value: Double) -> Double {
      Double(value.exponent) + (value.significand - 1)
    }

    mutating func paragraph() -> String {
      var words: [String] = []
      for _ in 0..<Int.random(in: 30...60, using: &random) { words.append(word()) }
      return words.joined(separator: " ") + "."
    }

    mutating func article() -> [String] {
      var paragraphs: [String] = []
      for _ in 0..<Int.random(in: 5...12, using: &random) { paragraphs.append(paragraph()) }
      return paragraphs
    }

    /// Another paper's version: words left out, put in and replaced, paragraphs cut, another headline.
    mutating func rewrite(_ paragraphs: [String], share: Double, cut: Int) -> [String] {
      var result = paragraphs.map { paragraph in
        var words: [String] = []
        for word in paragraph.split(separator: " ") {
          guard Double(random.next() >> 11) / Double(1 << 53) < share else {
            words.append(String(word))
            continue
          }
          switch random.next() % 3 {
          case 0: break
          case 1: words += [String(word), self.word()]
          default: words.append(self.word())
          }
        }
        return words.joined(separator: " ")
      }
      for _ in 0..<min(cut, result.count - 2) { result.remove(at: Int.random(in: 0..<result.count, using: &random)) }
      return [word() + " " + word() + " " + word()] + result
    }
  }

  @Test(arguments: [7, 1007, 2007, 3007]) func findsCopiesAndLeavesOthers(seed: UInt64) {
    var newsroom = Newsroom(seed: seed)
    var index = NearDuplicateIndex()
    var (copies, found, wrong, fresh, mistaken) = (0, 0, 0, 0, 0)
    for number in 0..<250 {
      let report = newsroom.article()
      let answer = index.original(of: Article(id: "r\(number)", text: report.joined(separator: "\n")))
      fresh += 1
      if answer != nil { mistaken += 1 }
      for version in 0..<3 {
        let share = [0.0, 0.08, 0.16][version]
        let text = newsroom.rewrite(report, share: share, cut: [0, 2, 1][version]).joined(separator: "\n")
        copies += 1
        switch index.original(of: Article(id: "r\(number)v\(version)", text: text)) {
        case "r\(number)": found += 1
        case nil: break
        default: wrong += 1
        }
      }
      // A later report with up to 40 % of its text from this one, as background.
      let later = newsroom.article() + report.prefix(2)
      fresh += 1
      if index.original(of: Article(id: "l\(number)", text: later.joined(separator: "\n"))) != nil { mistaken += 1 }
    }
    let recall = Double(found) / Double(copies)
    #expect(recall >= 0.98, "recall \(recall) of \(copies)")
    #expect(wrong == 0)
    #expect(Double(mistaken) / Double(fresh) <= 0.005, "\(mistaken) of \(fresh) taken for copies")
  }

  /// A report that takes in an earlier bulletin says more; a bulletin made of an earlier report says no more.
  @Test func aReportThatTakesInABulletinIsNoCopyOfIt() {
    var newsroom = Newsroom(seed: 11)
    var index = NearDuplicateIndex()
    for number in 0..<60 {
      let isFirst = number % 2 == 0
      let report = (0..<(isFirst ? 12 : 9)).map { _ in newsroom.paragraph() }
      let bulletin = report.prefix(isFirst ? 3 : 6)
      let answers = (isFirst ? [Array(bulletin), report] : [report, Array(bulletin)]).enumerated().map { part, text in
        index.original(of: Article(id: "\(number)-\(part)", text: text.joined(separator: "\n")))
      }
      #expect(answers == [nil, isFirst ? nil : "\(number)-0"], "\(number)")
    }
  }

  @Test func remembersTheNewestOnly() {
    var newsroom = Newsroom(seed: 3)
    var index = NearDuplicateIndex(capacity: 20)
    let articles = (0..<60).map { Article(id: "\($0)", text: newsroom.article().joined(separator: "\n")) }
    for article in articles { #expect(index.original(of: article) == nil) }
    #expect(index.original(of: articles[59]) == "59")
    #expect(index.original(of: articles[41]) == "41")
    #expect(index.original(of: articles[2]) == nil)
  }

  /// An index that is made anew from what another one held goes on as that one does.
  @Test(arguments: [8, 100]) func goesOnWhereAnotherStopped(capacity: Int) {
    var newsroom = Newsroom(seed: 9)
    var articles: [(id: String, signature: ShingleSignature)] = []
    for number in 0..<25 {
      let report = newsroom.article()
      for version in 0..<3 {
        let text = newsroom.rewrite(report, share: [0, 0.01, 0.1][version], cut: 0).joined(separator: "\n")
        articles.append(("r\(number)v\(version)", ShingleSignature(text)))
      }
    }
    var whole = NearDuplicateIndex(capacity: capacity)
    var held: [(signature: ShingleSignature, original: String)] = []
    var answers: [NearDuplicateIndex.Judgement] = []
    for (position, article) in articles.enumerated() {
      var second = NearDuplicateIndex(capacity: capacity)
      for (signature, original) in held.suffix(capacity) { second.restore(signature, original: original) }
      let answer = whole.judge(article.signature, id: article.id)
      #expect(second.judge(article.signature, id: article.id) == answer, "article \(position)")
      if answer.isHeld { held.append((article.signature, answer.original ?? article.id)) }
      answers.append(answer)
    }
    #expect(answers.count { $0.original != nil } >= 45)
    #expect(held.count > 30 && held.count < 75)
  }

  @Test func copiesOfCopiesLeadToTheFirst() {
    var newsroom = Newsroom(seed: 5)
    var index = NearDuplicateIndex()
    var text = newsroom.article()
    #expect(index.original(of: Article(id: "first", text: text.joined(separator: "\n"))) == nil)
    for step in 0..<4 {
      text = newsroom.rewrite(text, share: 0.07, cut: 0)
      #expect(index.original(of: Article(id: "copy\(step)", text: text.joined(separator: "\n"))) == "first")
    }
  }

  @Test(arguments: ["", " ", "one", "...", "\u{0}"])
  func textsWithoutWordsAreNoCopies(text: String) {
    var index = NearDuplicateIndex()
    #expect(index.original(of: Article(id: "a", text: text)) == nil)
    #expect(index.original(of: Article(id: "b", text: text)) == nil)
  }

  @Test func shortTextsAreCopiesOnlyWhenTheSame() {
    var index = NearDuplicateIndex()
    #expect(index.original(of: Article(id: "a", text: "The king called the queen on Monday, the court said.")) == nil)
    #expect(index.original(of: Article(id: "b", text: "The king called the duke on Friday, the court said.")) == nil)
    #expect(index.original(of: Article(id: "c", text: "The king called the queen on Monday, the court said.")) == "a")
  }
}
