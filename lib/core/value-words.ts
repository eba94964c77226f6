/** Names of months, which a spreadsheet reads as part of a date, separated by bars. */
export const monthNames =
  "jan|ene|feb|fev|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct|out|nov|dec|dic|dez|" +
  "january|february|march|april|june|july|august|september|october|november|december|" +
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|" +
  "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro";

/** All words that a spreadsheet's numbers, dates, times and truth values may have. */
export const valueWords: ReadonlySet<string> = new Set(
  [monthNames, "a|p|m|am|pm|de|e|d|t|z", "true|false|verdadero|falso|verdadeiro"].join("|").split("|"),
);
