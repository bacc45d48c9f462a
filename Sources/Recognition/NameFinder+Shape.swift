import Gazetteer
import TextModel

extension NameFinder {
  /// A name by its capitals that starts at a word, or a step over the word.
  mutating func takeShape(_ at: Int, _ end: Int, _ sentence: Int, _ before: Int) -> (at: Int, title: Int) {
    let word = words[at]
    // `Prosecutors Threaten`: no name follows a plural in a headline.
    let isHeadline = word.shape.contains(.titleCase)
    let title = before >= 0 && isHeadline && rules.titles[titles[before].title].isPlural ? -1 : before
    if title < 0 {
      if word.has([.month, .weekday]) && !word.has(.givenName) { return (at + 1, -1) }
      if word.has(.otherAdjective) && !word.has(.givenName) { return (at + 1, -1) }
      if word.shape.contains(.titleCase) { return takeHeadlineWord(at, end, sentence) }
      if word.shape.contains(.opening), isOrdinaryOpening(at, end) { return (at + 1, -1) }
      // `Recordings-However`: two headings run together.
      if word.has(.pronoun) || word.shape.contains(.hyphenBefore) && word.has(.vocabulary) { return (at + 1, -1) }
      if word.has(.functionWord), !word.has([.givenName, .surname, .particle]) { return (at + 1, -1) }
    } else if word.shape.contains(.titleCase),
      word.has([.saying, .deciding]) || word.has(.verb) && !word.has(.givenName)
    {
      // `Official Declares`: the verb of a headline is no name.
      return (at + 1, -1)
    }
    let run = nameRun(at, end)
    guard !run.isEmpty else { return (at + 1, -1) }
    // A single letter or a number is no name.
    if run.count == 1, words[at].end - words[at].start < 2 || words[at].has(.neverName) && title < 0 {
      return (at + 1, -1)
    }
    spans.append(NameSpan(words: run, sentence: sentence, surface: nil, cues: [], title: title))
    if title >= 0 { titles[title].person = spans.count - 1 }
    return (run.upperBound, -1)
  }

  /// In a line of capitals only words that are no English words can be names by their shape.
  private mutating func takeHeadlineWord(_ at: Int, _ end: Int, _ sentence: Int) -> (at: Int, title: Int) {
    func isOdd(_ index: Int) -> Bool {
      let word = words[index]
      return word.isCapital && !word.isPunctuation && knownAt[index] < 0
        && !word.has([.saying, .deciding])
        && (!word.has([.vocabulary, .organizationHead, .neverName, .organizationNoun, .titleStart])
          || word.has(.givenName) && !word.has(.functionWord))
        && word.end - word.start > 1
    }
    guard isOdd(at) else { return (at + 1, -1) }
    var last = at + 1
    while last < end, isOdd(last), !words[last].shape.contains(.possessive) { last += 1 }
    spans.append(NameSpan(words: at..<last, sentence: sentence, surface: nil, cues: [], title: -1))
    return (last, -1)
  }

  /// The first word of a sentence is capitalized whatever it is.
  private func isOrdinaryOpening(_ at: Int, _ end: Int) -> Bool {
    let word = words[at]
    guard word.has(.vocabulary) || word.has([.functionWord, .titleStart, .saying]) else { return false }
    if word.has([.givenName, .surname]), !word.has(.functionWord), at + 1 < end {
      let next = words[at + 1]
      let isPerson = knownAt[at + 1] < 0 || matches[Int(knownAt[at + 1])].types.contains(.person)
      return !(next.isCapital && !next.has(.vocabulary) && isPerson)
    }
    // `Human Rights Watch`, `Fortify Rights`: a capital follows; a verb or function word opens no name.
    if at + 1 < end, words[at + 1].isCapital, !words[at + 1].isPunctuation, knownAt[at + 1] < 0,
      !words[at + 1].has(.titleStart), words[at + 1].has(.vocabulary)
    {
      return word.has(.functionWord) || word.has(.adverb)
    }
    return true
  }

  /// The words that a person's name, or another name by its capitals, can take from `at` on.
  func nameRun(_ at: Int, _ end: Int) -> Range<Int> {
    guard words[at].isCapital || (words[at].has(.particle) && at + 1 < end && words[at + 1].isCapital) else {
      return at..<at
    }
    var last = at + 1
    while last < end, last - at < 7 {
      let word = words[last]
      if word.shape.contains(.hyphenBefore) {
        if !word.isCapital, word.has([.hyphenSuffix, .vocabulary]) { break }
        // `Khouri-Groups like`: a heading and the sentence behind it.
        if word.isCapital, word.has(.vocabulary), !word.has([.givenName, .surname]), !words[last - 1].has(.vocabulary) {
          break
        }
        // `German-Japanese`: two countries, though the first is a given name, too.
        if isCountry(last - 1), isCountry(last) { break }
        if word.isCapital || word.shape.contains(.letters) {
          last += 1
          continue
        }
        break
      }
      if word.isPunctuation {
        // Nicknames: `Richard "Tex" Coe`.
        if word.shape.contains(.quote), last + 3 < end, words[last + 1].isCapital,
          words[last + 2].shape.contains(.quote),
          words[last + 3].isCapital, last - at <= 2
        {
          last += 4
          continue
        }
        break
      }
      if word.isCapital, word.shape.contains(.letters) {
        if word.has([.month, .weekday]), !word.has([.givenName, .surname]) { break }
        if knownAt[last] >= 0 {
          let known = matches[Int(knownAt[last])]
          // `Mary Jordan`: a country's name can be a family name behind a given name.
          let isFamilyName = last == at + 1 && words[at].has(.givenName) && word.has([.needsContext, .surname])
          // `Jaber Al-Khaled Al Sabah`: a family behind its particle.
          if known.words.count == 2, word.has(.particle),
            known.types == .person || (at..<last).contains(where: { words[$0].has(.particle) })
          {
            last = known.words.upperBound
            continue
          }
          if known.words.count > 1 || known.types == .organization || known.types == .country && !isFamilyName { break }
        } else if word.has(.titleStart), !word.has([.surname, .givenName]),
          rules.titlePhrases.match(words, at: last, end: end) != nil
        {
          break
        }
        last += 1
        continue
      }
      // `van der Bellen`, `bin Salman`.
      var ahead = last
      while ahead < end, ahead - last < 3, words[ahead].has(.particle), !words[ahead].isCapital { ahead += 1 }
      if ahead > last, ahead < end, words[ahead].isCapital, !words[ahead].isPunctuation {
        last = ahead + 1
      } else {
        break
      }
    }
    return at..<suffixEnd(last, end)
  }

  private func isCountry(_ at: Int) -> Bool {
    knownAt[at] >= 0 && matches[Int(knownAt[at])].types.contains(.country)
  }

  /// The name of an organization that begins with the name of a place, behind the noun that says what it is:
  /// `news site Leeds Today`.
  func nameBehindNoun(_ known: KnownMatch, _ end: Int) -> Range<Int>? {
    let at = known.words.lowerBound
    guard at > 0, words[at - 1].has(.organizationNoun), !words[at - 1].isCapital, !words[at].shape.contains(.titleCase),
      known.isPlaceName, !words[at].has(.givenName)
    else { return nil }
    let run = nameRun(at, end)
    guard run.count > 1, run.upperBound >= end || !words[run.upperBound].shape.contains(.possessive),
      run.dropFirst().allSatisfy({ knownAt[$0] < 0 && words[$0].isCapital && !words[$0].has([.titleStart, .surname]) })
    else { return nil }
    return run
  }

  /// An outlet named after its place: `the Odessa American`, `the Galway Courier`.
  func localOutlet(_ known: KnownMatch, _ end: Int) -> Range<Int>? {
    let (start, head) = (known.words.lowerBound, known.words.upperBound)
    guard start > 0, head < end, rules.localOutletHeads.contains(words[head].id), words[start - 1].has(.definite),
      words[head].isCapital, !words[head].shape.contains(.titleCase), !words[head].shape.contains(.hyphenBefore),
      head + 1 == end || !words[head + 1].isCapital || words[head + 1].isPunctuation
    else { return nil }
    return start..<head + 1
  }

  /// The end of an organization's name by its head noun that starts at a word, or the word itself where none does.
  ///
  /// `Iraqi Foreign Ministry`, `Baton Rouge Police Department`, `Institute for the Study of War`.
  func organization(_ at: Int, _ end: Int) -> Int {
    let first = words[at]
    guard !first.shape.contains(.titleCase) || first.has(.organizationHead) || knownAt[at] >= 0 else { return at }
    if first.has([.pronoun, .month, .weekday]) { return at }
    if first.has(.functionWord), knownAt[at] < 0 { return at }
    if first.shape.contains(.opening), first.has(.adverb) || first.has(.former) { return at }
    var last = at
    var head = -1
    var isDesignated = false
    var isPlace = false
    while last < end, last - at < 9 {
      let word = words[last]
      if joinsOwners(last, first: at, end) {
        last += 1
        continue
      }
      if word.isPunctuation {
        if word.mark == UInt8(ascii: "&"), last > at, last + 1 < end, words[last + 1].isCapital {
          last += 1
          continue
        }
        break
      }
      guard word.isCapital else {
        guard word.has(.and), joinsNouns(last, first: at, end) else { break }
        last += 1
        continue
      }
      if last > at {
        // `Myanmar-Amnesty International`: two names, not one.
        if word.shape.contains(.hyphenBefore), knownAt[last] >= 0 || knownAt[last - 1] >= 0 { break }
        if word.shape.contains(.titleCase),
          word.has([.saying, .deciding, .functionWord]) || word.has(.verb) && !word.has(.noun)
        {
          break
        }
        if let phrase = word.has(.titleStart) ? rules.titlePhrases.match(words, at: last, end: end) : nil,
          phrase.count > 1,
          !words[last + phrase.count - 1].has(.organizationHead),
          !joinsOwners(last + phrase.count, first: at, end)
        {
          break
        }
      }
      if word.has(.titleStart), last > at || !word.has(.organizationHead), !word.has(.organizationHead),
        let phrase = rules.titlePhrases.match(words, at: last, end: end),
        !(last + phrase.count < end && words[last + phrase.count].has(.organizationHead)),
        !joinsOwners(last + phrase.count, first: at, end),
        knownAt[last] < 0 || matches[Int(knownAt[last])].words.count <= phrase.count
      {
        break
      }
      if word.has(.organizationHead), last > at || isLead(last, end) { head = last }
      // `Washington Square Park`, `Chiang Mai International Airport`: the last head tells what it is.
      if word.has(.placeHead), last > at, !word.has(.organizationHead),
        !(last == at + 1 && first.has(.givenName) && word.has(.surname))
      {
        head = last
        isPlace = true
      } else if head == last {
        isPlace = false
      }
      if word.has(.companyDesignator), last > at {
        head = last
        isDesignated = true
      }
      last += 1
    }
    guard head >= 0 else { return at }
    // `Rights Group` in a headline is no name.
    if first.shape.contains(.titleCase), (at...head).allSatisfy({ words[$0].has(.vocabulary) && knownAt[$0] < 0 }) {
      return at
    }
    if isDesignated || isPlace { return head + 1 }
    return extended(head, end)
  }

  /// The mark of possession between those whose body it is and its head noun: `National Bakers' Union`.
  private func joinsOwners(_ mark: Int, first: Int, _ end: Int) -> Bool {
    guard mark > first, mark + 1 < end, words[mark].shape.contains(.possessive) else { return false }
    let (owner, head) = (words[mark - 1], words[mark + 1])
    // One character without an `s`, in one byte or in three.
    let length = words[mark].end - words[mark].start
    return length & 1 == 1 && owner.isCapital && knownAt[mark - 1] < 0
      && !owner.has([.otherAdjective, .givenName, .surname, .organizationHead, .institution])
      && head.isCapital && head.has(.organizationHead) && !head.has(.institution)
      && !head.shape.contains(.titleCase)
  }

  /// `and` between common nouns of one name: `Training and Doctrine Command`, not `the bank and the State Department`.
  private func joinsNouns(_ and: Int, first: Int, _ end: Int) -> Bool {
    guard and > first, and + 2 < end else { return false }
    func isCommon(_ at: Int) -> Bool {
      let word = words[at]
      return word.isCapital && word.has(.vocabulary) && word.has(.noun) && knownAt[at] < 0
        && !word.shape.contains(.titleCase) && !word.shape.contains(.opening) && !word.isPunctuation
        && !word.has([
          .organizationHead, .placeHead, .titleStart, .otherAdjective, .month, .weekday, .neverName, .givenName,
          .functionWord, .companyDesignator,
        ])
    }
    return isCommon(and - 1) && isCommon(and + 1)
      && (words[and + 2].has(.organizationHead)
        || isCommon(and + 2) && and + 3 < end && words[and + 3].has(.organizationHead))
      && words[and + 2].isCapital
  }

  /// `Ministry of`, `University of`: the head noun comes first and a joined part must follow.
  private func isLead(_ head: Int, _ end: Int) -> Bool {
    guard head + 2 < end, words[head + 1].has(.joiner), !words[head + 1].isCapital else { return false }
    return extended(head, end) > head + 1
  }

  /// The end of a name whose head noun is at `head`, with the parts that `of`, `for`, `on`, `and` join.
  private func extended(_ head: Int, _ end: Int) -> Int {
    var last = head + 1
    var joined = false
    while last + 1 < end {
      let word = words[last]
      guard word.has(.joiner), !word.isCapital, !word.shape.contains(.hyphenBefore) else { break }
      let isAnd = word.has(.and)
      var next = last + 1
      while next < end, next - last < 3, words[next].has([.joiner, .article]), !words[next].isCapital { next += 1 }
      guard next < end, words[next].isCapital, !words[next].isPunctuation, !words[next].has([.month, .weekday]) else {
        break
      }
      if word.has(.looseJoiner), word.shape.contains(.titleCase) || words[head].shape.contains(.titleCase) { break }
      // `Committee on Foreign Affairs`, not `the Committee on Capitol Hill`.
      if word.has(.looseJoiner), knownAt[next] >= 0 { break }
      if isAnd {
        // `Center for Strategic and International Studies`, not `the University of Georgia and Ann Lee`.
        guard joined, words[next].has(.vocabulary), knownAt[next] < 0, !words[next].has(.titleStart) else { break }
      }
      last = next
      // A person's name behind it is another name: `the Coalition to Counter X, Ann Lee` without its comma.
      while last < end, last == next || knownAt[last] < 0 || matches[Int(knownAt[last])].types != .person,
        words[last].isCapital, !words[last].isPunctuation,
        !(words[last].has(.titleStart) && rules.titlePhrases.match(words, at: last, end: end) != nil && last > next)
      {
        last += 1
      }
      joined = true
    }
    return last
  }
}
