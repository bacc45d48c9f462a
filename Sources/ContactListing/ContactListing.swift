import ContactGraph
import ContactModel
import TextModel

/// Who spoke to whom, when, how often, and in which words, as text for a terminal.
///
/// ```
/// Emmanuel Macron – Vladimir Putin: 3 contacts, reported 4 times, 26–28 January 2022
///
/// 28 January 2022: Emmanuel Macron told Vladimir Putin (reported 2 times)
///   “Mr Macron told Mr Putin that talks must go on.”
///   Talks must go on — The Courier, 28 January 2022 <https://courier.example/1>
/// ```
public struct ContactListing {
  let graph: ContactGraph
  let style: ListingStyle

  public init(_ graph: ContactGraph, style: ListingStyle = ListingStyle()) {
    self.graph = graph
    self.style = style
  }

  /// The pairs with most contacts, each with its kinds and its most telling sentence.
  ///
  /// Complexity: O(*n* log *n*) in the contacts.
  public func pairs() -> String {
    let edges = graph.edges(by: .pair).sorted {
      (-$0.events, -$0.weight, $0.from, $0.to) < (-$1.events, -$1.weight, $1.from, $1.to)
    }
    var text = line(StyledText(extent, .strong)) + "\n"
    let shown = style.limit.map { Array(edges.prefix($0)) } ?? edges
    for edge in shown {
      var head = StyledText()
      head.append(graph.parties[edge.from].name, .from)
      head.append(edge.direction == .forward ? " → " : " – ")
      head.append(graph.parties[edge.to].name, .to)
      head.append(": " + facts(of: edge))
      text += line(head)
      if let best = edge.contacts.min(by: isMoreTelling), let evidence = graph.contacts[best].evidence.first {
        text += quote(evidence, indent: "  ")
      }
    }
    return text + remainder(edges.count - shown.count, "pair", "pairs")
  }

  /// The contacts of one party: whom it spoke with, and every contact with its sentence, the latest first.
  ///
  /// - Parameter party: An index into the graph's parties.
  public func contacts(of party: Int) -> String {
    let edges = graph.edges(by: .pair).filter { $0.from == party || $0.to == party }
      .sorted { (-$0.events, $0.from, $0.to) < (-$1.events, $1.from, $1.to) }
    var head = StyledText(graph.parties[party].name, .strong)
    head.append(", \(graph.parties[party].type.rawValue): ")
    head.append(Self.count(edges.reduce(0) { $0 + $1.events }, "contact", "contacts"))
    head.append(" with " + Self.count(edges.count, "party", "parties"))
    var text = line(head)
    var partners = StyledText()
    for (position, edge) in edges.enumerated() {
      let other = edge.from == party ? edge.to : edge.from
      partners.append((position == 0 ? "" : ", ") + "\(graph.parties[other].name) (\(edge.events))", .quiet)
    }
    text += line(partners, indent: "  ") + "\n"
    return text + list(edges.flatMap { EventGrouping.events(of: $0.contacts, in: graph) })
  }

  /// The contacts between two parties, the latest first.
  public func contacts(between one: Int, and other: Int) -> String {
    let edge = graph.edges(by: .pair).first { Set([$0.from, $0.to]) == Set([one, other]) }
    var head = StyledText(graph.parties[one].name, .strong)
    head.append(" – ")
    head.append(graph.parties[other].name, .strong)
    guard let edge else {
      head.append(": no contact.")
      return line(head)
    }
    head.append(": " + facts(of: edge))
    return line(head) + "\n" + list(EventGrouping.events(of: edge.contacts, in: graph))
  }

  // MARK: Parts

  /// `23 parties, 41 contacts in 12 articles`.
  private var extent: String {
    "Who spoke to whom: " + Self.count(graph.parties.count, "party", "parties") + ", "
      + Self.count(graph.contacts.count, "contact", "contacts") + " in "
      + Self.count(Set(graph.contacts.map(\.article)).count, "article", "articles")
  }

  private func facts(of edge: Edge) -> String {
    var text = Self.count(edge.events, "contact", "contacts")
    text += " (" + edge.kinds.map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: ", ") + ")"
    if edge.reports > 1 { text += ", reported \(edge.reports) times" }
    if let first = edge.first, let last = edge.last {
      text += ", " + DayInterval(first: first, last: last).inWords
    }
    return text
  }

  private func list(_ events: [[Int]]) -> String {
    func day(_ event: [Int]) -> Int {
      event.compactMap { graph.days(of: graph.contacts[$0])?.first.number }.min() ?? Int.min
    }
    let sorted = events.sorted { (-Double(day($0)), $0[0]) < (-Double(day($1)), $1[0]) }
    let shown = style.limit.map { Array(sorted.prefix($0)) } ?? sorted
    return shown.map(item).joined(separator: "\n") + remainder(sorted.count - shown.count, "contact", "contacts")
  }

  /// One contact with all that is known of it; the articles that only repeat it are counted.
  private func item(_ event: [Int]) -> String {
    let best = event.min(by: isMoreTelling) ?? event[0]
    let contact = graph.contacts[best]
    var head = StyledText()
    if let days = graph.days(of: contact) { head.append(days.inWords + ": ", .quiet) }
    head.append(graph.parties[contact.from].name, .from)
    head.append(" \(contact.kind.verb(isMutual: contact.isMutual)) ")
    head.append(graph.parties[contact.to].name, .to)
    if contact.modality != .actual { head.append(" [\(contact.modality.rawValue)]") }
    let reports = Set(event.flatMap { graph.reporters(of: graph.contacts[$0]) }).count
    if reports > 1 { head.append(" (reported \(reports) times)") }
    var text = line(head)
    for evidence in contact.evidence { text += quote(evidence, indent: "  ") }
    return text + line(source(of: contact), indent: "  ")
  }

  private func source(of contact: GraphContact) -> StyledText {
    let reference = graph.articles[contact.article].reference
    var text = StyledText(reference.title ?? reference.id, .quiet)
    let rest = [reference.source, reference.date?.inWords].compactMap { $0 }
    if !rest.isEmpty { text.append(" — " + rest.joined(separator: ", "), .quiet) }
    if let url = reference.url { text.append(" <\(url)>", .quiet) }
    return text
  }

  /// The sentence in quotation marks, its parties and its trigger set apart.
  private func quote(_ evidence: Evidence, indent: String) -> String {
    let bytes = Array(evidence.text.utf8)
    var emphases = [StyledText.Emphasis](repeating: .none, count: bytes.count)
    for (range, emphasis) in [
      (evidence.trigger, StyledText.Emphasis.trigger), (evidence.from, .from), (evidence.to, .to),
    ] {
      let start = range.start - evidence.sentence.start
      let end = range.end - evidence.sentence.start
      guard start >= 0, end <= bytes.count, start < end else { continue }
      for index in start..<end { emphases[index] = emphasis }
    }
    var text = StyledText("“")
    var offset = 0
    for character in evidence.text {
      text.append(String(character), emphases[offset])
      offset += character.utf8.count
    }
    text.append("”")
    return line(text, indent: indent)
  }

  private func isMoreTelling(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (graph.contacts[a], graph.contacts[b])
    return (x.evidence.isEmpty ? 1 : 0, x.modality.rank, -x.confidence, a)
      < (y.evidence.isEmpty ? 1 : 0, y.modality.rank, -y.confidence, b)
  }

  private func line(_ text: StyledText, indent: String = "") -> String {
    text.lines(width: style.width, indent: indent, isColored: style.isColored)
  }

  private func remainder(_ count: Int, _ one: String, _ many: String) -> String {
    count > 0
      ? "\n" + line(StyledText("… and \(Self.count(count, one, many)) more (--limit 0 shows all).", .quiet)) : ""
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) " + (number == 1 ? one : many)
  }
}
