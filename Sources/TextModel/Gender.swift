/// The grammatical gender by which pronouns refer to a person.
public enum Gender: String, Hashable, Sendable, Codable, CaseIterable {
  case male = "m"
  case female = "f"
  case unknown = "any"
}
