/** Kind of document: the receipt of a filing. */
export const ACUSE = 'tramites.acuse';
/** Kind of document: how the office ended a case, with its reasons. */
export const DECISION = 'tramites.decision';
