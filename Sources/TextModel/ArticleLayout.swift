/// The parts of an article's text: where its headline, dates, paragraphs and credits stand.
struct ArticleLayout {
  /// A stretch of text that no sentence crosses: a paragraph or a line, or a part of one that has a role of its own.
  struct Block {
    var range: Range<Int>
    var role: Region.Role
    var paragraph: Int
  }

  private(set) var blocks: [Block] = []
  /// The day of publication that a date line gives.
  private(set) var date: PartialDate?

  /// How many lines at the start and at the end are looked at as possible parts of the head and the foot.
  private static let headLines = 14
  private static let footLines = 10

  /// Finds the parts of a text.
  ///
  /// - Parameter title: the headline where it is known apart from the text.
  init(_ bytes: [UInt8], rules: SegmentationRules, title: String?) {
    let lines = LayoutLines(bytes, TextLines(bytes).paragraphs, cues: rules.cues)
    var roles = [Region.Role](repeating: .body, count: lines.count)
    let body = readHead(lines, title: title.map { Array($0.utf8) }, into: &roles)
    Self.readFoot(lines, from: body, into: &roles)
    if date == nil { date = Self.footDate(lines, from: body, into: &roles) }
    Self.readBody(lines, from: body, into: &roles)
    makeBlocks(lines, roles, body: body)
  }

  /// Runs of blocks of one role.
  var regions: [Region] {
    var regions: [Region] = []
    for block in blocks {
      if let last = regions.last, last.role == block.role {
        regions[regions.count - 1].range.end = block.range.upperBound
      } else {
        regions.append(Region(role: block.role, range: TextRange(block.range)))
      }
    }
    return regions
  }

  /// Gives the lines before the body their roles; returns the first line of the body.
  private mutating func readHead(_ lines: LayoutLines, title: [UInt8]?, into roles: inout [Region.Role]) -> Int {
    var headline: Int?
    var updated: PartialDate?
    var at = 0
    while at < min(lines.count, Self.headLines) {
      if let found = lines.dateLine(at) {
        if found.isUpdate { updated = updated ?? found.date } else { date = date ?? found.date }
        roles[at] = .date
      } else if lines.isFurniture(at) {
        roles[at] = .footer
      } else if lines.isByline(at) {
        roles[at] = .byline
      } else if headline == nil, lines.count > 1, lines.isHeadline(at, title: title) {
        roles[at] = .headline
        headline = at
      } else if let headline, headline + 1 == at, at + 1 < lines.count, lines.isStandfirst(at) {
        roles[at] = .standfirst
      } else if headline != nil, at + 1 < lines.count, lines.isName(at),
        lines.dateLine(at + 1) != nil || roles[at - 1] == .date
      {
        roles[at] = .byline
      } else {
        break
      }
      at += 1
    }
    date = date ?? updated
    guard at == lines.count else { return at }
    // Nothing but headings: the last of them is what the text says.
    let last = roles.lastIndex { $0 == .headline || $0 == .standfirst } ?? 0
    if lines.count > 0, roles.contains(.headline) || roles.contains(.standfirst) {
      roles[last] = last == headline ? .headline : .body
    }
    return at
  }

  /// Gives credits and furniture at the end their roles.
  private static func readFoot(_ lines: LayoutLines, from body: Int, into roles: inout [Region.Role]) {
    var isContiguous = true
    let first = max(body + 1, lines.count - footLines)
    for at in stride(from: lines.count - 1, through: first, by: -1) {
      if lines.isFurniture(at) || lines.isCredit(at) {
        roles[at] = .footer
      } else if isContiguous, lines.isName(at), lines.endsWithStop(at - 1) || roles[lines.count - 1] == .footer {
        roles[at] = .footer
      } else {
        isContiguous = false
      }
    }
  }

  /// A date line behind the body, where the head has none.
  private static func footDate(_ lines: LayoutLines, from body: Int, into roles: inout [Region.Role]) -> PartialDate? {
    for at in stride(from: lines.count - 1, through: max(body + 1, lines.count - 4), by: -1) {
      guard let found = lines.dateLine(at) else { continue }
      roles[at] = .date
      return found.date
    }
    return nil
  }

  /// Gives captions, furniture and dates between the paragraphs their roles.
  private static func readBody(_ lines: LayoutLines, from body: Int, into roles: inout [Region.Role]) {
    for at in body..<max(body, lines.count) where roles[at] == .body {
      if lines.isCaption(at) {
        roles[at] = .caption
      } else if lines.isFurniture(at) {
        roles[at] = .footer
      }
    }
  }

  private mutating func makeBlocks(_ lines: LayoutLines, _ roles: [Region.Role], body: Int) {
    var datelinesLeft = 2
    for at in 0..<lines.count {
      let range = lines.range(at)
      guard roles[at] == .body, datelinesLeft > 0 else {
        blocks.append(Block(range: range, role: roles[at], paragraph: at))
        continue
      }
      datelinesLeft -= 1
      guard let (heading, dateline) = lines.dateline(at) else {
        blocks.append(Block(range: range, role: .body, paragraph: at))
        continue
      }
      datelinesLeft = 0
      if let heading { blocks.append(Block(range: heading, role: .headline, paragraph: at)) }
      blocks.append(Block(range: lines.trimmed(dateline), role: .dateline, paragraph: at))
      if dateline.upperBound < range.upperBound {
        blocks.append(Block(range: dateline.upperBound..<range.upperBound, role: .body, paragraph: at))
      }
      date = date ?? lines.fullDate(dateline)
    }
  }
}
