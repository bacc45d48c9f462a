/// Sentences of the generated news: `{P}` a person with title, `{S}` a person named before by family name, `{C}` a country,
/// `{O}` an organization, `{L}` a city, `{W}` a weekday, `{N}` a number, `{T}` a topic.
enum NewsTemplates {
  /// Sentences that state a contact.
  static let contacts = [
    "{P} met {P} in {L} on {W} to discuss {T}.",
    "{P} told {O} on {W} that the government would not change its position on {T}.",
    "{S} spoke by telephone with {P} about {T}, the ministry said.",
    "{P} urged {C} to return to the talks on {T}.",
    "Talks between {C} and {C} on {T} are due to resume in {L} on {W}.",
    "{P} refused to meet {P} during the summit in {L}.",
    "In a letter to {P}, {P} warned that {T} could not wait.",
    "{C} hosted talks between delegations of {C} and {C} in {L}.",
    "\"We will not leave the table,\" {S} told {O} after the meeting.",
    "{P} invited {P} to {L} for talks on {T} next week.",
    "{P} was briefed by {P} on {T} before the session.",
    "{S} thanked {P} for the help of {C} in the crisis.",
  ]
  /// Sentences without one: most of any newspaper.
  static let fillers = [
    "The measure is part of a package on {T} that was announced in {L} last month.",
    "Analysts said prices rose by {N} percent in the third quarter, more than markets had expected.",
    "About {N} people took part in a march through the centre of {L}, according to the police.",
    "The report describes how roads, schools and hospitals in {C} were damaged by the floods.",
    "\"Nobody knows how long this will take,\" said a shopkeeper near the old harbour.",
    "The two sides have accused each other of breaking the agreement on {T}.",
    "{O} said in a statement that production would be cut by {N} percent.",
    "Heavy rain and strong winds delayed trains between {L} and {L} for several hours.",
    "The court will hand down its ruling on {T} on {W}, and an appeal is possible.",
    "More than {N} families have left their homes since the fighting began in the north of {C}.",
    "Economists at {O} expect growth of {N} percent next year, but warn of high debt.",
    "{P} criticized the decision and called it a mistake for {C}.",
    "A new bridge over the river is to be opened in the spring, {N} years after work began.",
    "Teachers, nurses and drivers had gone on strike over pay and working hours.",
    "The film, shot in the hills outside {L}, won three prizes at the festival.",
    "Scientists found that the ice had become thinner by {N} centimetres in a decade.",
    "The central bank left its main rate unchanged and pointed to uncertainty over {T}.",
    "{S} rejected the accusation and spoke of a campaign ahead of the vote.",
    "Opposition parties in {C} have promised to block the bill in the upper house.",
    "The company, which employs {N} people in {L}, did not say when the plant would reopen.",
    "At the weekend the team from {L} won its fourth match in a row and moved to second place.",
    "Farmers in {C} fear that the drought will cost them half of the harvest.",
    "The exhibition shows paintings and letters from two centuries and stays open until the autumn.",
    "Officials said the fire had started in a storehouse and destroyed {N} square metres.",
    "Most of the money is to be spent on railways, dams and the electric grid of {C}.",
    "Under the plan, households would pay {N} percent less for gas and water.",
    "The disease has spread to {N} districts, and vaccines are running short.",
    "Historians still argue about what happened in {L} in those weeks.",
    "Shares of the bank fell to their lowest level in {N} months.",
    "The ship left the port of {L} with grain and is expected to arrive within {N} days.",
  ]
  static let topics = [
    "trade", "the border", "energy prices", "grain exports", "the cease-fire", "climate aid", "migration", "sanctions",
    "the nuclear programme", "fishing rights", "debt relief", "the gas pipeline", "cyber security", "the elections",
    "water rights", "prisoners of war", "steel tariffs", "the peace plan",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
