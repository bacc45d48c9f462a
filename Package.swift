// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "parley",
  products: [
    .library(name: "Parley", targets: ["Parley"]),
    .executable(name: "parley", targets: ["parley"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Stages of the pipeline, in the order of the data flow: each imports only targets above it.
    .target(name: "DataTables"),
    .target(name: "JSONText"),
    .target(name: "TextModel", dependencies: ["DataTables"]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "ArticleReading", dependencies: ["JSONText", "TextModel", "CXML", "CArchive"]),
    .systemLibrary(name: "CPrefetch"),
    .systemLibrary(name: "CRowSums"),
    .target(name: "Gazetteer", dependencies: ["DataTables", "TextModel", "CPrefetch"]),
    .target(name: "Syntax", dependencies: ["DataTables", "TextModel", "CPrefetch", "CRowSums"]),
    .target(name: "Recognition", dependencies: ["DataTables", "TextModel", "Gazetteer"]),
    .target(name: "ContactModel", dependencies: ["TextModel"]),
    .target(
      name: "ContactExtraction",
      dependencies: ["DataTables", "TextModel", "Gazetteer", "Syntax", "Recognition", "ContactModel"]),
    .target(name: "ContactGraph", dependencies: ["TextModel", "ContactModel"]),
    .systemLibrary(name: "CIgraph", pkgConfig: "igraph", providers: [.apt(["libigraph-dev"])]),
    .target(name: "GraphMetrics", dependencies: ["TextModel", "ContactModel", "ContactGraph", "CIgraph"]),
    .target(
      name: "GraphExport", dependencies: ["JSONText", "TextModel", "ContactModel", "ContactGraph", "GraphMetrics"]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(
      name: "GraphRendering",
      dependencies: ["TextModel", "ContactModel", "ContactGraph", "CGraphviz"]),
    .target(
      name: "GraphReport", dependencies: ["TextModel", "ContactModel", "ContactGraph", "GraphRendering"],
      resources: [.embedInCode("Page")]),
    .target(name: "ContactListing", dependencies: ["TextModel", "ContactModel", "ContactGraph"]),
    .target(
      name: "GraphStore",
      dependencies: [
        "TextModel", "ContactModel", "ContactGraph", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Parley",
      dependencies: [
        "DataTables", "TextModel", "ArticleReading", "Gazetteer", "Syntax", "Recognition", "ContactModel",
        "ContactExtraction", "ContactGraph", "GraphMetrics", "GraphExport", "GraphRendering",
        "GraphReport", "ContactListing", "GraphStore",
      ]),
    .executableTarget(
      name: "parley",
      dependencies: ["Parley", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(
      name: "parley-train",
      dependencies: [
        "DataTables", "TextModel", "Syntax", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "parley-benchmark",
      dependencies: ["Parley", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "TextModelTests", dependencies: ["TestSupport", "DataTables", "TextModel"]),
    .target(
      name: "GraphTestSupport", dependencies: ["TestSupport", "TextModel", "ContactModel", "ContactGraph"],
      path: "Tests/GraphTestSupport"),
    .testTarget(
      name: "ContactGraphTests",
      dependencies: ["TestSupport", "TextModel", "ContactModel", "ContactGraph", "GraphMetrics", "GraphTestSupport"]),
    .executableTarget(
      name: "GraphStoreWriter", dependencies: ["GraphStore", "GraphTestSupport"], path: "Tests/GraphStoreWriter"),
    .testTarget(
      name: "GraphStoreTests",
      dependencies: [
        "TestSupport",
        "TextModel", "ContactModel", "ContactGraph", "GraphStore", "GraphTestSupport", "GraphStoreWriter",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "GraphExportTests",
      dependencies: [
        "TestSupport", "TextModel", "ContactModel", "ContactGraph", "GraphMetrics", "GraphExport", "GraphTestSupport",
      ],
      exclude: ["compare_rdf.py", "read_export.py", "validate_ftm.py"]),
    .testTarget(
      name: "ArticleReadingTests", dependencies: ["TestSupport", "TextModel", "ArticleReading", "CArchive"],
      exclude: ["Fixtures"]),
    .testTarget(name: "TrainingTests", dependencies: ["Syntax", "parley-train"]),
    .testTarget(name: "SyntaxTests", dependencies: ["TestSupport", "DataTables", "TextModel", "CRowSums", "Syntax"]),
    .testTarget(
      name: "ContactExtractionTests",
      dependencies: [
        "TestSupport",
        "DataTables", "TextModel", "Gazetteer", "Syntax", "Recognition", "ContactModel", "ContactExtraction",
      ]),
    .testTarget(
      name: "RecognitionTests", dependencies: ["TestSupport", "DataTables", "TextModel", "Gazetteer", "Recognition"]),
    .testTarget(name: "GazetteerTests", dependencies: ["TestSupport", "DataTables", "TextModel", "Gazetteer"]),
    .target(
      name: "SyntheticContacts", dependencies: ["TestSupport", "TextModel", "ContactModel", "GraphTestSupport"],
      path: "Tests/SyntheticContacts"),
    .testTarget(
      name: "GraphRenderingTests",
      dependencies: [
        "TestSupport",
        "TextModel", "ContactModel", "ContactGraph", "GraphRendering", "GraphTestSupport", "SyntheticContacts",
      ]),
    .testTarget(
      name: "GraphReportTests",
      dependencies: [
        "TextModel", "ContactModel", "ContactGraph", "GraphRendering", "GraphReport", "SyntheticContacts",
      ],
      exclude: ["drive_report.py"]),
    .testTarget(
      name: "ParleyTests",
      dependencies: [
        "TestSupport", "Parley", "parley", "GraphTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["annotate_with_spark.py"]),
    .testTarget(
      name: "ContactListingTests", dependencies: ["TextModel", "ContactModel", "ContactGraph", "ContactListing"]),
  ],
  swiftLanguageModes: [.v6]
)
