/// All formats that `parley export` knows.
public enum ExportFormats {
  public static let all: [any ExportFormat] = [
    DOTFormat(), EdgeListFormat(.comma), EdgeListFormat(.tab), GephiFormat(), GraphMLFormat(), GEXFFormat(),
    NodeLinkFormat(), CytoscapeFormat(), Neo4jFormat(), PajekFormat(), GMLFormat(), TurtleFormat(), JSONLDFormat(),
    FollowTheMoneyFormat(), ContactLinesFormat(),
  ]

  /// The format of a name, in any case of letters.
  public static func named(_ name: String) -> (any ExportFormat)? {
    all.first { $0.name == name.lowercased() }
  }

  /// The format that the extension of an output file tells.
  ///
  /// - Parameter fileExtension: without a dot, in any case of letters.
  public static func forExtension(_ fileExtension: String) -> (any ExportFormat)? {
    all.first { $0.fileExtension == fileExtension.lowercased() }
  }
}
