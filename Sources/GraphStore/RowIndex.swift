/// For rows of a table the index of what was made of them; rows are numbered from 1 with few gaps.
struct RowIndex {
  private var indexes: [Int32] = []

  /// nil for a row that has none.
  ///
  /// Complexity: O(1), amortized.
  subscript(row: Int64) -> Int? {
    get {
      guard row >= 0, row < indexes.count, indexes[Int(row)] >= 0 else { return nil }
      return Int(indexes[Int(row)])
    }
    set {
      while indexes.count <= row { indexes.append(-1) }
      indexes[Int(row)] = newValue.map { Int32($0) } ?? -1
    }
  }
}
