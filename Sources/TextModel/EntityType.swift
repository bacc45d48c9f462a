/// What an entity is: the four types of the recognizer. Parties of contacts are never places.
public enum EntityType: String, Hashable, Sendable, Codable, CaseIterable {
  case person
  case country
  case organization
  case place
}
