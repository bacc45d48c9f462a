/// All candidates of one written form, in the order of their entities' ids.
public struct CandidateList: RandomAccessCollection, Sendable {
  @usableFromInline let storage: IndexStorage
  public let startIndex: Int
  public let endIndex: Int

  init(storage: IndexStorage, from first: Int) {
    self.storage = storage
    startIndex = first
    let candidates = storage.candidates
    var end = Swift.min(first, candidates.count)
    while end < candidates.count {
      end += 1
      if candidates[end - 1].isLast { break }
    }
    endIndex = Swift.max(end, first)
  }

  @inlinable public subscript(_ position: Int) -> Candidate {
    precondition(position >= startIndex && position < endIndex, "position outside the list of candidates")
    return storage.candidates[position]
  }
}
