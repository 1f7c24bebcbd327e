/**
 * A sentence for each field, for people who write records. Editors show it (data/schema) and data/FIELDS.md prints it.
 * "*.source" is for a field that means the same everywhere; a full path is looked up first.
 */
export const RECORD_NOTES = {
  market:
    'A named online market that a source names: its domains with their dates, and the dated events about it, each citing a source.',
  source: 'One dated publication or order of a series: an edition, a judgment, a resolution, an article.',
  series: 'One programme that publishes: who issues it, what being on it means and does not mean, how to challenge it.',
  country:
    'A country or territory: its Special 301 tier by year, and dated facts about its rules that explain listings.',
} as const;

export const FIELD_NOTES: Record<string, string> = {
  '*.$schema':
    'For editors only: the path of the schema from the file, such as "../../schema/market.json". Not published.',
  '*.source': 'Id of the source that says this: the name of a file below data/sources.',
  '*.verification':
    'How we know: "act" (the act itself was read), "copy-of-act" (a copy of it), "report" (somebody’s account of it).',
  '*.locator': 'Where in what was read it stands, in our words: "p. 24", "schedule 1, row 3". No quotation.',
  '*.readAt': 'Address of what was read, where it is not the first of the source’s "read".',
  '*.note': 'What a reader must know before relying on this; our own words, no judgment, no quotation.',
  '*.dateKind': 'What the date is the date of: the decision, its publication, or when a third party saw it.',
  '*.path': 'Path that a url-prefix begins with: "/store".',
  '*.permanent': 'True only where the act says that the order has no end.',
  '*.until': 'End of the order’s term, where the act gives one.',

  'market.id': 'Lower case, dashes; the name of the file. Stays the same for ever.',
  'market.name': 'Name by which it is best known, as a source prints it.',
  'market.otherNames': 'Further names that sources print.',
  'market.category': 'What it is, as the sources describe it.',
  'market.domains': 'Domains that a source ties to the market. Only such; no guesses.',
  'market.domains.name': 'Host name in lower case, punycode where it is not ASCII; no "www.", no path.',
  'market.domains.scope':
    '"domain" (the usual case) covers subdomains, "host" only itself, "url-prefix" only pages below "path".',
  'market.domains.from':
    'First date on which the market is known to have used the domain. Leave out where it is not known.',
  'market.domains.until':
    'Last date on which the market is known to have used the domain. Leave out where it is not known.',
  'market.domains.source': 'Id of the source that ties the domain to the market.',
  'market.domains.changedHands':
    'Set where the domain is known to have passed to somebody else: every fact up to that date (where it has none, up to the date of its source) ' +
    'becomes history and gives no status. Not for a seizure, a return or a lapse.',
  'market.domains.changedHands.date': 'When it did, as far as known.',
  'market.domains.changedHands.note': 'To whom, or how it is known; no natural persons.',
  'market.domains.changedHands.agreed':
    'True where a source says only that the domain is to pass, by an agreement or a judgment, and none says that it did.',
  'market.domains.withheld': 'The source printed it, but it is never to be flagged: says why.',
  'market.events': 'Dated facts, oldest first, each citing a source.',
  'market.events.kind':
    'What happened; which kinds fit depends on the evidence of the source’s series. unblocked: the order was lifted. annulled: a later act set the ' +
    'order or seizure aside. suspended: enforcement of the order was suspended, which ends nothing. reinstated: a later act undid one of these. returned: a seized name was given back. lapsed: a ' +
    'seized name was given up (expired, parked, registered anew).',
  'market.events.date':
    'Only where it differs from the date of the source: YYYY-MM-DD, YYYY-MM or YYYY, as precise as the source. A listing never has one.',
  'market.events.domains':
    'The domains that the source printed, or "market-only" where it printed only the name. An order counts only on domains printed.',
  'market.events.printedName': 'The name as printed, where it is not the market’s.',
  'market.events.order':
    'For extended, confirmed, unblocked, annulled, suspended and reinstated: id of the earlier order (for annulled and reinstated also: seizure) that it speaks of; any series.',
  'market.relations': 'Ties to other markets, each with evidence.',
  'market.relations.kind': 'What this market is to the other one.',
  'market.events.partly':
    'True where, for these domains, the act sets aside or suspends only a part of the order, or for one provider only: whether the rest stands is then not known. Not where it ends the order for these domains and leaves it for others.',
  'market.relations.market': 'Id of the other market.',

  'source.id': 'Begins with the id of its series; the name of the file.',
  'source.series': 'Id of the series that published it: the name of a file in data/series.',
  'source.title': 'Title as printed; a case by its name and neutral citation.',
  'source.date':
    'YYYY-MM-DD, YYYY-MM or YYYY, as precise as known. Of an edition the day it was published, not the year in its title.',
  'source.edition': 'Edition as its issuer labels it: "2020". Lists and submissions need one.',
  'source.stated': 'How many online markets the act itself says that it names; null where it gives no number.',
  'source.complete':
    'True only where our record holds every one of the stated number, each with a source, none inferred. Absence is read from complete editions alone.',
  'source.authority': 'Who decided, where the series alone does not say: "Bergamo court".',
  'source.tracedBy':
    'Who traced the domains to the act, where the authorities published no list of them: "TorrentFreak".',
  'source.caseNumber': 'As printed.',
  'source.methods': 'How access is to be blocked, where the act says.',
  'source.provisional': 'True for an interim measure.',
  'source.statute':
    'Id, among the series’ statutes, of the one that the order applies and that says how long it runs; only where the order itself says no term. ' +
    'null where it applies none of them, or where that is not known.',
  'source.url': 'Official address of the act.',
  'source.archived': 'Archived copy of the act: a dated address of a web archive.',
  'source.copies':
    'Addresses at which others keep a copy of the act, as a passage among "read" prints them. Nobody has read these copies for the record: once one was read, it stands in "read".',
  'source.read': 'What was read for the record, best first.',
  'source.read.url': 'Its address.',
  'source.read.as': 'What it is: the act, a copy of the act, or a report about it.',
  'source.read.title': 'Its title, where the address does not say enough.',
  'source.read.sha256':
    'SHA-256 of the file that was read, in hex: `npm run -s list -- read` fills it in. Tells whether another file is the same one.',

  'series.id': 'Issuer or jurisdiction first: "ustr-nml", "gb-high-court"; the name of the file.',
  'series.name': 'Full name: "Review of Notorious Markets for Counterfeiting and Piracy".',
  'series.label': 'A few words for a table: "USTR list", "Italy, courts".',
  'series.issuer': 'Who issues it, in full.',
  'series.issuedBy': 'The issuer inside a sentence: "USTR", "the High Court of England and Wales".',
  'series.plainName':
    'A list’s name for readers who know neither it nor its issuer, after a year: "US piracy and counterfeit list". Badge and toolbar use it.',
  'series.noun': 'For lists and submissions, after the issuer’s possessive: "list", "watch list", "submission".',
  'series.jurisdiction': 'ISO 3166 code in capitals, "EU", or null for a private body.',
  'series.evidence': 'What kind of act it is; decides which events fit.',
  'series.means': 'What being on it means; our own words.',
  'series.doesNotMean': 'What being on it does not mean; our own words.',
  'series.challenge': 'How those named can challenge it, with the issuer, not with us.',
  'series.challenge.text': 'One sentence or two.',
  'series.challenge.url': 'Where it is described: by the issuer or in the law, or else by others.',
  'series.statutes': 'Statutes that decide how long some of its orders run, each with its text as the source.',
  'series.statutes.id': 'Lower case, dashes; what the sources of the series call it by.',
  'series.statutes.name': 'Inside a sentence: "article 15.6 of law 149-FZ".',
  'series.statutes.permanent': 'True where it makes such an order permanent.',
  'series.statutes.months': 'How many months such an order can run at most, where it says so.',
  'series.statutes.from': 'First day on which it was law: it decides nothing about earlier orders.',
  'series.statutes.until': 'Last day on which it was law; leave out where it still is.',
  'series.url': 'Official page of the programme.',

  'country.id': 'ISO 3166 code in lower case, "eu" for the Union; the name of the file.',
  'country.name': 'English short name.',
  'country.tiers': 'What each edition decided (USTR) or only asked for (IIPA), source by source.',
  'country.tiers.tier': 'The tier.',
  'country.statements': 'Dated facts about the country’s rules that explain its listings; our own words.',
  'country.statements.date': 'YYYY-MM-DD, YYYY-MM or YYYY, as precise as the source.',
  'country.statements.text': 'One sentence or two.',
};

/** @param path "market.domains.from" */
export function fieldNote(path: string): string | undefined {
  return FIELD_NOTES[path] ?? FIELD_NOTES[`*.${path.slice(path.lastIndexOf('.') + 1)}`];
}
