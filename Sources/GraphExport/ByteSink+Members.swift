extension ByteSink {
  /// Writes `, "name": value` for every column that has a value.
  func writeMembers(_ columns: [ExportColumn<Int>], _ values: [ExportValue]) {
    for (column, value) in zip(columns, values) where value != .none {
      write(", \"\(column.name)\": ")
      switch value {
      case .texts(let texts): writeJSON(texts)
      case .text, .day, .none: writeJSON(value.plain)
      case .count, .real, .flag: write(value.plain)
      }
    }
  }

  /// Writes a list of texts.
  func writeJSON(_ texts: [String]) {
    write("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { write(", ") }
      writeJSON(text)
    }
    write("]")
  }
}
