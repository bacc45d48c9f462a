import Foundation

/// Takes out of a page what its reading never looks at, before the parser builds a tree of it: scripts, styles, comments, drawings,
/// and attributes that say nothing of the article. They are most of a page's bytes.
///
/// ```
/// <p data-k="7" class="lead">The king<!-- ad --> called.</p><script>ads()</script>
/// <p  >The king called.</p><script></script>
/// ```
///
/// So is what stands in a menu or the like (`nav`, `aside`, `footer`), where its tags are in order and it says nothing of the article.
///
/// Tags are cut as libxml2's HTML parser cuts them (`htmlParseStartTag`, `htmlParseScript`), so that the tree is the same but for what
/// is taken out. Where a tag, a comment or a script has no end, all from there on is left as it is.
struct MarkupSlimming {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  /// All before it is in the output or taken out.
  private var done = 0
  private var at = 0
  /// Menus that start before it were looked at.
  private var framesSeen = 0
  /// An attribute said something of the article itself.
  private var saysOfArticle = false

  /// The page without what is never looked at. Complexity: O(*n*).
  static func slimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var slimming = MarkupSlimming(bytes)
    slimming.run()
    return slimming.output
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  /// What an attribute is to `PageFurniture`, `MainText` and `PageMetadata`.
  private enum Attribute: UInt16 {
    case other, asked, label, address
  }

  private static let attributes = MarkupWords([
    (
      [
        "hidden", "aria-hidden", "style", "role", "itemprop", "content", "property", "name", "type", "rel", "lang",
        "xml:lang", "datetime", "pubdate",
      ], Attribute.asked.rawValue
    ),
    (["class", "id", "data-component"], Attribute.label.rawValue), (["href"], Attribute.address.rawValue),
  ])

  private enum Element: UInt16 {
    case other, script, style, drawing, link, meta
    /// Menus and the like, which hold none of an article's sentences.
    case frame
    /// What the metadata are read from, wherever it stands.
    case told
  }

  private static let itemprop = "itemprop".utf8.reduce(MarkupBytes.emptyHash) { MarkupBytes.adding($1, to: $0) }
  private static let rel = "rel".utf8.reduce(MarkupBytes.emptyHash) { MarkupBytes.adding($1, to: $0) }

  private static let elements = MarkupWords([
    (["script"], Element.script.rawValue), (["style"], Element.style.rawValue), (["svg"], Element.drawing.rawValue),
    (["link"], Element.link.rawValue), (["meta"], Element.meta.rawValue),
    // Elements that start and end where their tags stand: the parser closes them for no other.
    (["nav", "aside", "footer", "figure", "dialog"], Element.frame.rawValue),
    (
      ["html", "head", "body", "title", "h1", "time", "template", "frameset", "article", "main"], Element.told.rawValue
    ),
  ])

  private mutating func run() {
    while let start = find(0x3C, from: at) {
      guard start + 1 < bytes.count else { break }
      at = start + 1
      let next = MarkupBytes.lowered(bytes[at])
      if next >= 0x61, next <= 0x7A {
        guard tag() else { break }
      } else if next == UInt8(ascii: "!"), matches("!--", at: at) {
        guard comment(start) else { break }
      }
    }
    copy(upTo: bytes.count)
  }

  /// Passes over a start tag and takes out its attributes, and what stands in a script, style or drawing; false where it has no end.
  private mutating func tag() -> Bool {
    let start = at
    let element = Element(rawValue: Self.elements[name()]) ?? .other
    let before = (length: output.count, done: done)
    guard let (isClosed, isData) = attributes(of: element) else {
      output.removeSubrange(before.length...)
      done = before.done
      return false
    }
    at += isClosed ? 2 : 1
    guard !isClosed else { return true }
    switch element {
    case .script: return isData ? raw("script", takesOut: false) : raw("script", takesOut: true)
    case .style: return raw("style", takesOut: true)
    case .drawing: return drawing()
    case .frame:
      frame(start)
      return true
    case .other, .link, .meta, .told: return true
    }
  }

  /// Goes to the end of a tag. Says whether it closes itself, and whether it is a script that carries data; nil where it has no end.
  private mutating func attributes(of element: Element) -> (isClosed: Bool, isData: Bool)? {
    var isData = false
    while true {
      skipSpace()
      guard at < bytes.count else { return nil }
      if bytes[at] == UInt8(ascii: ">") { return (false, isData) }
      if bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") {
        return (true, isData)
      }
      let start = at
      let hash = name()
      if at == start {
        // No name starts so: the parser drops all up to the next space.
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"),
          bytes[at] != UInt8(ascii: "/") || at + 1 == bytes.count || bytes[at + 1] != UInt8(ascii: ">")
        { at += 1 }
        if element != .meta { take(start..<at) }
        continue
      }
      let end = at
      var value = at..<at
      skipSpace()
      if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
        at += 1
        skipSpace()
        guard at < bytes.count else { return nil }
        let mark = bytes[at]
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
          if element == .script, matches("application/ld+json", at: at + 1) { isData = true }
          guard let close = find(mark, from: at + 1) else { return nil }
          value = at + 1..<close
          at = close + 1
        } else {
          let open = at
          if element == .script, matches("application/ld+json", at: at) { isData = true }
          while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
          value = open..<at
        }
      } else {
        at = end
      }
      if hash == Self.itemprop || (hash == Self.rel && matches("author", at: value.lowerBound)) { saysOfArticle = true }
      let isKept =
        switch Attribute(rawValue: Self.attributes[hash]) ?? .other {
        case .asked: true
        case .label: says(value)
        case .address: element == .link
        case .other: false
        }
      if !isKept, element != .meta { take(start..<at) }
    }
  }

  /// Whether a class attribute or id says something of what the element holds.
  private func says(_ label: Range<Int>) -> Bool {
    let label = UnsafeBufferPointer(rebasing: bytes[label])
    // A reference stands for another character.
    return label.contains(UInt8(ascii: "&")) || PageFurniture.isFurnitureLabel(label) || MainText.isArticleLabel(label)
  }

  /// Passes over a name; its hash in small letters. Nothing is passed over where no name starts.
  private mutating func name() -> UInt64 {
    var hash = MarkupBytes.emptyHash
    guard at < bytes.count else { return hash }
    let first = MarkupBytes.lowered(bytes[at])
    guard
      first >= 0x61 && first <= 0x7A || bytes[at] == UInt8(ascii: "_") || bytes[at] == UInt8(ascii: ":")
        || bytes[at] == UInt8(ascii: ".")
    else { return hash }
    while at < bytes.count {
      let byte = MarkupBytes.lowered(bytes[at])
      guard
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x3A || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      else { break }
      hash = MarkupBytes.adding(byte, to: hash)
      at += 1
    }
    return hash
  }

  /// What stands in a script or style, up to its end tag.
  private mutating func raw(_ name: StaticString, takesOut: Bool) -> Bool {
    let start = at
    while let open = find(0x3C, from: at) {
      at = open + 1
      guard at < bytes.count, bytes[at] == UInt8(ascii: "/"), matches(name, at: at + 1) else { continue }
      if takesOut { take(start..<open) }
      return true
    }
    return false
  }

  /// What stands in a drawing, up to the end tag of the outermost.
  private mutating func drawing() -> Bool {
    let start = at
    var depth = 1
    while let open = find(0x3C, from: at) {
      at = open + 1
      guard at < bytes.count else { return false }
      if bytes[at] == UInt8(ascii: "/"), isName("svg", at: at + 1) {
        depth -= 1
        guard depth == 0 else { continue }
        take(start..<open)
        return true
      }
      if isName("svg", at: at) { depth += 1 }
    }
    return false
  }

  /// Takes out what stands in a menu or the like, where it is in order and says nothing of the article; else leaves all as it is.
  ///
  /// In order is what its own tags close: an end tag of an element around it would close that.
  private mutating func frame(_ tag: Int) {
    let start = at
    guard start >= framesSeen else { return }
    var (output, done) = ([UInt8](), done)
    swap(&output, &self.output)
    let end = endOfFrame(tag)
    swap(&output, &self.output)
    framesSeen = at
    (at, self.done) = (start, done)
    if let end {
      at = end
      take(start..<end)
    }
  }

  /// Where the end tag of a menu or the like starts.
  private mutating func endOfFrame(_ tag: Int) -> Int? {
    var open = [hash(at: tag)]
    while let mark = find(0x3C, from: at) {
      at = mark + 1
      guard at < bytes.count else { return nil }
      if matches("!--", at: at) {
        guard comment(mark) else { return nil }
      } else if bytes[at] == UInt8(ascii: "/") {
        guard let place = open.lastIndex(of: hash(at: at + 1)) else { return nil }
        if place == 0 { return mark }
        open.removeSubrange(place...)
      } else if bytes[at] | 0x20 >= 0x61, bytes[at] | 0x20 <= 0x7A {
        let start = at
        let name = name()
        let element = Element(rawValue: Self.elements[name]) ?? .other
        saysOfArticle = false
        guard element != .told, element != .meta, element != .link, let (isClosed, isData) = attributes(of: element),
          !saysOfArticle, !isData
        else { return nil }
        at += isClosed ? 2 : 1
        guard !isClosed else { continue }
        switch element {
        case .script: guard raw("script", takesOut: false) else { return nil }
        case .style: guard raw("style", takesOut: false) else { return nil }
        default: open.append(hash(at: start))
        }
      }
    }
    return nil
  }

  private mutating func hash(at start: Int) -> UInt64 {
    let before = at
    defer { at = before }
    at = start
    return name()
  }

  private mutating func comment(_ start: Int) -> Bool {
    let inside = start + 4
    // `<!-->` is a comment to some parsers and the start of one to others: it is left to this one.
    if matches(">", at: inside) || matches("->", at: inside) { return true }
    at = inside
    while let dash = find(UInt8(ascii: "-"), from: at) {
      at = dash + 1
      guard matches("-", at: at) else { continue }
      let end = matches(">", at: at + 1) ? at + 2 : matches("!>", at: at + 1) ? at + 3 : nil
      guard let end else { continue }
      take(start..<end)
      at = end
      return true
    }
    return false
  }

  private mutating func skipSpace() {
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func isName(_ word: StaticString, at start: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    guard matches(word, at: start), end < bytes.count else { return false }
    return isSpace(bytes[end]) || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
  }

  /// Whether a word in small letters stands at a place.
  private func matches(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where MarkupBytes.lowered(bytes[start + offset]) != word.utf8Start[offset] { return false }
    return true
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func copy(upTo end: Int) {
    if end > done { output.append(contentsOf: bytes[done..<end]) }
    done = end
  }

  private mutating func take(_ range: Range<Int>) {
    copy(upTo: range.lowerBound)
    done = range.upperBound
  }
}
