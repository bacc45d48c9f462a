/// An HTTP response as a web archive keeps it: status line, header fields, body.
struct HTTPResponse {
  let status: Int
  let headers: [String: String]
  let body: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let parts = String(decoding: bytes[..<lineEnd], as: UTF8.self).split(separator: " ")
    status = parts.count > 1 ? Int(parts[1].filter(\.isNumber)) ?? 0 : 0
    var fields: [String: String] = [:]
    var at = min(lineEnd + 1, bytes.endIndex)
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[at..<end]
      at = min(end + 1, bytes.endIndex)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      fields[name] = PageText.collapsed(String(decoding: line[(colon + 1)...], as: UTF8.self))
    }
    headers = fields
    body = bytes[at...]
  }
}
