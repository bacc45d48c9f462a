/// All candidates of one written form, in the order of their entities' ids.
public struct CandidateList: RandomAccessCollection, Sendable {
  let storage: IndexStorage
  public let startIndex: Int
  public let endIndex: Int

  init(storage: IndexStorage, from first: Int) {
    self.storage = storage
    startIndex = first
    let count = storage.count(.candidates, of: Candidate.self)
    var end = Swift.min(first, count)
    while end < count {
      end += 1
      if storage[.candidates, Candidate.self, end - 1].isLast { break }
    }
    endIndex = Swift.max(end, first)
  }

  public subscript(_ position: Int) -> Candidate {
    precondition(position >= startIndex && position < endIndex, "position outside the list of candidates")
    return storage[.candidates, Candidate.self, position]
  }
}
