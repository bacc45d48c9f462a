/// The page's own files, which are built into the binary.
enum PageParts {
  static var html: [UInt8] { PackageResources.page_html }
  static var style: [UInt8] { PackageResources.page_css }

  /// The script's files in the order in which they need each other, closed off from the rest of the page.
  static var script: [UInt8] {
    let parts = [
      PackageResources.model_js, PackageResources.words_js, PackageResources.filter_js, PackageResources.network_js,
      PackageResources.painter_js, PackageResources.panel_js, PackageResources.table_js, PackageResources.controls_js,
      PackageResources.main_js,
    ]
    return Array("\n(() => {\n\"use strict\";\n".utf8) + parts.joined() + Array("})();\n".utf8)
  }
}
