/// Sentences of the generated news: `{P}` a person by full name, `{S}` a person named before by family name, `{C}` a country,
/// `{O}` an organization, `{L}` a city, `{W}` a weekday, `{N}` a number, `{T}` a topic.
///
/// Long and with as many names as sentences of agency news have; what they say is made up.
enum NewsTemplates {
  /// Sentences that state a contact.
  static let contacts = [
    "{P}, who has led the delegation of {C} since the spring, met {P} in {L} on {W} to discuss {T} and the next round of talks.",
    "{S} told {O} on {W} that the government would not change its position on {T} before the vote in the upper house.",
    "{S} spoke by telephone with {P} about {T} late in the evening, the ministry said in a short statement that gave no details.",
    "In the interview, which lasted for about an hour, {P} urged {C} to return to the negotiations on {T} without conditions.",
    "Talks between {C} and {C} on {T}, which broke off {N} months ago, are due to resume in {L} at the end of the week.",
    "{P} refused to meet {P} during the summit in {L}, and officials on both sides spoke of a cool and rather short encounter.",
    "In a letter to {P} that was made public on {W}, {S} warned that {T} could not wait for the outcome of the election.",
    "{C} hosted talks between delegations of {C} and {C} in {L}, where {N} ministers had arrived the day before.",
    "\"We will not leave the table, and nobody should expect us to,\" {S} told {O} after the meeting had ended without a result.",
    "{P} was briefed by {P} on {T} before the session, according to an official who was not allowed to speak in public.",
  ]
  /// Sentences with two parties and a word that can tell of a contact, without one.
  static let reports = [
    "{S} said {C} would continue to support the plan for {T}, although {O} has called parts of it too costly and hard to explain.",
    "{O} announced on {W} that it would send {N} observers to {C}, and the foreign ministry in {L} offered to pay for their stay.",
    "The report by {O}, which {S} described as one-sided, says that {C} has failed to address the causes of the dispute over {T}.",
    "{P} said that the share of imports from {C} had fallen to {N} percent since the state began to put duties on steel and paper.",
    "Officials from {C} have made no secret of their doubts, and {S} is facing growing pressure to take the question of {T} to the courts.",
    "In its response, {O} pointed to the orders that {S} had given to the army and to the police in the weeks before the protests in {L}.",
    "{C} and {C} have reached a compromise on {T} that, as {S} stated in parliament, neither of the two capitals is really happy with.",
    "{P} called the sanctions against {C} a mistake and suggested that they had done more harm to {O} than to those who give the orders.",
  ]
  /// Sentences with such a word and at most one party.
  static let statements = [
    "{O} said in a statement that production would be cut by {N} percent until the end of the year because of the high price of power.",
    "Analysts said prices rose by {N} percent in the third quarter, more than markets had expected after the warm and dry summer.",
    "\"Nobody knows how long this will take or who is going to pay for it,\" said a shopkeeper near the old harbour of {L}.",
    "{S} rejected the accusation, spoke of a campaign ahead of the vote and said he would make all of his accounts public by {W}.",
    "The police said about {N} people took part in the march through the centre of {L}, while the organizers put the number much higher.",
    "Asked about {T}, a spokesman for the ministry said that it was too early to tell whether the measures of the past months had worked.",
    "Opposition parties in {C} have promised to block the bill in the upper house, where the government needs every single vote.",
    "Economists at {O} expect growth of {N} percent next year, but warn that the debt of the provinces remains a serious risk.",
    "The company, which employs {N} people in {L}, did not say when the plant would reopen or whether it had received new orders.",
  ]
  /// Sentences without one.
  static let fillers = [
    "The measure is part of a package on {T} that the government in {L} put together last month after a long and bitter debate.",
    "The two sides have accused each other of breaking the agreement on {T} ever since it came into force {N} months ago.",
    "Roads, schools and hospitals in the south of {C} were damaged by the floods, and many villages can only be reached by boat.",
    "Heavy rain and strong winds delayed trains between {L} and {L} for several hours, and {N} flights had to be cancelled.",
    "The court will hand down its ruling on {T} on {W}, and an appeal to the higher court in {L} is possible within {N} days.",
    "More than {N} families have left their homes since the fighting began in the north of {C}, and winter is only weeks away.",
    "A new bridge over the river is to be opened in the spring, {N} years after work on it began and at twice the planned cost.",
    "Teachers, nurses and bus drivers had gone on strike over pay and working hours several times in the course of the year.",
    "The film, shot in the hills outside {L} with a cast of amateurs, won three prizes at the festival and {N} at smaller ones.",
    "Scientists found that the ice on the northern slopes had become thinner by {N} centimetres in less than a decade.",
    "The central bank left its main rate unchanged for the third time in a row because of the uncertainty over {T}.",
    "At the weekend the team from {L} won its fourth match in a row and moved to second place, {N} points behind the leaders.",
    "Farmers in {C} fear that the drought, the worst for {N} years, will cost them half of the harvest and much of their cattle.",
    "The exhibition, with paintings and letters from two centuries, stays open until the autumn and then moves on to {L}.",
    "Most of the money is to be spent on railways, dams and the electric grid of {C}, the rest on hospitals in the poorer regions.",
    "Under the plan, households would pay {N} percent less for gas and water, while large factories would lose their old discounts.",
    "The disease has spread to {N} districts on both sides of the border, and vaccines are running short in the villages.",
    "Shares of the bank fell to their lowest level in {N} months before they recovered a little in the last hour of trade.",
    "The ship left the port of {L} with grain for {C} and is expected to arrive within {N} days, if the weather at sea holds.",
    "It was the second accident of its kind in {C} in {N} years.",
  ]
  static let topics = [
    "trade", "the border", "energy prices", "grain exports", "the cease-fire", "climate aid", "migration", "sanctions",
    "the nuclear programme", "fishing rights", "debt relief", "the gas pipeline", "cyber security", "the elections",
    "water rights", "prisoners of war", "steel tariffs", "the peace plan",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
