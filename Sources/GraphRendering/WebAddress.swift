/// Addresses that a picture may link to.
enum WebAddress {
  /// The page of an entity whose id is a Wikidata item (`Q142`); nil for ids of another kind.
  static func wikidata(_ id: String) -> String? {
    guard id.first == "Q", id.count > 1, id.dropFirst().utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return "https://www.wikidata.org/wiki/" + id
  }
}
