/// Forms whose lemma no rule gives, and the base forms that decide between rules.
package struct LemmaTable {
  /// What a form is, as far as its lemma depends on it.
  package enum Kind: UInt8 {
    case base, presentThird, past, presentParticiple, modal, noun, pluralNoun
  }

  /// Eight bytes: the hash of kind and form, and one more than the place of the record in the text; 0 for none.
  package struct Slot {
    package var key: UInt32
    package var place: UInt32

    package init(key: UInt32, place: UInt32) {
      self.key = key
      self.place = place
    }
  }

  package let slots: UnsafeBufferPointer<Slot>
  /// Records: kind, length of the form, length of the lemma, one byte each, then form and lemma.
  package let text: UnsafeRawBufferPointer

  package init(slots: UnsafeBufferPointer<Slot>, text: UnsafeRawBufferPointer) {
    self.slots = slots
    self.text = text
  }

  package static func key(_ kind: Kind, _ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var h: UInt32 = 0x811C_9DC5 ^ UInt32(kind.rawValue)
    for byte in form { h = (h ^ UInt32(byte)) &* 0x0100_0193 }
    return FeatureHash.finish(h)
  }

  /// The lemma of a form in lower case, or nil if the table lacks it.
  package func find(_ kind: Kind, _ form: UnsafeBufferPointer<UInt8>) -> UnsafeRawBufferPointer? {
    let mask = slots.count - 1
    guard mask >= 0 else { return nil }
    let key = Self.key(kind, form)
    var i = Int(key) & mask
    var steps = 0
    while slots[i].place != 0, steps <= mask {
      let place = Int(slots[i].place) - 1
      if slots[i].key == key, place + 3 <= text.count, text[place] == kind.rawValue, Int(text[place + 1]) == form.count
      {
        let start = place + 3
        let end = start + form.count + Int(text[place + 2])
        if end <= text.count, text[start..<start + form.count].elementsEqual(form) {
          return UnsafeRawBufferPointer(rebasing: text[start + form.count..<end])
        }
      }
      i = (i + 1) & mask
      steps += 1
    }
    return nil
  }

  /// Builds the two sections of a model file from records. Complexity: O(*n*).
  package static func sections(_ records: [(kind: Kind, form: [UInt8], lemma: [UInt8])]) -> (
    slots: [UInt8], text: [UInt8]
  ) {
    var size = 16
    while size < records.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(key: 0, place: 0), count: size)
    var text: [UInt8] = []
    for record in records where record.form.count < 256 && record.lemma.count < 256 {
      let key = record.form.withUnsafeBufferPointer { Self.key(record.kind, $0) }
      var i = Int(key) & (size - 1)
      while slots[i].place != 0 { i = (i + 1) & (size - 1) }
      slots[i] = Slot(key: key, place: UInt32(text.count + 1))
      text += [record.kind.rawValue, UInt8(record.form.count), UInt8(record.lemma.count)] + record.form + record.lemma
    }
    if text.isEmpty { text = [0] }
    return (slots.withUnsafeBytes { Array($0) }, text)
  }
}
