/// How a picture is to look.
public struct RenderingOptions: Hashable, Sendable {
  public var format: PictureFormat
  /// nil: chosen by the number of parties.
  public var layout: LayoutEngine?
  public var theme: Theme
  /// Parties of one country stand together on a common ground.
  public var isClustered: Bool
  /// nil: a title that says what the picture shows.
  public var title: String?
  /// The name of each country by its ISO 3166-1 alpha-2 code, for the clusters.
  public var countryNames: [String: String]
  /// For each party how important it is, on any scale from 0; nil: the number of its contacts.
  public var importance: [Double]?
  /// For each party the number of its community, the largest first; nil: parties are coloured by their type.
  public var communities: [Int]?
  public var limits: RenderingLimits

  public init(
    format: PictureFormat = .svg, layout: LayoutEngine? = nil, theme: Theme = .light, isClustered: Bool = false,
    title: String? = nil, countryNames: [String: String] = [:],
    importance: [Double]? = nil, communities: [Int]? = nil, limits: RenderingLimits = RenderingLimits()
  ) {
    self.format = format
    self.layout = layout
    self.theme = theme
    self.isClustered = isClustered
    self.title = title
    self.countryNames = countryNames
    self.importance = importance
    self.communities = communities
    self.limits = limits
  }
}
