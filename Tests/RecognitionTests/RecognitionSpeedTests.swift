import Foundation
import Recognition
import Testing
import TextModel

@testable import Gazetteer

/// The time of the recognition grows with the article's length, not with its square.
@Suite struct RecognitionSpeedTests {
  /// Paragraphs of which each brings new persons, titles and pairs, and refers to those of others.
  private static func text(bytes: Int) -> String {
    let syllables = ["bra", "ken", "dol", "mir", "tas", "vel", "gor", "hul", "pel", "sar", "lin", "nok"]
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      var rest = number
      var name = ""
      for _ in 0..<4 {
        name += syllables[rest % syllables.count]
        rest /= syllables.count
      }
      name = name.prefix(1).uppercased() + name.dropFirst()
      text += """
        The fund's president, Ada \(name), met Foreign Minister Boris \(name) of Kenya in Nairobi. A diplomat said the Kenyan \
        and French foreign ministers would meet. The diplomat praised the \(name)-Merkel plan and the \(name)-Brackley talks. \
        The deputy governor of Peru told \(name) that the \(name) Foundation had sent envoys to Lima. “We will go,” he said. \
        The foundation thanked the ministers, and both sides signed. The central bank governor of Chile left.


        """
      number += 1
    }
    return text
  }

  private static func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    work()
    return now() - start
  }

  @Test func growsWithTheLengthOfTheArticle() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let (short, long) = (shipped.document(Self.text(bytes: 10_000)), shipped.document(Self.text(bytes: 160_000)))
    func best(_ document: Document) -> Double {
      (0..<2).map { _ in Self.seconds { _ = shipped.recognizer.recognize(document) } }.min() ?? 0
    }
    // 16 times the length; with a square in it the time would grow by up to 256.
    let ratio = best(long) / best(short)
    #expect(ratio < 40, "the time grew by \(ratio)")
  }
}
