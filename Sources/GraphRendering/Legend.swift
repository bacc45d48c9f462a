import ContactModel
import TextModel

/// What the shapes, colours and lines of a picture mean: one entry for each that occurs in it.
struct Legend {
  enum Sample: Hashable {
    case marker(EntityType, color: String)
    case line(color: String, style: String, width: Double, arrow: String?)
  }

  struct Entry {
    var sample: Sample
    var text: String
  }

  /// Entries that belong together stand in one row where there is room.
  private(set) var rows: [[Entry]] = []

  init(drawing: Drawing, theme: Theme) {
    let hasCommunities = drawing.nodes.contains { $0.community != nil }
    let types = EntityType.allCases.filter { type in drawing.nodes.contains { $0.type == type } }
    rows.append(
      types.map { type in
        Entry(sample: .marker(type, color: hasCommunities ? theme.quietText : theme.fill(type)), text: type.legendName)
      })
    let kinds = ContactKind.allCases.filter { kind in drawing.edges.contains { $0.kind == kind } }
    rows.append(
      kinds.map { kind in
        let isDirected = drawing.edges.contains { $0.kind == kind && ($0.hasHead || $0.hasTail) }
        return Entry(
          sample: .line(color: theme.color(kind), style: "solid", width: 2.4, arrow: isDirected ? "normal" : nil),
          text: kind.rawValue)
      })
    let modalities = Modality.allCases.filter { modality in drawing.edges.contains { $0.modality == modality } }
    if modalities.contains(where: { $0 != .actual }) {
      rows.append(
        modalities.map {
          Entry(
            sample: .line(
              color: theme.quietText, style: $0.lineStyle, width: 1.6, arrow: $0 == .negated ? "tee" : nil),
            text: $0.legendName)
        })
    }
    rows.removeAll(where: \.isEmpty)
  }
}

extension Modality {
  var legendName: String {
    switch self {
    case .actual: "took place"
    case .planned: "planned"
    case .negated: "denied or refused"
    case .uncertain: "uncertain"
    }
  }
}
