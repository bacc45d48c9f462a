extension ByteSink {
  /// Writes `, "name": value` for every column that has a value.
  func writeMembers(_ columns: [ExportColumn<Int>], _ values: [ExportValue]) {
    for (column, value) in zip(columns, values) where value != .none {
      write(", \"")
      write(column.name)
      write("\": ")
      switch value {
      case .texts(let texts): writeJSON(texts)
      case .text(let text): writeJSON(text)
      case .day, .none:
        write(UInt8(ascii: "\""))
        value.write(to: self)
        write(UInt8(ascii: "\""))
      case .count, .real, .flag: value.write(to: self)
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
