import ContactModel
import DataTables

extension ContactLexicon {
  mutating func readFrames(_ table: DataTable, faults: inout [DataFault]) {
    for row in table.rows {
      guard let lemma = row["lemma"], let pos = row["pos"], let kindName = row["kind"] else {
        faults.append(table.fault(row, "lacks lemma, pos or kind"))
        continue
      }
      guard let category = ContactFrame.Category(rawValue: pos) else {
        faults.append(table.fault(row, "has the part of speech '\(pos)'; write verb or noun"))
        continue
      }
      guard let kind = ContactKind(rawValue: kindName) else {
        let known = ContactKind.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(table.fault(row, "has the unknown kind '\(kindName)'; known are \(known)"))
        continue
      }
      var frame = ContactFrame(
        lemma: lemma, category: category, kind: kind, from: row.values("from").map { slot($0) },
        to: row.values("to").map { slot($0) }, options: [], particle: nil, objects: [], cameo: row["cameo"],
        example: row["example"], counterexample: row["counter"], line: row.line)
      if frame.from.isEmpty || frame.to.isEmpty {
        faults.append(table.fault(row, "names no place for '\(frame.from.isEmpty ? "from" : "to")'"))
      }
      for option in row.values("options") {
        if let flag = Self.optionNames[option] {
          frame.options.insert(flag)
        } else if option.hasPrefix("prt=") {
          frame.particle = vocabulary.intern(String(option.dropFirst(4)))
        } else if option.hasPrefix("obj=") {
          let noun = String(option.dropFirst(4))
          frame.objects.append(vocabulary.intern(noun))
          frame.objects.append(vocabulary.intern(Inflection.plural(noun: noun)))
        } else if option.hasPrefix("verb=") {
          let verb = String(option.dropFirst(5))
          addVerbForms(verb)
          frame.governors.append(vocabulary.intern(verb))
        } else {
          let known = (Self.optionNames.keys.sorted() + ["prt=…", "obj=…", "verb=…"]).joined(separator: ", ")
          faults.append(table.fault(row, "has the unknown option '\(option)'; known are \(known)"))
        }
      }
      frames.append(frame)
      let id = vocabulary.intern(lemma)
      switch category {
      case .verb:
        addVerbForms(lemma)
        verbFrames[id, default: []].append(frames.count - 1)
      case .noun:
        addNounForms(lemma)
        nounFrames[id, default: []].append(frames.count - 1)
      }
    }
  }

  static let optionNames: [String: ContactFrame.Options] = [
    "mutual": .mutual, "reciprocal": .reciprocal, "clause": .clause, "nocomplement": .noComplement, "person": .person,
    "for-event": .forEvent, "subjunctive": .subjunctive, "event": .event, "weak": .weak, "plural": .plural,
    "quote": .quote, "intransitive": .intransitive, "elliptical": .elliptical, "outlet": .outlet, "errand": .errand,
  ]

  private mutating func slot(_ name: String) -> ContactFrame.Slot {
    switch name {
    case "subj": .subject
    case "obj": .object
    case "iobj": .indirectObject
    case "poss": .possessor
    case "compound": .modifier
    case "gov": .governor
    case "ccomp-subj": .clauseSubject
    case "event": .event
    default: .preposition(vocabulary.intern(name))
    }
  }

  mutating func readEventVerbs(_ table: DataTable, faults: inout [DataFault]) {
    for row in table.rows {
      guard let verb = row["verb"], let role = row["role"].flatMap(EventRole.init(rawValue:)),
        let modality = row["modality"].flatMap(Modality.init(rawValue:))
      else {
        faults.append(
          table.fault(
            row, "needs a verb, a role (participant, host, third) and a modality (actual, planned, negated, uncertain)")
        )
        continue
      }
      let words = verb.split(separator: " ").map(String.init)
      let event = EventVerb(role: role, modality: modality)
      addVerbForms(words[0])
      if words.count == 2 {
        // `call off`: a verb with its particle.
        phrasalEventVerbs[vocabulary.intern(words[0]), default: []].append((vocabulary.intern(words[1]), event))
      } else {
        eventVerbs[vocabulary.intern(verb)] = event
      }
    }
  }

  mutating func readModality(_ table: DataTable, faults: inout [DataFault]) {
    for row in table.rows {
      guard let lemma = row["lemma"], let effect = row["effect"].flatMap(ModalEffect.init(rawValue:)) else {
        faults.append(table.fault(row, "needs a lemma and an effect (planned, negated, uncertain, would)"))
        continue
      }
      let id = vocabulary.intern(lemma)
      switch row["pos"] {
      case "verb":
        addVerbForms(lemma)
        modalVerbs[id] = effect
      case "adjective":
        info(of: lemma) { _ in }
        modalAdjectives[id] = effect
      case "noun":
        addNounForms(lemma)
        modalNouns[id] = effect
      case "modal":
        info(of: lemma) { _ in }
        modals[id] = effect
      case "mark":
        info(of: lemma) { _ in }
        marks[id] = effect
      default:
        faults.append(
          table.fault(row, "has the part of speech '\(row["pos"] ?? "")'; write verb, adjective, noun, modal or mark"))
      }
    }
  }

  static let roleNames: [String: GrammarRoles] = [
    "negation": .negation, "future-adjective": .futureAdjective, "uncertain-adjective": .uncertainAdjective,
    "negated-adjective": .negatedAdjective, "phone": .phone, "written": .written, "relative": .relative,
    "outlet-noun": .outletNoun, "standing-for": .standingFor, "counterpart": .counterpart, "reciprocal": .reciprocal,
    "mutual-adjective": .mutualAdjective, "topic": .topic, "including": .including,
    "personal-pronoun": .personalPronoun, "neuter-pronoun": .neuterPronoun,
    "part-of": .partOf, "local": .local, "leading": .leading, "epithet": .epithet, "outlet-name": .outletName,
    "outlet-modifier": .outletModifier, "outlet-work": .outletWork,
    "motion": .motion, "body": .body, "journalist": .journalist, "document": .document, "envoy": .envoy,
    "male-pronoun": .malePronoun,
    "female-pronoun": .femalePronoun,
    "subordinator": .subordinator, "caption-place": .captionPlace, "collective": .collective,
    "venue": .venue, "distributive": .distributive, "attending": .attending, "sending": .sending,
    "demonstrative": .demonstrative, "accompanying": .accompanying, "adherents": .adherents,
    "office": .office,
  ]

  mutating func readGrammar(_ table: DataTable, faults: inout [DataFault]) {
    for row in table.rows {
      guard let word = row["word"], let name = row["role"], let role = Self.roleNames[name] else {
        faults.append(
          table.fault(
            row,
            "has the unknown role '\(row["role"] ?? "")'; known are \(Self.roleNames.keys.sorted().joined(separator: ", "))"
          ))
        continue
      }
      setRole(word, role)
    }
  }

  mutating func readTimeWords(_ table: DataTable, faults: inout [DataFault]) {
    for row in table.rows {
      guard let word = row["word"], let role = row["role"].flatMap(TimeWord.Role.init(rawValue:)),
        let value = row["value"].flatMap({ Int($0) })
      else {
        faults.append(
          table.fault(
            row,
            "needs a word, a role (weekday, month, day, unit, relative, direction, number, span) and a whole number"))
        continue
      }
      info(of: word) { $0.time = TimeWord(role: role, value: value) }
    }
  }
}
