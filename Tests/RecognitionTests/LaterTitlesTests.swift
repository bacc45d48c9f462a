import Gazetteer
import TestSupport
import Testing
import TextModel

@testable import Recognition

/// The titles of an article by owner, beside a pass over all of them.
@Suite struct LaterTitlesTests {
  private static func title(_ number: Int) -> RoleTitle {
    RoleTitle(
      text: "title \(number)", category: "", offices: number < 2 ? [] : ["office \(number / 4)"], gender: .unknown,
      isPlural: number % 2 == 1, isHonorific: false, isSpokesperson: false, isBeforeName: true, owner: nil, head: 0)
  }

  @Test(arguments: 0..<20) func findsWhatAPassOverAllTitlesFinds(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var rules = RecognitionRules()
    rules.titles = (0..<9).map(Self.title)
    let entities = (0..<12).map { index in
      var entity = ArticleEntity(
        known: nil, type: index < 6 ? .person : .country, gender: .unknown, kind: 0,
        country: UInt16.random(in: 0...3, using: &random), firstWord: index)
      if Bool.random(using: &random) { entity.affiliation = Int.random(in: 6..<12, using: &random) }
      return entity
    }
    let uses = (0..<60).map { index in
      TitleUse(
        words: index * 3..<index * 3 + 2, sentence: 0, title: Int.random(in: 0..<9, using: &random),
        isFormer: Int.random(in: 0..<4, using: &random) == 0)
    }
    let persons = uses.map { _ in Int.random(in: -3..<6, using: &random) }.map { max($0, -1) }
    func isSame(_ a: RoleTitle, _ b: RoleTitle) -> Bool {
      a.text == b.text || a.isPlural != b.isPlural && !a.offices.isEmpty && a.offices == b.offices
    }
    let later = LaterTitles(uses, persons, rules, entities)
    for use in uses {
      for owner in [nil] + (6..<12).map({ Optional($0) }) {
        let expected = zip(uses, persons).first { other, person in
          person >= 0 && isSame(rules.titles[other.title], rules.titles[use.title])
            && other.words.lowerBound > use.words.lowerBound && other.isFormer == use.isFormer
            && (owner == nil || entities[person].affiliation == owner
              || entities[person].country == owner.map { entities[$0].country })
        }
        let found = later.person(titledBehind: use, owner: owner.map { ($0, entities[$0].country) })
        #expect(found == expected?.1)
      }
    }
  }
}
