import ContactGraph

/// Something of a graph that a format may have no place for.
public enum ExportTrait: String, Hashable, Sendable, CaseIterable {
  case evidence = "sentences"
  case evidenceOffsets = "offsets of sentences"
  case articles = "articles"
  case kinds = "kinds"
  case modality = "modality"
  case days = "days of contacts"
  case circumstances = "venue, medium and topic"
  case confidence
  case types = "types of parties"
  case aliases
  case appearances = "names as in each article"
  case undirected = "contacts without a direction"
  case copies = "copies of articles"
  case characters = "quotation marks and backslashes in names"

  /// The graph has some of it to lose.
  func occurs(in graph: ContactGraph) -> Bool {
    switch self {
    case .evidence, .evidenceOffsets: graph.contacts.contains { !$0.evidence.isEmpty }
    case .articles, .kinds, .confidence: !graph.contacts.isEmpty
    case .modality: graph.contacts.contains { $0.modality != .actual }
    case .days: graph.contacts.contains { $0.when != nil }
    case .circumstances: graph.contacts.contains { $0.venue != nil || $0.medium != nil || $0.topic != nil }
    case .types: !graph.parties.isEmpty
    case .aliases: graph.parties.contains { !$0.aliases.isEmpty }
    case .appearances: graph.appearances.count > graph.parties.count
    case .undirected: graph.contacts.contains(where: \.isMutual)
    case .copies: graph.articles.contains { $0.copyOf != nil }
    case .characters: graph.parties.contains { $0.name.utf8.contains { $0 == 0x22 || $0 == 0x5c } }
    }
  }
}
