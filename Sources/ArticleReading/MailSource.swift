import TextModel

/// A mail, or the mails of an mbox file (RFC 4155).
final class MailSource: ItemSource {
  private let bytes: BufferedBytes
  private let limit: Int
  private let rules: SegmentationRules?
  private let isMailbox: Bool
  private var count = 0
  private var isAtEnd = false

  init(_ bytes: BufferedBytes, session: ReadingSession) throws(ReadingFault) {
    self.bytes = bytes
    limit = session.options.maximumArticleBytes
    rules = session.options.rules
    isMailbox = try bytes.peek(5).elementsEqual("From ".utf8)
    if isMailbox { _ = try bytes.line(limit: limit) }
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    guard !isAtEnd, let mail = try nextMail() else { return nil }
    count += 1
    let stem = ContentOpener.stem(bytes.name)
    guard let article = MailMessage(mail[...]).article(id: isMailbox ? "\(stem)-\(count)" : stem, rules: rules) else {
      return .item(
        .fault(ReadingFault(file: bytes.name, isMailbox ? "has no text in mail \(count)" : "is a mail without text")))
    }
    return .item(.article(article))
  }

  private func nextMail() throws(ReadingFault) -> [UInt8]? {
    guard isMailbox else {
      isAtEnd = true
      guard let mail = try bytes.rest(limit: limit) else {
        throw ReadingFault(file: bytes.name, "is a mail of more than \(limit >> 20) MB, the limit for one article")
      }
      return mail
    }
    var mail: [UInt8] = []
    var isAfterBlank = false
    while let line = try bytes.line(limit: limit) {
      if isAfterBlank, line.starts(with: "From ".utf8) { return mail }
      isAfterBlank = line.isEmpty || line == [0x0D]
      // `>From` at a line's start was `From` before the mail went into the box.
      let isQuoted = line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
      mail.append(contentsOf: isQuoted ? line.dropFirst() : line[...])
      mail.append(0x0A)
      guard mail.count <= limit else {
        throw ReadingFault(file: bytes.name, "holds a mail of more than \(limit >> 20) MB, the limit for one article")
      }
    }
    isAtEnd = true
    return mail.isEmpty ? nil : mail
  }
}
