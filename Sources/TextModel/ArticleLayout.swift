/// The parts of an article's text: where its headline, dates, paragraphs and credits stand.
struct ArticleLayout {
  /// A stretch of text that no sentence crosses: a paragraph or a line.
  struct Block {
    var range: Range<Int>
    var role: Region.Role
    var paragraph: Int
  }

  private(set) var blocks: [Block] = []
  /// The day of publication that a date line gives.
  private(set) var date: PartialDate?

  init(_ bytes: [UInt8], rules: SegmentationRules, hasTitle: Bool) {
    let lines = TextLines(bytes)
    for (index, range) in lines.paragraphs.enumerated() {
      var role = Region.Role.body
      if index == 0, !hasTitle, lines.paragraphs.count > 1, range.count <= 250, !TextLines.endsWithStop(bytes, range) {
        role = .headline
      }
      blocks.append(Block(range: range, role: role, paragraph: index))
    }
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
}
