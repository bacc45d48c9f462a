/// The file formats of a picture.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  /// Scalable, with tooltips and links, readable by screen readers.
  case svg
  case png
  case pdf
}
