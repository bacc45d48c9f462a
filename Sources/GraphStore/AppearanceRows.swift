import ContactModel
import TextModel

/// The rows of the appearances that were written last, so that few of them stand in the file twice.
struct AppearanceRows {
  private struct Entry {
    var party: Party
    var row: Int64
  }

  /// Entries by the hash of their party; of two parties with one hash the later is kept.
  private var newest: [UInt64: Entry] = [:]
  /// What `newest` held before it was full.
  private var older: [UInt64: Entry] = [:]

  private static let length = 25_000

  /// Complexity: O(*n*) in the bytes of the party's names.
  func row(of party: Party, hash: UInt64) -> Int64? {
    guard let entry = newest[hash] ?? older[hash], entry.party == party else { return nil }
    return entry.row
  }

  mutating func remember(_ party: Party, row: Int64, hash: UInt64) {
    if newest.count >= Self.length { (older, newest) = (newest, [:]) }
    newest[hash] = Entry(party: party, row: row)
  }

  /// A hash of all that a party holds, the same in every run.
  static func hash(_ party: Party) -> UInt64 {
    var hash: UInt64 = 0
    func add(_ text: String) {
      var text = text
      text.withUTF8 { hash = (hash ^ ContentHash.value(UnsafeRawBufferPointer($0))) &* 0x9E37_79B9_7F4A_7C15 }
    }
    add(party.id)
    add(party.name)
    add(party.country ?? "")
    add(party.affiliation ?? "")
    for alias in party.aliases { add(alias) }
    return hash ^ (hash >> 32)
  }
}
