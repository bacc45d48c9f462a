import Foundation

/// The common English names of countries by their code.
struct CountryNames {
  private let english = Locale(identifier: "en_GB")

  /// The name of an ISO 3166-1 alpha-2 code, nil where it is no country's.
  func name(of code: String) -> String? {
    // The locale data name the People's Republic "China mainland", which no newspaper does.
    english.localizedString(forRegionCode: code).map { $0.hasSuffix(" mainland") ? String($0.dropLast(9)) : $0 }
  }
}
