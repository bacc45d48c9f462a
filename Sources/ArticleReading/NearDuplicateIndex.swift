import TextModel

/// Finds copies and light rewrites of articles seen before: the same agency report in twelve papers, shortened, under another headline.
///
/// ```
/// var index = NearDuplicateIndex()
/// index.original(of: report)  // nil: seen for the first time
/// index.original(of: copy)    // the report's id
/// ```
///
/// An article is a copy of an earlier one where the shorter of the two has most of its pairs of neighbouring words from the other, and
/// the later one at least 40 % of its own: a long report that takes in the bulletin of the morning says more than that. Looking one
/// up takes the time of reading it, however many articles are held; the memory is at most 500 bytes an article, `capacity` articles at most, the newest
/// kept. The same articles in the same order give the same answers, also where `restore` took in some of them from an earlier run.
public struct NearDuplicateIndex: Sendable {
  /// How many articles are held.
  public let capacity: Int
  /// The least share of the shorter article's word pairs that a copy has in common with the other, 0 to 1.
  public let threshold: Double

  private var originals: [String] = []
  private var pairs: [Int32] = []
  private var minima: [UInt8] = []
  /// Articles taken in so far; the newest `capacity` of them are held, article *n* at *n* modulo `capacity`.
  private var count = 0
  private var tables: [UInt32] = []
  /// Slots of each band's table, a power of two.
  private var slots = 0
  /// For each position the number of the last look-up that compared it, so that none is compared twice.
  private var compared: [UInt32] = []
  private var lookups: UInt32 = 0

  private static let bands = 42
  private static let rows = 3
  /// Articles that one slot of a band's table holds.
  private static let ways = 4
  /// Articles with fewer word pairs are copies only where nearly all are the same.
  private static let shortest = 30
  /// The least share of a copy's own word pairs that it has in common with the other.
  private static let leastOwnShare = 0.4

  public init(capacity: Int = 131_072, threshold: Double = 0.55) {
    self.capacity = max(1, capacity)
    self.threshold = threshold
  }

  /// The id of the article that this one copies, as far as it is held; nil where it is new. Takes the article in.
  public mutating func original(of article: Article) -> String? {
    original(of: ShingleSignature(article.text), id: article.id)
  }

  /// As `original(of:)`, for a signature that was made before, on another thread.
  public mutating func original(of signature: ShingleSignature, id: String) -> String? {
    judge(signature, id: id).original
  }

  /// What an article is, and whether it was taken in.
  public struct Judgement: Hashable, Sendable {
    /// The id of the article that this one copies; nil where it is new.
    public var original: String?
    /// Later articles are compared with this one; a copy that says nothing new need not be held.
    public var isHeld: Bool

    public init(original: String?, isHeld: Bool) {
      self.original = original
      self.isHeld = isHeld
    }
  }

  /// As `original(of:id:)`; what is held can be kept for a later run and given to `restore`.
  public mutating func judge(_ signature: ShingleSignature, id: String) -> Judgement {
    guard signature.isComparable else { return Judgement(original: nil, isHeld: false) }
    let found = bestMatch(signature)
    // A copy of a copy leads to the first.
    if let found, found.resemblance > 0.9 { return Judgement(original: originals[found.position], isHeld: false) }
    let original = found.map { originals[$0.position] }
    take(signature, original: original ?? id)
    return Judgement(original: original, isHeld: true)
  }

  /// Takes in what an earlier index held, in the order in which it was taken in.
  ///
  /// - Parameter original: the article's own id, or that of the article which it copies.
  public mutating func restore(_ signature: ShingleSignature, original: String) {
    take(signature, original: original)
  }

  private struct Match {
    var position: Int
    var resemblance: Double
  }

  private mutating func bestMatch(_ signature: ShingleSignature) -> Match? {
    guard count > 0 else { return nil }
    var best: (match: Match, share: Double, number: Int)?
    lookups &+= 1
    signature.minima.withUnsafeBufferPointer { own in
      minima.withUnsafeBufferPointer { held in
        guard let own = own.baseAddress, let held = held.baseAddress else { return }
        for band in 0..<Self.bands {
          let slot = slot(own, band)
          for way in slot..<slot + Self.ways where tables[way] > 0 {
            let number = Int(tables[way]) - 1
            guard number + capacity >= count else { continue }
            let position = number < capacity ? number : number % capacity
            guard compared[position] != lookups else { continue }
            compared[position] = lookups
            let resemblance = ShingleSignature.resemblance(own, held + position * ShingleSignature.places)
            let other = Int(pairs[position])
            let shorter = min(signature.pairs, other)
            let common = Self.common(resemblance, signature.pairs, other)
            let share = min(1, common / Double(shorter))
            // Of texts that are much shorter than the other the estimate says too little.
            guard resemblance >= 0.2, share >= (shorter < Self.shortest ? 0.9 : threshold),
              common >= Self.leastOwnShare * Double(signature.pairs)
            else { continue }
            // Of equal matches the article that came first.
            if let known = best, known.share > share || (known.share == share && known.number < number) {
              continue
            }
            best = (Match(position: position, resemblance: resemblance), share, number)
          }
        }
      }
    }
    return best?.match
  }

  /// How many pairs two texts have in common, from their resemblance and their lengths.
  private static func common(_ resemblance: Double, _ first: Int, _ second: Int) -> Double {
    resemblance * Double(first + second) / (1 + resemblance)
  }

  private mutating func take(_ signature: ShingleSignature, original: String) {
    if count < capacity {
      originals.append(original)
      pairs.append(Int32(clamping: signature.pairs))
      compared.append(0)
      minima.append(contentsOf: signature.minima)
    } else {
      let position = count % capacity
      originals[position] = original
      pairs[position] = Int32(clamping: signature.pairs)
      let start = position * ShingleSignature.places
      minima.replaceSubrange(start..<start + ShingleSignature.places, with: signature.minima)
    }
    count += 1
    if min(count, capacity) * 2 > slots * Self.ways {
      grow()
    } else {
      enter(number: count - 1)
    }
  }

  /// Doubles the tables and enters all articles anew.
  private mutating func grow() {
    slots = max(64, slots * 2)
    tables = [UInt32](repeating: 0, count: Self.bands * slots * Self.ways)
    for number in max(0, count - capacity)..<count { enter(number: number) }
  }

  /// Enters an article in every band's table, in place of the oldest one where a slot is full.
  private mutating func enter(number: Int) {
    let start = number % capacity * ShingleSignature.places
    let entry = UInt32(truncatingIfNeeded: number + 1)
    for band in 0..<Self.bands {
      let slot = minima.withUnsafeBufferPointer { minima in
        minima.baseAddress.map { self.slot($0 + start, band) } ?? 0
      }
      var oldest = slot
      for at in slot..<slot + Self.ways where tables[at] < tables[oldest] { oldest = at }
      tables[oldest] = entry
    }
  }

  /// Where the table of a band holds the articles whose places of the band are these.
  private func slot(_ minima: UnsafePointer<UInt8>, _ band: Int) -> Int {
    var hash = UInt64(band) << 48
    for row in 0..<Self.rows { hash ^= UInt64(minima[band * Self.rows + row]) << (8 * UInt64(row)) }
    let slot = Int(truncatingIfNeeded: StableHash.mixed(hash)) & (slots &- 1)
    return (band * slots + slot) * Self.ways
  }
}
