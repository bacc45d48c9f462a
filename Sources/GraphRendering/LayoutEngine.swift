/// The layout engines of Graphviz that fit a network of contacts.
public enum LayoutEngine: String, Hashable, Sendable, CaseIterable {
  /// Ranks from top to bottom, along the arrows.
  case dot
  /// Distances like those in the network: the clearest up to some hundred parties.
  case neato
  /// Springs and repulsion.
  case fdp
  /// Springs and repulsion at several scales: for thousands of parties.
  case sfdp
  /// One circle for each group.
  case circo
  /// Rings around the most central party.
  case twopi
}
