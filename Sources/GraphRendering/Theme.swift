import ContactModel
import TextModel

/// The colours and strengths of a picture.
///
/// The hues are those of M. Okabe and K. Ito, "Color Universal Design" (2008), which people with any common form of colour
/// blindness tell apart; on a dark ground some are lightened.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  case light
  case dark
  /// White ground, black text, no transparency.
  case print
}

extension Theme {
  var ground: String { self == .dark ? "#15181e" : "#ffffff" }
  var text: String {
    switch self {
    case .light: "#1b1d22"
    case .dark: "#e9eaee"
    case .print: "#000000"
    }
  }
  var quietText: String {
    switch self {
    case .light: "#5d626d"
    case .dark: "#a2a8b4"
    case .print: "#333333"
    }
  }
  /// Behind labels, so that lines under them do not strike them through.
  func labelGround(inCluster: Bool) -> String { (inCluster ? clusterGround : ground) + (self == .print ? "ff" : "c8") }
  var clusterGround: String { self == .dark ? "#1f242d" : "#f4f5f7" }
  var clusterLine: String { self == .dark ? "#39414e" : "#d5d8de" }
  var nodeLine: String { ground }

  func fill(_ type: EntityType) -> String {
    switch type {
    case .person: self == .dark ? "#56b4e9" : "#0072b2"
    case .country: self == .dark ? "#1fc49a" : "#009e73"
    case .organization: "#e69f00"
    case .place: self == .dark ? "#8b93a1" : "#7a808c"
    }
  }

  /// The colour of a party: its community's, where communities are shown, else its type's. The eighth community and all
  /// smaller ones are grey.
  func fill(_ node: Drawing.Node) -> String {
    guard let community = node.community else { return fill(node.type) }
    let hues = [
      "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", self == .dark ? "#f0e442" : "#b5a600",
    ]
    return hues.indices.contains(community) ? hues[community] : fill(.place)
  }

  /// `#rrggbb` of a kind of contact.
  func color(_ kind: ContactKind) -> String {
    switch kind {
    case .tell: self == .dark ? "#4da3e0" : "#0072b2"
    case .press: self == .dark ? "#9aa2b0" : "#8a8f99"
    case .call: "#cc79a7"
    case .meet: self == .dark ? "#ff7b29" : "#d55e00"
    case .talks: self == .dark ? "#1fc49a" : "#009e73"
    case .write: "#e69f00"
    case .invite: "#56b4e9"
    case .host: self == .dark ? "#f0e442" : "#b5a600"
    }
  }

  /// The transparency of a contact's line, as the two last digits of `#rrggbbaa`.
  func opacity(_ modality: Modality, isCrowded: Bool) -> String {
    switch (self, modality) {
    case (_, _) where isCrowded: "70"
    case (.print, _): "ff"
    case (_, .actual): "c0"
    default: "a0"
    }
  }
}

extension EntityType {
  /// The shape that stands for the type, so that it is told without colour too.
  var markerShape: String {
    switch self {
    case .person: "circle"
    case .country: "square"
    case .organization: "hexagon"
    case .place: "diamond"
    }
  }

  var legendName: String {
    switch self {
    case .person: "Person"
    case .country: "Country"
    case .organization: "Organization"
    case .place: "Place"
    }
  }
}

extension Modality {
  /// The line that stands for the modality.
  var lineStyle: String {
    switch self {
    case .actual: "solid"
    case .planned: "dashed"
    case .negated, .uncertain: "dotted"
    }
  }
}
