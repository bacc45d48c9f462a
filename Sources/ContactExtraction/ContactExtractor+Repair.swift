import Syntax

/// Trees that no sentence of the language has, set right before the rules look at them.
extension ContactExtractor {
  /// Mends what the words themselves show to be wrong in a tree.
  ///
  /// Complexity: O(*n*) in the words.
  func repair(_ syntax: inout SentenceSyntax, words: [SentenceView.Word]) {
    for word in words.indices where words[word].name < 0 {
      if word > 0, syntax.tags[word] == .noun, lexicon.roles(words[word].id).contains(.motion) {
        makeVerb(word, in: &syntax, words: words)
      }
      if lexicon.roles(words[word].id).contains(.subordinator), syntax.tags[word] == .verb {
        makePreposition(word, in: &syntax)
      }
      if lexicon.roles(words[word].id).contains(.accompanying) { hangOnName(word, in: &syntax, words: words) }
      if syntax.tags[word] == .verb, lexicon.info(words[word].id).verbLemmas.contains(lexicon.prepositions.have) {
        joinPerfect(word, in: &syntax, words: words)
      }
      if syntax.relations[word] == .ccomp, syntax.tags[word] == .verb { coordinate(word, in: &syntax) }
    }
    for word in words.indices where syntax.relations[word] == .conj { parallel(word, in: &syntax, words: words) }
  }

  /// `Following talks with Zarif, Hammond said`: what follows the participle is no subject, but says when.
  private func makePreposition(_ word: Int, in syntax: inout SentenceSyntax) {
    let noun: Int
    if syntax.relations[word] == .amod, word + 1 < syntax.heads.count, Int(syntax.heads[word]) > word {
      noun = Int(syntax.heads[word])
      // Only where the verb has another subject.
      let verb = syntax.heads[noun]
      guard syntax.relations[noun] == .nsubj, verb >= 0,
        syntax.heads.indices.contains(where: {
          $0 > noun && syntax.heads[$0] == verb && syntax.relations[$0] == .nsubj
        })
      else { return }
    } else {
      guard [.advcl, .acl, .ccomp].contains(syntax.relations[word]),
        let object = syntax.heads.indices.first(where: {
          Int(syntax.heads[$0]) == word && syntax.relations[$0] == .obj
        }),
        object > word,
        !syntax.heads.indices.contains(where: {
          Int(syntax.heads[$0]) == word && [.nsubj, .aux, .mark].contains(syntax.relations[$0])
        })
      else { return }
      noun = object
      syntax.heads[noun] = syntax.heads[word]
      for child in syntax.heads.indices where Int(syntax.heads[child]) == word { syntax.heads[child] = Int32(noun) }
    }
    syntax.relations[noun] = .obl
    syntax.tags[word] = .adposition
    syntax.heads[word] = Int32(noun)
    syntax.relations[word] = .case_
  }

  /// `Netanyahu heads to Moscow`: the word behind a person's name that goes somewhere is no part of the name.
  private func makeVerb(_ word: Int, in syntax: inout SentenceSyntax, words: [SentenceView.Word]) {
    let name = word - 1
    guard words[name].name >= 0, syntax.relations[word] == .flat, Int(syntax.heads[word]) == name,
      syntax.forms[word] == .plural, word + 1 < words.count, words[word + 1].id == lexicon.prepositions.to
    else { return }
    syntax.tags[word] = .verb
    syntax.forms[word] = .presentThird
    syntax.heads[word] = syntax.heads[name]
    syntax.relations[word] = syntax.relations[name]
    for child in syntax.heads.indices where child > word && Int(syntax.heads[child]) == name {
      syntax.heads[child] = Int32(word)
    }
    for child in syntax.heads.indices where child > word && Int(syntax.heads[child]) == word {
      if syntax.relations[child] == .nmod { syntax.relations[child] = .obl }
    }
    syntax.heads[name] = Int32(word)
    syntax.relations[name] = .nsubj
  }

  /// `Hammond, together with Fabius, met`: the second one beside the first, not beside what they did.
  private func hangOnName(_ word: Int, in syntax: inout SentenceSyntax, words: [SentenceView.Word]) {
    let name = syntax.tags[max(word - 1, 0)] == .punctuation ? word - 2 : word - 1
    guard name >= 0, words[name].name >= 0, word + 2 < words.count, words[word + 1].id == lexicon.prepositions.with,
      Int(syntax.heads[word]) != word + 2, Int(syntax.heads[word + 1]) == word + 2,
      Int(syntax.heads[word + 2]) == word
    else { return }
    syntax.heads[word + 2] = Int32(name)
    syntax.relations[word + 2] = .nmod
    syntax.heads[word] = Int32(word + 2)
    syntax.relations[word] = .case_
  }

  /// `has today spoken to Zarif`: a time between the auxiliary and the participle is no object.
  private func joinPerfect(_ have: Int, in syntax: inout SentenceSyntax, words: [SentenceView.Word]) {
    guard
      let participle = syntax.heads.indices.first(where: {
        $0 > have && $0 < have + 4 && Int(syntax.heads[$0]) == have && syntax.tags[$0] == .verb
          && syntax.forms[$0] == .pastParticiple && [.xcomp, .ccomp, .advcl, .acl].contains(syntax.relations[$0])
      }),
      (have + 1..<participle).allSatisfy({
        lexicon.time(words[$0].id) != nil || syntax.tags[$0] == .adverb
      }), participle > have + 1
    else { return }
    syntax.heads[participle] = syntax.heads[have]
    syntax.relations[participle] = syntax.relations[have]
    for child in syntax.heads.indices where Int(syntax.heads[child]) == have {
      syntax.heads[child] = Int32(participle)
      if child > have, child < participle { syntax.relations[child] = .oblTmod }
    }
    syntax.heads[have] = Int32(participle)
    syntax.relations[have] = .aux
    syntax.tags[have] = .auxiliary
  }

  /// `"…," Hammond said, and advised Zarif to wait`: what `and` joins to a verb without a subject of its own is not what was said.
  private func coordinate(_ verb: Int, in syntax: inout SentenceSyntax) {
    let first = Int(syntax.heads[verb])
    guard first >= 0, first < verb, syntax.tags[first] == .verb, syntax.forms[first] == .past,
      syntax.forms[verb] == .past || syntax.forms[verb] == .pastParticiple
    else { return }
    let children = syntax.heads.indices.filter { Int(syntax.heads[$0]) == verb }
    guard children.contains(where: { $0 == verb - 1 && syntax.relations[$0] == .cc }),
      !children.contains(where: {
        [.nsubj, .nsubjPass, .aux, .auxPass, .mark, .cop].contains(syntax.relations[$0])
      })
    else { return }
    syntax.relations[verb] = .conj
    syntax.forms[verb] = .past
  }

  /// `met with Fabius in Paris and with Zarif in Tehran`: like goes with like.
  private func parallel(_ word: Int, in syntax: inout SentenceSyntax, words: [SentenceView.Word]) {
    func preposition(_ node: Int) -> WordID? {
      syntax.heads.indices.first {
        Int(syntax.heads[$0]) == node && $0 < node && syntax.relations[$0] == .case_ && syntax.tags[$0] == .adposition
      }.map { words[$0].id }
    }
    let first = Int(syntax.heads[word])
    guard first >= 0, first < word, let own = preposition(word), let other = preposition(first), own != other,
      [.obl, .nmod].contains(syntax.relations[first])
    else { return }
    let verb = Int(syntax.heads[first])
    guard verb >= 0, syntax.tags[verb] == .verb,
      syntax.heads.indices.contains(where: {
        Int(syntax.heads[$0]) == verb && $0 < first && syntax.relations[$0] == .obl && preposition($0) == own
      })
    else { return }
    syntax.heads[word] = Int32(verb)
    syntax.relations[word] = .obl
  }
}
